"""Tests of the day's queue and a session's line."""
