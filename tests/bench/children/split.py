"""The baseline of a first load: read all files of a folder, and split them."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter


def milliseconds(folder: Path, split: Callable[[str], list[str]]) -> float:
    """Do it once."""
    begun = perf_counter()
    for path in sorted(folder.glob("*.md")):
        split(path.read_text("utf-8"))
    return 1000 * (perf_counter() - begun)


def main() -> None:
    """Report both ways to split; a first round fills the system's cache."""
    folder = Path(sys.argv[1])
    milliseconds(folder, str.split)
    lines, words = milliseconds(folder, str.splitlines), milliseconds(folder, str.split)
    print(json.dumps({"lines": lines, "words": words}))  # noqa: T201  # to the parent


if __name__ == "__main__":
    main()
