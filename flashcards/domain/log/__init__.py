"""The event log: what can happen, in which order it counts, and what it adds up to."""
