"""How older databases become today's: frozen scripts that import nothing of ours."""
