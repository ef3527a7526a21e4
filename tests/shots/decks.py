"""Decks that the shipped ones have no example of: everything on one card, and mistakes."""

from pathlib import Path

EVERYTHING = r"""---
title: Logistic regression
round: practitioner
topic: ml/linear-models
---

# From the loss to the update

## Derive one step of gradient descent for logistic regression. {#everything source="PRML, §4.3"}

With $p = \sigma(Xw)$ and the mean log loss $L$, the gradient is *linear in the error*:

$$\nabla_w L = \frac{1}{n} X^\top (p - y), \qquad w \leftarrow w - \eta\, \nabla_w L$$

```python
def step(w: Array, X: Array, y: Array, rate: float = 0.1) -> Array:
    # one step of full-batch gradient descent
    p = 1 / (1 + np.exp(-X @ w))
    return w - rate * X.T @ (p - y) / len(y)
```

> The slope of the sigmoid cancels against that of the logarithm.

| Term            | Shape        | Cost    |
|-----------------|:------------:|--------:|
| $Xw$            | $n$          | $O(nd)$ |
| $X^\top(p - y)$ | $d$          | $O(nd)$ |

1. Compute the logits once, and reuse them for the loss.
2. Standardise the features first:
    - otherwise one rate $\eta$ fits no weight,
    - and a penalty punishes by units.
3. Stop when the validation loss stops falling.

- [x] works for `float32`
- [ ] numerically safe for $|z| > 88$, see the [stable form](https://example.org/log-loss)
"""

PARTS = r"""---
title: Answers in parts
topic: ml/parts
---

# Told, typed and marked

## How does a PinSage convolution make a node’s new vector? {#steps .steps source=arXiv}

> hint: the node *itself* enters only in the third step, $h_u$

1. Pass each neighbour's vector through a dense layer with ReLU: $\operatorname{ReLU}(Q h_v + q)$
2. Pool them, weighted by their normalised visit counts
3. Concatenate the result with the node's own vector

   ```python
   z = relu(W @ concat([h_u, n_u]) + w)
   ```

4. L2-normalise the output, $z \leftarrow z / \lVert z \rVert_2$

## Tell me about your biggest impact. {#story .star values="Aim for Extraordinary"}

### Situation

Search at a shop with two million products answered one query in eight with nothing.

### Task

I was to halve that share within a quarter, without a larger index.

### Action

I measured where the empty answers came from, and built a two-tower model for the long tail.

### Result

Empty answers fell from 12.4 % to 3.1 %, and revenue from search rose by 6 %.

### Reflection

Next time I would talk to the people who run the index in the first week.

## A story of six seconds {#short .star minutes=0.1}

### Situation

S.

### Task

T.

### Action

I acted.

### Result

It took 2 days less.

## What does an L2 penalty do to weights? {#typed .typed}

It shrinks **all** weights towards zero, but none to exactly zero.

## Elastic net {#gap .cloze.typed}

Elastic net adds {{L1::which norm?}} and L2 penalties.

## PinSage: graph convolutions at web scale {#paper .paper venue=KDD year=2018 link=https://arxiv.org/abs/1806.01973}

### Problem

Embeddings for three billion pins.

### Idea

Random walks choose and weigh the neighbours: *importance pooling*.

### Results

Hit rate up by 150 %.
"""

MISTAKES = {
    "attention.md": "## What is a head? {#head}\nOne of several.\n\n## Second {#head}\nAgain.\n",
    "broken-front-matter.md": "---\ntitle: [unclosed\n---\n\n## Question {#kept}\nAnswer.\n",
    "cloze.md": "## Nothing hidden {#none .cloze}\nThis sentence hides nothing.\n",
    "fence.md": "## An open fence {#fence}\n```python\nprint(1)\n",
    "kinds.md": "## Misspelt kind {#kind .clozee}\nAn {{answer}}.\n\n## Empty {#empty}\n",
    "not-text.md": "",
}


def write_everything(folder: Path) -> Path:
    """Write one deck with one card of everything a card can hold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "logistic-regression.md").write_text(EVERYTHING, "utf-8")
    return folder


def write_parts(folder: Path) -> Path:
    """Write one deck of steps, stories, typed answers and a paper."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parts.md").write_text(PARTS, "utf-8")
    return folder


def write_mistakes(folder: Path) -> Path:
    """Write decks with a problem each, one of them no text at all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in MISTAKES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "not-text.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe")
    return folder


SLIPS = """---
title: Norms
topic: ml/norms
tags: [basics]
---

# Penalties

## What does an L1 penalty do to small weights? {#l1}

> hint: think of its slope

It drives them to *exactly* zero, because $|w|$ keeps its slope near zero.

## Elastic net {#net .cloze}
It adds {{L1::which norm?}} and {{L2}} penalties.

##No space
A slip that one key corrects.

## L1 vs L2 {#l1-vs-l2 .compare}
|         | L1     | L2     |
|---------|--------|--------|
| Weights | sparse | shrunk |
"""


def write_slips(folder: Path) -> Path:
    """Write a deck with a slip, to be put right in the Write page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "norms.md").write_text(SLIPS, "utf-8")
    return folder
