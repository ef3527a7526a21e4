"""No file names the machine it was written on, or a registry that packages came from."""

import re

from tests.house.sources import ROOT, paths

FOLDERS = ("flashcards", "tests", "decks", "assets", "packaging", ".ci")
MACHINE = re.compile(
    r"(?<![\w.~}/-])/(?:ro" r"ot|ho" r"me|wo" r"rk|Us" r"ers)/\w"
    r"|(?:py" r"pi\.org|python" r"hosted|index-" r"url\s*[= ]\s*http|ana" r"conda\.org)"
)  # fmt: skip


def test_no_file_holds_a_machines_path_or_a_registrys_address() -> None:
    files = [path for folder in FOLDERS for path in paths(folder)]
    files += [path.name for path in ROOT.glob("[!.]*") if path.is_file()]
    found = [
        f"{path}: {match[0]}"
        for path in files
        for match in MACHINE.finditer((ROOT / path).read_bytes().decode(errors="replace"))
    ]
    assert found == []
