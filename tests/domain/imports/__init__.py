"""Tests of reading what other programs write."""
