"""Tests of the drawn card."""
