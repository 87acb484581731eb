import pytest

from docs.blocks.follow import renewed, stale
from docs.blocks.page import again, fits, steps
from docs.blocks.session import Failed


def page(*lines):
    return "\n".join(lines) + "\n"


def test_commands_are_found_with_what_is_shown_of_them():
    text = page("# A", "```console", "$ one \\", "  two", "out", "", "$ three", "```", "```text", "x", "```")
    first, second, more = steps(text)
    assert (first.kind, first.source, first.shown) == ("command", "one \\\n  two", ["out"])
    assert (second.source, second.shown) == ("three", None)
    assert (more.kind, more.shown) == ("more", ["...", "x", "..."])


def test_text_at_once_after_a_program_is_its_output():
    (step,) = steps(page("```python", "print(1)", "```", "", "```text", "1", "```"))
    assert (step.kind, step.shown, step.first, step.last) == ("python", ["1"], 5, 6)


def test_a_block_with_a_title_is_a_file():
    (step,) = steps(page('```csv title="a.csv"', "x,y", "```"))
    assert (step.kind, step.name, step.source) == ("file", "a.csv", "x,y\n")


def test_a_console_block_that_begins_with_output_is_refused():
    with pytest.raises(ValueError, match="line 2: a console block begins with a command"):
        list(steps(page("```console", "out", "```")))


@pytest.mark.parametrize(
    ("shown", "fit"),
    [
        (["a", "b", "c"], True),
        (["a", "..."], True),
        (["...", "c"], True),
        (["a", "...", "c"], True),
        (["a", "b"], False),
        (["b", "..."], False),
    ],
)
def test_three_dots_stand_for_lines(shown, fit):
    assert fits(shown, ["a", "b", "c"]) is fit


@pytest.mark.parametrize(
    ("shown", "anew"),
    [
        (["old"], ["a", "b", "c", "d"]),
        (["old", "..."], ["a", "..."]),
        (["...", "old"], ["...", "d"]),
        (["old", "...", "c", "old"], ["a", "...", "c", "d"]),
        (["...", "b", "old", "..."], ["...", "b", "c", "..."]),
    ],
)
def test_output_is_written_anew_with_its_elisions(shown, anew):
    assert again(shown, ["a", "b", "c", "d"]) == anew


def test_what_a_page_shows_is_compared_and_renewed(tmp_path, kept):
    text = page(
        "```console", "$ echo new", "old", "```", "```python", "print(2)", "```", "```text", "3", "```"
    )
    assert stale(text, tmp_path, kept) == ["$ echo new\nnew", "$ print(2)\n2"]
    anew = page(
        "```console", "$ echo new", "new", "```", "```python", "print(2)", "```", "```text", "2", "```"
    )
    assert renewed(text, kept) == anew


def test_a_command_that_fails_fails_the_page(tmp_path, kept):
    text = page("```console", "$ depeche read missing.txt", "```")
    with pytest.raises(Failed, match="exit code is 3"):
        stale(text, tmp_path, kept)


def test_an_exit_code_that_is_shown_is_meant(tmp_path, kept):
    text = page("```console", "$ depeche read missing.txt", "$ echo $?", "3", "```")
    assert stale(text, tmp_path, kept) == []


@pytest.mark.parametrize("line", ["make nonsense", "pip install 'depeche[nonsense]'", "source nowhere"])
def test_what_sets_up_the_machine_must_exist(line, tmp_path, kept):
    with pytest.raises(Failed, match="no such thing"):
        stale(page("```console", f"$ {line}", "```"), tmp_path, kept)


def test_what_serves_until_it_is_stopped_is_only_parsed(tmp_path, tmp_path_factory, kept):
    assert stale(page("```console", "$ depeche serve --demo", "```"), tmp_path, kept) == []
    with pytest.raises(Failed, match="the call is wrong"):
        stale(page("```console", "$ depeche serve --dmo", "```"), tmp_path_factory.mktemp("other"), kept)


def test_variables_hold_for_the_page(tmp_path, kept):
    text = page("```console", "$ export DEPECHE_LEDGER=none.db", "$ echo $DEPECHE_LEDGER", "?", "```")
    assert stale(text, tmp_path, kept) == ["$ echo $DEPECHE_LEDGER\nnone.db"]
