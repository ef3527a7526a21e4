"""Tests of the Cards page."""
