"""Tests of the scheduling algorithms against their published figures."""
