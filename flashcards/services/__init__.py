"""Use cases: plain frozen data in, plain frozen data and Changes out. No Qt, no SQL."""
