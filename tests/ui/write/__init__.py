"""The Write page, as a person sees and uses it."""
