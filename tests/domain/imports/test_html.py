"""HTML fields, and the Markdown they become."""

import pytest

from flashcards.domain.imports.html import markdown, plain

FIELDS = [
    ("one<br>two", "one\\\ntwo"),
    ("one<br><br>two", "one\n\ntwo"),
    ("<div>one</div><div>two</div>", "one\\\ntwo"),
    ("<div># x</div><div>- y</div>z", "\\# x\\\n\\- y\\\nz"),
    ("~~ or ~", "\\~~ or ~"),
    ("<b><div>a</div></b>b", "**a**\\\nb"),
    ("<ul><li><div>x</div></li><li>y</li></ul><div>z</div>", "- x\n- y\n\nz"),
    ('<pre><code class="language-c">a  b</code></pre>', "```\na  b\n```"),
    ("<p>one</p><p>two</p>", "one\n\ntwo"),
    ("a <b> word </b>here", "a  **word** here"),
    ("<b></b>x</i>", "x"),
    ("<b>over<br>lines</b>", "over\\\nlines"),
    ("<i>one <b>two</i> three</b>", "*one two* three"),
    ("<code>a*b</code>", "`a*b`"),
    ("<ol><li>one</li><li>two</li></ol>after", "1. one\n2. two\n\nafter"),
    ("<li>alone</li>", "- alone"),
    ("<pre>a\n  b<br>c</pre>d", "```\na\n  b\nc\n```\nd"),
    ("<style>p {}</style>a<script><b>x</b></script>", "a"),
    ("<table><tr><td>a<br>b</td><td><p>c</p></td></tr></table>", "| a<br>b | c |\n|---|---|"),
    ("<tr></tr>x", "x"),
    ('<img src="a b.png" alt="An *eye*"><img>', "![An \\*eye\\*](<a b.png>)"),
    ('<a href="https://e.org/(x)">there</a>', "[there](https://e.org/(x%29)"),
    ('<a href="javascript:x">there</a>', "there"),
    ("<font color=red>red</font><!-- gone -->", "red"),
    ("# no heading", "\\# no heading"),
    ("a &lt;b&gt; c < d", "a \\<b> c < d"),
    ("$5 or $6", "\\$5 or \\$6"),
    ("costs $5", "costs $5"),
    ("\\(x_1\\) and [$]y[/$]", "$x_1$ and $y$"),
    ("\\[x\\]", "$$x$$"),
    ("[$$]x[/$$] [latex]$y$[/latex]", "$$x$$ $y$"),
    ("<anki-mathjax>a &lt; b</anki-mathjax>\\( \\)", "$a < b$"),
]


@pytest.mark.parametrize(("html", "expected"), FIELDS)
def test_a_field_becomes_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_a_plain_text_is_shown_as_it_is() -> None:
    assert plain("a <b> *c*\nd & e") == "a \\<b> \\*c\\*\\\nd & e"
