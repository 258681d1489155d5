"""bin/test: the whole suite in one process a core, what is asked for by path in one."""

import pytest

from bin.setup.test import together


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-q"],
        ["-k", "goals"],
        ["-m", "scale"],
        ["-q", "-k", "accounts", "--durations", "20"],
        ["--ignore", "tests/setup"],
        ["--durations=20"],
    ],
)
def test_a_word_that_belongs_to_an_option_is_no_path(arguments):
    assert together(arguments) == ["-n", "auto", "--dist", "loadgroup", *arguments]


@pytest.mark.parametrize(
    "arguments",
    [
        ["tests/goals"],
        ["-q", "tests/goals/test_jobs.py::test_anything"],
        ["-k", "goals", "tests/accounts"],
        ["-x", "goals"],
        ["-n", "3"],
        ["-n0", "-k", "goals"],
        ["--numprocesses=2"],
    ],
)
def test_a_path_or_a_number_of_processes_is_taken_as_it_is(arguments):
    assert together(arguments) == arguments
