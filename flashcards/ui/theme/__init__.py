"""Colours, fonts and sizes as tokens, and the style sheet made of them."""
