"""When a card comes back: the scheduler protocol and its algorithms."""
