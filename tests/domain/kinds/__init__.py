"""Tests of the card kinds: a note in, questions out."""
