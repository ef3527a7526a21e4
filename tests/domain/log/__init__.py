"""Tests of the event log: what events add up to."""
