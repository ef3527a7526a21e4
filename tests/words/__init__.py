"""The sentences of the program as catalogues: drawn out of the code, compiled, and tested."""
