"""Ten thousand cards in a hundred files, always the same ones, some with math or a table."""

from pathlib import Path
from random import Random

FILES, NOTES = 100, 100

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


def write_decks(folder: Path) -> Path:
    """Write them and give the folder back."""
    folder.mkdir(parents=True)
    for number in range(FILES):
        (folder / f"deck-{number:03}.md").write_text(_deck(number), "utf-8")
    return folder


def _deck(number: int) -> str:
    random = Random(number)
    head = (
        f"---\ntitle: Deck {number}\nround: practitioner\ntopic: ml/topic-{number % 20:02}\n---\n"
    )
    return head + "".join(_note(random, number, place) for place in range(NOTES))


def _note(random: Random, deck: int, place: int) -> str:
    prompt = " ".join(random.choices(_WORDS, k=random.randint(6, 14)))
    answer = " ".join(random.choices(_WORDS, k=random.randint(15, 55))).capitalize()
    extra = ""
    if place % 4 == 0:
        extra = f" Here {random.choice(_MATH)} holds."
    elif place % 10 == 1:
        extra = f"\n{_TABLE}"
    elif place % 10 == 3:
        extra = f"\n{_CODE}"
    name = f"d{deck}-n{place}"
    return f"\n## Why does {prompt}, in case {place} of {deck}? {{#{name}}}\n\n{answer}.{extra}\n"
