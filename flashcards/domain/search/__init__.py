"""Search: what a person types, read into a tree, and looked up in all cards at once."""
