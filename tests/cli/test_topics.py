"""Weak topics, statistics and the report, on a month that always went the same."""

import os

import pytest

from tests.cli.conftest import CommandLine

DECK = "".join(f"## {name}? {{#{name}}}\n\nYes.\n\n" for name in ("graph", "tree", "heap", "hash"))
HEADER = "---\nround: coding\ntopic: algorithms\n---\n\n"


@pytest.fixture
def month(cli: CommandLine) -> CommandLine:
    """Answer four cards of one topic on five days, the last one always wrong."""
    cli.deck("algorithms", HEADER + DECK)
    rows = ["card,time,grade,duration_ms"]
    for day in (1, 3, 8, 15, 27):
        for card in ("graph", "tree", "heap", "hash"):
            rows.append(f"{card},2026-02-{day:02}T12:00:00Z,{1 if card == 'hash' else 4},6000")
    cli("log", "import", cli.file("past.csv", "\n".join(rows)))
    cli.file("data/settings.toml", 'interview = "2026-03-20"\n[weights]\ncoding = 2\n')
    return cli


def test_topics_for_scripts(month: CommandLine) -> None:
    first, second = month("topics", "--json").json()
    assert first == {
        "topic": "algorithms",
        "round": "coding",
        "cards": 4,
        "seen": 4,
        "reviews": 20,
        "weakness": first["weakness"],
        "low": first["low"],
        "high": first["high"],
        "recall": pytest.approx(1 - first["weakness"]),
        "recall_at_interview": first["recall_at_interview"],
        "weight": 2,
        "trend": first["trend"],
        "rank": 1,
        "told": first["told"],
    }
    assert 0 < first["low"] < first["weakness"] < first["high"] < 0.6
    assert first["recall_at_interview"] < first["recall"]
    assert second["topic"] == "ml/norms"
    assert {second[key] for key in ("weakness", "low", "high", "recall", "rank")} == {None}
    assert second["told"] == "nothing seen yet"


def test_topics_for_a_person(month: CommandLine) -> None:
    lines = month("topics").out.splitlines()
    assert lines[0].split() == ["topic", "weak", "90%", "reviews", "seen", "weight"]
    assert lines[1].startswith("1  algorithms  ")
    assert lines[2].split()[:4] == ["ml/norms", "nothing", "seen", "yet"]
    assert lines[-1].startswith("There are too few answers yet")
    for deck in ("norms", "algorithms"):
        month.deck(deck, "")
    assert month("topics").out == "There are no cards in the decks.\n"


def test_statistics_for_scripts(month: CommandLine) -> None:
    found = month("stats", "--json").json()
    assert (found["date"], found["cards"], found["seen"]) == ("2026-03-01", 7, 4)
    assert (found["answers"], found["learned"], found["minutes"]) == (20, 4, 2.0)
    assert found["retention"]["young"] == {"answers": 16, "right": 12, "share": 0.75}
    assert found["retention"]["mature"] == {"answers": 0, "right": 0, "share": None}
    assert found["days"][0] == {"date": "2026-02-01", "answers": 4, "learned": 4, "minutes": 0.4}
    assert len(found["forecast"]) == 30
    assert found["overdue"] + sum(found["forecast"]) <= 4
    assert [row["round"] for row in found["rounds"]] == ["", "coding"]
    assert (found["calibration"]["answers"], len(found["hours"])) == (16, 24)
    assert set(found["calibration"]["scores"]) == {"predicted", "average", "own_average"}
    one = month("stats", "hash?", "--json").json()
    assert (one["cards"], one["answers"], one["topics"][0]["topic"]) == (1, 5, "algorithms")


def test_columns_stand_below_one_another_whatever_a_deck_is_called(cli: CommandLine) -> None:
    cli.deck(os.fsdecode(b"b\xffd"), "## a\nb\n")
    cli.deck("日本語", "## c\nd\n")
    cli.deck("e\u0301", "## e\nf\n")
    out = cli("topics").out
    before = [line.partition("nothing")[0] for line in out.splitlines() if "nothing" in line]
    widths = {name.strip(): len(name) for name in before}
    assert widths["日本語"] + 3 == widths["e\u0301"] - 1 == widths["b\\udcffd"]
    assert "\n\n\n" not in cli("stats").out


def test_statistics_for_a_person(month: CommandLine, cli: CommandLine) -> None:
    out = month("stats").out
    assert "4 of 7 cards seen.\n20 answers on 5 days of the last year, 2 minutes.\n" in out
    assert "Remembered after a wait of less than three weeks: 75% of 16.\n" in out


def test_the_report_tells_the_week(month: CommandLine) -> None:
    out = month("report").out
    assert out.startswith("# Monday 23 February to Sunday 1 March\n\n## Studied\n\n- 4 answers")
    assert "## Weak\n\n- algorithms: " in out
    assert "## Due\n\n- 1 overdue, " in out
    assert "- Nothing was answered.\n" in month("report", "--since", "2026-03-01").out


def test_the_report_as_html_and_for_scripts(month: CommandLine) -> None:
    out = month("report", "--format", "html").out
    assert out.startswith("<!doctype html>")
    assert "<h2>Studied</h2>" in out
    found = month("report", "--since", "2026-02-02", "--format", "json").json()
    assert (found["since"], found["date"], found["answers"]) == ("2026-02-02", "2026-03-01", 16)
    assert {"moved", "topics", "overdue", "forecast", "retention"} <= set(found)


def test_a_report_needs_a_day(cli: CommandLine) -> None:
    assert "“soon” is no day for --since" in cli("report", "--since", "soon").err
