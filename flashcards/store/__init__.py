"""SQLite and files: the only package that knows SQLAlchemy, which only migrations need."""
