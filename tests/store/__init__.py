"""The store: files, the database, and what can go wrong with them."""
