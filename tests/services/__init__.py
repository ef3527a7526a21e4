"""The use cases, on fakes at the ports and on the real store."""
