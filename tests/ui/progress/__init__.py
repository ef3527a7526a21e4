"""Tests of the Progress page."""
