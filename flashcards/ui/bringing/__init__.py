"""Notes of other programs brought in: looked at first, then written all or none."""
