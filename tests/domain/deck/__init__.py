"""Tests of reading a deck: deck text in, notes and problems out."""
