"""What is asked of a settled record to the numbers of the captures that must be read for it; nothing where all of them must."""

import json
import re
from collections.abc import Callable, Collection, Iterable

from onrecord.record.settling import count_parts
from onrecord.record.store import KeptRecord

Choice = Callable[[KeptRecord], Collection[int] | None]
"""Gives the numbers of the captures that something is asked of, or nothing for all."""


def choose_all(_: KeptRecord) -> None:
    """Choose all captures."""


def choose_retold(names: Iterable[str]) -> Choice:
    """Choose captures by their names, and those of which something is told again where these are told of."""
    asked = json.dumps([*names])

    def choose(record: KeptRecord) -> Collection[int] | None:
        return _numbers(record, _RETOLD, asked)

    return choose


_RETOLD = """
    WITH asked AS (SELECT number FROM capture WHERE name IN (SELECT value FROM json_each(?))),
        told AS (SELECT capture FROM part_page WHERE part IN (SELECT part FROM part_page WHERE capture IN asked))
    SELECT number FROM asked UNION SELECT "of" FROM repeat WHERE capture IN told
"""


def choose_page(name: str) -> Choice:
    """Choose a capture by its name."""
    return lambda record: _numbers(record, "SELECT number FROM capture WHERE name = ?", name)


def choose_story(typed: str) -> Choice:
    """Choose the captures of a story by its id."""
    nth = _nth(typed, "story")
    return lambda record: _numbers(record, "SELECT capture FROM story_entry WHERE story = ?", nth)


def choose_claim(typed: str) -> Choice:
    """Choose the captures of the part that has a claim, by its id."""
    nth = _nth(typed, "c")

    def choose(record: KeptRecord) -> Collection[int] | None:
        before = 0
        for row in count_parts(record):
            before += row["claims"]
            if 0 <= nth < before:
                return _numbers(record, "SELECT capture FROM part_page WHERE part = ?", row["part"])
        return None

    return choose


def choose_changed(record: KeptRecord) -> Collection[int]:
    """Choose the captures that have other words than earlier ones."""
    return {row["later"] for row in record.db.execute("SELECT DISTINCT later FROM change")}


def _nth(typed: str, kind: str) -> int:
    """Give the place that an id tells, or its number alone, from 0; a negative number where it is no id of that kind."""
    found = re.fullmatch(rf"(?:{kind})?([1-9]\d{{0,8}})", typed.lower(), re.ASCII)
    return int(found[1]) - 1 if found else -1


def _numbers(record: KeptRecord, query: str, sought: str | int) -> Collection[int] | None:
    return {row[0] for row in record.db.execute(query, (sought,))} or None
