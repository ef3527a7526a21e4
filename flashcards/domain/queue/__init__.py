"""Which cards a day asks for, in which order: a pipeline of small pure functions."""
