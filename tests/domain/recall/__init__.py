"""Tests of what the log says about memory."""
