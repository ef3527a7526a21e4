"""Any number of decks of a hundred cards each, always the same ones, of every kind."""

from pathlib import Path
from random import Random

FILES, CARDS = 100, 100

_SENTENCE = (
    "the gradient of a loss that weights share across layers grows when its inputs do because"
    " each step multiplies by the same matrix and small values vanish while large ones explode so"
    " a model normalises batches keeps residual paths open or clips what comes back from training"
)
_WORDS = _SENTENCE.split()
_MATH = (
    r"$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$",
    r"$\sum_i \lvert w_i \rvert \le \lambda$",
    r"$p(y \mid x) = \frac{e^{z_y}}{\sum_k e^{z_k}}$",
    r"$\nabla_w L = X^\top (Xw - y)$",
)
_TABLE = """
|            | first  | second |
|------------|--------|--------|
| Range      | narrow | wide   |
| Slope      | $0.25$ | $1$    |
| Used for   | gates  | hidden |
"""
_CODE = """
```python
def step(weights, gradient, rate):
    return [w - rate * g for w, g in zip(weights, gradient)]
```
"""


def write_decks(folder: Path, files: int = FILES) -> Path:
    """Write them and give the folder back."""
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"deck-{number:04}.md").write_text(_deck(number), "utf-8")
    return folder


def _deck(number: int) -> str:
    """Write ten times ten cards: a table's three, a text's two gaps, one note asked both ways,
    steps, and two plain ones; two notes of three have an id."""
    random = Random(number)
    head = (
        f"---\ntitle: Deck {number}\nround: practitioner\ntopic: ml/topic-{number % 20:02}\n---\n"
    )
    ten = (_compared, _cloze, _reversed, _steps, _plain, _with_more)
    named = ((f"d{number}-n{turn}-{make.__name__[1:]}", make) for turn in range(10) for make in ten)
    return head + "".join(make(random, name) for name, make in named)


def _words(random: Random, least: int, most: int) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(least, most)))


def _heading(random: Random, name: str, kind: str = "") -> str:
    """Begin a note; its name makes its prompt one of a kind."""
    braces = " ".join(([f"#{name}"] if random.random() < 2 / 3 else []) + [kind] * bool(kind))
    prompt = f"Why does {_words(random, 6, 14)}, as in {name}?"
    return f"\n## {prompt} {{{braces}}}\n\n" if braces else f"\n## {prompt}\n\n"


def _answer(random: Random) -> str:
    return _words(random, 15, 55).capitalize() + "."


def _compared(random: Random, name: str) -> str:
    return _heading(random, name, ".compare") + _TABLE


def _cloze(random: Random, name: str) -> str:
    words = _answer(random).split()
    words[3], words[9] = f"{{{{{words[3]}::which?}}}}", f"{{{{{words[9]} {words[10]}}}}}"
    return _heading(random, name, ".cloze") + " ".join(words) + "\n"


def _reversed(random: Random, name: str) -> str:
    return _heading(random, name, ".reversed") + f"{_answer(random)}\n"


def _steps(random: Random, name: str) -> str:
    steps = "".join(f"{number}. {_words(random, 4, 9)}\n" for number in range(1, 6))
    return _heading(random, name, ".steps") + steps


def _plain(random: Random, name: str) -> str:
    return _heading(random, name) + f"{_answer(random)} Here {random.choice(_MATH)} holds.\n"


def _with_more(random: Random, name: str) -> str:
    return _heading(random, name) + _answer(random) + "\n" + random.choice((_TABLE, _CODE, ""))
