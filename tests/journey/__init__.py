"""Journeys: the program as a person starts it, with a screen and a keyboard."""
