"""Tests of the Review page and its parts."""
