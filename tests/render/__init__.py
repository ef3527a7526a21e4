"""Tests of card text made into HTML and outlines."""
