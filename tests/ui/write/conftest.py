"""A writer at a deck of a few notes."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage
from tests.ui.write.desk import Writer

DECK = """---
title: Norms
topic: ml/norms
tags: [basics]
---

# Section

## What does L1 do? {#l1}
It makes weights sparse.

## Elastic net {#net .cloze}
It adds {{L1}} and {{L2}} penalties.
"""


@pytest.fixture
def writer(qtbot: QtBot, stage: Stage) -> Writer:
    """Open the page on one deck."""
    stage.write_deck(DECK)
    return Writer(qtbot, stage)
