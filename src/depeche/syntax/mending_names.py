"""Attachments of names that no sentence can mean: titles, owners and names beside names, set right in the columns."""

from depeche.syntax.columns import Columns


def mend_name(columns: Columns, i: int) -> None:
    """Set right what hangs wrongly at word `i`, where it is a name or stands before one."""
    dep = columns.dep[i]
    if dep == "nsubj":
        _second_subject(columns, i)
    elif dep == "obj":
        _second_object(columns, i)
    elif dep == "case":
        _before_title(columns, i)
    elif dep == "flat":
        _possessed(columns, i)


def hang(columns: Columns, i: int, head: int, dep: str) -> None:
    """Hang word `i` on another."""
    columns.head[i], columns.dep[i], columns.relation[i] = head, dep, dep.partition(":")[0]


def _second_subject(columns: Columns, i: int) -> None:
    """A name right after another subject of its verb belongs to that one, as its apposition."""
    before, head = i - 1, columns.head[i]
    while before > 0 and columns.head[before] == i and columns.dep[before] == "compound":
        before -= 1
    subject = before >= 0 and columns.dep[before] == "nsubj" and columns.head[before] == head
    if subject and columns.pos[i] == "PROPN" and columns.pos[before] in ("NOUN", "PROPN"):
        hang(columns, i, before, "appos")


def _second_object(columns: Columns, i: int) -> None:
    """A name right after another object of its verb, its title, belongs to that one, as its apposition."""
    before, head = i - 1, columns.head[i]
    title = before > head and columns.dep[before] == "obj" and columns.head[before] == head
    if title and columns.pos[i] == columns.pos[before] == "PROPN":
        hang(columns, i, before, "appos")


def _before_title(columns: Columns, i: int) -> None:
    """The adposition before a title marks the name after it ("with Foreign Minister of Chile X")."""
    title = columns.head[i]
    name = columns.head[title]
    if columns.dep[title] == "nmod:desc" and i < title < name:
        hang(columns, i, name, "case")
        if columns.dep[name] == "obj":
            hang(columns, name, columns.head[name], "obl")


def _possessed(columns: Columns, i: int) -> None:
    """A name after its owner is no part of the name before ("Korea's X and Japan's | Y")."""
    mark, head = i - 1, columns.head[i]
    owner = columns.head[mark] if mark > head else i
    if columns.dep[mark] != "case" or columns.pos[mark] != "PART" or not head < owner < mark:
        return
    if columns.dep[owner] == "conj":
        hang(columns, owner, i, "nmod:poss")
        hang(columns, i, head, "conj")
