"""The Review page and its summary."""
