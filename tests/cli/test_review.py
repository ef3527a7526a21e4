"""The review in the terminal, typed as lines."""

from tests.cli.conftest import CommandLine

QUESTION = "What does L1 do?"
ANSWER = "Drives small weights to zero."


def test_enter_shows_the_answer_and_a_number_grades_it(cli: CommandLine) -> None:
    outcome = cli("review", typed="\n3\n")
    assert outcome.status == 0
    question, answer = outcome.out.index(QUESTION), outcome.out.index(ANSWER)
    grades = outcome.out.index(
        "1 Again (today, then 1 day) · 2 Hard (today, then 1 day) · 3 Good (1 day) · 4 Easy (1 day)"
    )
    assert question < answer < grades < outcome.out.index("Good: 1 day.")
    assert cli.states()["l1"]["repetitions"] == 1


def test_a_grade_needs_the_answer_first(cli: CommandLine) -> None:
    outcome = cli("review", typed="3\n4\n")
    assert ANSWER not in outcome.out
    assert "No answers, 3 cards left today." in outcome.out
    assert cli.states()["l1"]["reviews"] == 0


def test_the_end_of_the_input_ends_politely(cli: CommandLine) -> None:
    outcome = cli("review", typed="\n4")
    assert outcome.status == 0
    assert "1 answer (1 Easy)" in outcome.out  # "in 1 minute", or less than a millisecond
    assert ", 2 cards left today." in outcome.out
    assert outcome.out.endswith("Tomorrow: 1 due and 2 new, about 1 minute.\n")


def test_q_quits(cli: CommandLine) -> None:
    assert cli("review", typed="q\n\n3\n").out.count("cards left, about") == 1


def test_a_drill_is_asked_until_it_is_good(cli: CommandLine) -> None:
    outcome = cli("review", typed="\n1\n\n4\n\n4\n" + "\n2\n\n3\n")
    assert "norms · again" in outcome.out
    assert "1 Again (again today)" in outcome.out
    assert "The day is done." in outcome.out
    card = cli.states()["l1"]
    assert (card["reviews"], card["repetitions"], card["interval"]) == (3, 0, 1)


def test_undo_and_redo(cli: CommandLine) -> None:
    outcome = cli("review", typed="\n3\nu\nu\nr\nr\nq\n")
    assert f"Undid Good on “{QUESTION}”\n" in outcome.out
    assert "There is nothing to undo." in outcome.out
    assert f"Redid Good on “{QUESTION}”\n" in outcome.out
    assert "There is nothing to redo." in outcome.out
    assert cli.states()["l1"]["reviews"] == 1


def test_the_last_answer_can_be_taken_back(cli: CommandLine) -> None:
    outcome = cli("review", typed="\n4\n" * 3 + "u\n\n3\n")
    assert outcome.out.count("The day is done.") == 2
    assert cli.states()["gap/l1"]["ease"] == 2.5


def test_bury_suspend_and_flag(cli: CommandLine) -> None:
    outcome = cli("review", typed="f\nf\nf\nb\ns\nq\n")
    assert outcome.out.count("\nFlagged.\n") == 2
    assert outcome.out.count("\nFlag taken away.\n") == 1
    assert f"\nBuried “{QUESTION}” until tomorrow.\n" in outcome.out
    assert "\nSuspended “What does L2 do?”: it is not asked any more.\n" in outcome.out
    assert [card["id"] for card in cli("cards", "is:flagged", "--json").json()] == ["l1"]
    assert [card["id"] for card in cli("cards", "is:buried", "--json").json()] == ["l1"]
    assert [card["id"] for card in cli("cards", "is:suspended", "--json").json()] == ["l2"]


def test_the_gap_of_a_cloze_stands_in_brackets(cli: CommandLine) -> None:
    cli.deck("norms", "## Gap {#gap .cloze}\n\nElastic net adds {{L1::which norm?}} and {{L2}}.\n")
    out = cli("review", typed="\n3\n\n3\n").out
    for face in ("[which norm?] and L2", "[L1] and L2", "L1 and […]", "L1 and [L2]"):
        assert f"Elastic net adds {face}." in out


def test_six_grades_have_their_own_keys(cli: CommandLine) -> None:
    cli.data.mkdir()
    (cli.data / "settings.toml").write_text('grades = "six"\n')
    out = cli("review", typed="\n0\n\n5\n").out
    assert "0 Blackout (today, then 1 day) · 1 Again" in out
    assert cli.states()["l2"]["ease"] == 2.6


def test_an_unknown_key_is_answered_with_the_known_ones(cli: CommandLine) -> None:
    out = cli("review", typed="x\n\nx\nq\n").out
    assert "The keys are Enter for the answer; u, r, b, s, f and q.\n" in out
    assert "The keys are 1 Again, 2 Hard, 3 Good, 4 Easy; u, r, b, s, f and q.\n" in out


