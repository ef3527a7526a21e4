"""Files and functions stay small enough to be read at once."""

from statistics import median

from tests.house.sources import length, modules

OURS, TESTS = modules("flashcards"), modules("tests")


def test_no_file_is_longer_than_five_hundred_lines() -> None:
    assert [m.path for m in OURS + TESTS if len(m.lines) > 500] == []


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{module.path}:{function.lineno} {function.name} has {length(function)} lines"
        for module in OURS + TESTS
        for function in module.functions()
        if length(function) > 50
    ]
    assert long == []


def test_half_of_all_files_have_at_most_a_hundred_and_twenty_lines() -> None:
    middle = median(len(module.lines) for module in OURS)
    assert middle <= 120, f"the median file has {middle} lines"


def test_half_of_all_functions_have_at_most_eight_lines() -> None:
    middle = median(length(function) for module in OURS for function in module.functions())
    assert middle <= 8, f"the median function has {middle} lines"


def test_there_are_at_least_four_lines_of_tests_for_five_of_code() -> None:
    code, tests = (sum(len(module.lines) for module in part) for part in (OURS, TESTS))
    assert tests / code >= 0.8, f"{tests} lines of tests for {code} of code"
