"""A prompt within a sentence: no marks of Markdown, and a short formula as it is read."""

import re

from flashcards.domain.deck.literal import literal_stretches

_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"(?<!\\)!?\[([^\[\]\n]*)\]\((?:<[^<>\n]*>|[^\s()]*)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UPRIGHT = re.compile(r"\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\{([^{}]*)\}")
_POWER = re.compile(r"\^(?:\{([-+]?\d+|[nT])\}|(\d|[nT]))")
_COMMAND = re.compile(r"\\([a-zA-Z]+|[,;:! ])")
_RAISED = str.maketrans("0123456789+-nT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ")
_LETTERS = (
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eta η theta θ lambda λ mu μ pi π rho ρ "
    "sigma σ tau τ phi φ Delta Δ Sigma Σ cdot · times × le ≤ leq ≤ ge ≥ geq ≥ ne ≠ approx ≈ "
    "infty ∞ to →"
)
_FUNCTIONS = ("log", "ln", "exp", "min", "max", "argmin", "argmax", "tanh")
_SIGNS = {
    **dict(re.findall(r"(\S+) (\S)", _LETTERS)),
    **{name: name for name in _FUNCTIONS},
    **dict.fromkeys(",;: ", " "),
    "!": "",
}


def in_words(prompt: str) -> str:
    """Give a prompt as plain text; a formula that needs more than a line stays TeX."""
    parts, position = list[str](), 0
    for start, end in literal_stretches(prompt):
        parts += [_plain(prompt[position:start]), _literal(prompt[start:end])]
        position = end
    return "".join([*parts, _plain(prompt[position:])])


def _plain(text: str) -> str:
    """Give what is shown of words: of a link its words, of a picture what stands for it."""
    text = _EMPHASIS.sub(r"\2", text)
    text = _LINK.sub(r"\1", text) if "](" in text else text
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _literal(text: str) -> str:
    """Give code without its backticks, a formula without its dollars."""
    if text.startswith("`"):
        return text.strip("`").strip()
    tex = _ROOT.sub(r"√\1", _UPRIGHT.sub(r"\1", text.strip("$")))
    tex = _POWER.sub(lambda found: (found[1] or found[2]).translate(_RAISED), tex)
    if any(command not in _SIGNS for command in _COMMAND.findall(tex)):
        return text
    return _COMMAND.sub(lambda found: _SIGNS[found[1]], tex).replace("{", "").replace("}", "")