def test_a_day_without_anything_to_do_has_no_minutes(cli: CommandLine) -> None:
    outcome = cli("review", typed="s\ns\ns\n")
    assert outcome.out.endswith("No answers.\nTomorrow: nothing is due.\n")


def test_the_source_of_an_answer_is_told(cli: CommandLine) -> None:
    cli.deck("norms", '## Asks {source="a book"}\n\nYes.\n')
    assert "Source: a book" in cli("review", typed="\n").out


def test_a_done_day_is_said_at_once(cli: CommandLine) -> None:
    cli.deck("norms", "## Asks\n\nYes.\n")
    cli("review", typed="\n4\n")
    outcome = cli("review", typed="\n4\n")
    assert "The day is done.\n\nNo answers.\nTomorrow: 1 due" in outcome.out


def test_a_deck_cannot_steer_the_terminal(cli: CommandLine) -> None:
    cli.deck("norms", "## Asks \x1b[2J\n\n\x1b]0;title\x07Yes \x9b31m.\n")
    outcome = cli("review", typed="\n")
    assert not set("\x1b\x07\x9b") & set(outcome.out)


STEPS = """## Train a model {#train .steps}

> hint: data first

1. Split the data by time
2. Fit on all but the last week
3. Ship it
"""


def test_steps_are_shown_and_marked_one_by_one(cli: CommandLine) -> None:
    cli.deck("norms", STEPS)
    out = cli("review", typed="h\n\n\nm\n\n2\n").out
    shown = [
        "Enter next step · a all steps · h hint · u undo",
        "Hint:\ndata first\n",
        "Split the data by time\n\nStep 1 of 3: Enter if you knew it · m if you missed it",
        "Fit on all but the last week\n\nStep 2 of 3: ",
        "Ship it\n\nStep 3 of 3: ",
        "2 of 3 steps, missed: Step 2. Suggested: Hard.\n",
        "Hard: today, then 1 day.\n",
    ]
    places = [out.index(words) for words in shown]
    assert places == sorted(places)
    assert cli("log", "export", "-").out.splitlines()[1].endswith(",3,fit-on-all-but-the-last-week")


def test_all_steps_at_once_are_marked_no_more(cli: CommandLine) -> None:
    cli.deck("norms", STEPS)
    out = cli("review", typed="\nx\na\n3\n").out
    assert "The keys are Enter if you knew it, m if you missed it, a for all steps; u," in out
    assert "Ship it\n\n1 Again" in out
    assert cli("log", "export", "-").out.startswith("card,time,grade,duration_ms\n")


def test_a_story_is_timed_until_its_first_section(cli: CommandLine) -> None:
    cli.deck("norms", "## Impact {#s .star values=Win}\n### Situation\nS.\n### Task\nT.\n"
             "### Action\nI did.\n### Result\n+3 %.\n")  # fmt: skip
    out = cli("review", typed="\n\n\n\n3\n").out
    assert "\n\nWin\n\nEnter next section · a all sections" in out
    assert "───\n\nTold in 0:00.\n" in out
    assert "Section 3 of 4: Enter next section" in out
    assert out.index("Section 3 of 4") < out.index("+3 %.\n\n1 Again")


def test_a_typed_answer_is_compared_in_words(cli: CommandLine) -> None:
    cli.deck("norms", "## Penalty {#p .typed}\nIt shrinks **all** weights.\n")
    out = cli("review", typed="t\nit shrinks weights to zero\n3\n").out
    assert "Enter answer · t to type the answer" in out
    assert "You typed: It shrinks [+all] weights. [−to zero]\n" in out
    right = "t\nit shrinks ALL weights\n3\n"
    assert "✓ As expected." in cli("review", typed=right, today="2026-03-02").out


def test_a_search_limits_the_review_and_a_saved_one_too(cli: CommandLine) -> None:
    cli.data.mkdir()
    (cli.data / "settings.toml").write_text('[searches]\n"l two" = "L2 kind:basic"\n', "utf-8")
    outcome = cli("review", '@"l two"', typed="\n3\n")
    assert "What does L2 do?" in outcome.out
    assert QUESTION not in outcome.out
    assert cli("review", "nowhere").out == "This search finds no card.\n"
    again = cli("review", '@"l two"').out
    assert again == "No card of these is due or new today.\n"
    assert cli("cards", '@"l two"', "--json").json()[0]["id"] == "l2"


def test_a_saved_search_that_is_not_there_is_a_mistake(cli: CommandLine) -> None:
    outcome = cli("review", "@mine")
    assert outcome.status == 2
    assert outcome.err.startswith("There is no saved search “mine”.")
