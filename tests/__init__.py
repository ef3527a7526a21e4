"""Tests, mirroring the package by folder."""
