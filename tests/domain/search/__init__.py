"""Tests of the search: what is typed, and which cards it finds."""
