"""Texts to measure on: the gold dispatches, and hostile ones of any size."""

from collections.abc import Callable

from depeche.evaluation.gold import own_files


def dispatches(language: str) -> list[str]:
    """The texts of the language's cases, in order."""
    return [
        path.with_suffix(".txt").read_text(encoding="utf-8")
        for path in own_files()
        if path.name.startswith(f"{language}-")
    ]


# Inputs that tempt a reader to take more than linear time; each makes a text of about `size` characters.
HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line": lambda size: "Paris a salué Rome. " * (size // 20),
    "one long word": lambda size: "a" * size,
    "nested quotes": lambda size: "«" * (size // 2) + "a" + "»" * (size // 2),
    "open quotes": lambda size: '"Oui, a dit Paris. ' * (size // 19),
    "brackets": lambda size: "(" * size + "a",
    "one sentence of commas": lambda size: "Paris, Rome, " * (size // 13),
    "short lines": lambda size: "Paris\n" * (size // 6),
    "blank lines": lambda size: "Paris.\n" + "\n \t" * (size // 3),
    "dates": lambda size: "le 3 mai 2021, " * (size // 15),
    "hyphens": lambda size: "Paris-" * (size // 6),
    "zero-width": lambda size: "P\u200baris\u202e " * (size // 8),
    "tags": lambda size: "<p>Paris" * (size // 8),
    "open tags": lambda size: "<html><body>" + "<div>" * (size // 5) + "Paris",
}
