"""The Progress page: pictures of what was done and what it came to, each with its numbers."""
