"""The command line: a second front end, which proves that the core needs no window."""
