"""The Today page: how much, how long, what is wrong."""
