"""The entry: ``python -m flashcards`` and the ``flashcards`` command."""

import sys

from flashcards.app import run


def main() -> None:
    """Run with the command line's arguments, and exit with its status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
