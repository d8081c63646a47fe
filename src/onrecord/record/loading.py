"""The JSON or JSON lines that onrecord gave out, with the pages' text, back to the Record they were made from."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model import Record
from onrecord.record.schema import ACROSS_FIELDS, FACTS_FIELDS, PAGE_FIELDS, VERSION, Json

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_CAPTURE_FIELDS = ("id", "name", "format", "text", "given", "notes")
_INK = re.compile(r"\S")
_REMEDY = "write it anew with: onrecord export --format json"


def load(path: str | Path) -> Record:
    """Read a record that was exported as JSON or JSON lines.

    It equals a kept record; of pages just read from HTML it lacks what the markup said, all of which is in the roles of their lines.
    Raises RecordError for a file that cannot be read, holds something else or leaves out the pages' text.
    """
    where = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise RecordError(f"it cannot be read ({reason})", where=where, remedy="name a file that onrecord export made") from None
    return from_json(_objects(text, where), where=where)


def from_json(objects: Iterable[Json], *, where: str = "JSON") -> Record:
    """Put a record together from its one object, or from those of its lines; `where` names them in what is raised.

    >>> from onrecord.model import Record, Unread
    >>> from onrecord.record.schema import as_json
    >>> from_json([as_json(Record(unread=(Unread("lost.txt", "It is empty."),)))]).unread
    (Unread(name='lost.txt', reason='It is empty.'),)
    """
    told: dict[str, list[object]] = {name: [] for name in ("captures", *ACROSS_FIELDS)}
    for one in objects:
        if not isinstance(one, dict) or one.get("onrecord") != VERSION:
            raise RecordError(f"it is no record of version {VERSION}", where=where, remedy=_REMEDY)
        for name, parts in told.items():
            found = one.get(name, [])
            parts.extend(found if isinstance(found, list) else [])
    nested = {**told, "captures": [_nested(one, where) for one in told["captures"]], "changes": [_renamed(one) for one in told["changes"]]}
    try:
        return _adapter().validate_python(nested)
    except ValueError as error:  # what pydantic raises is one; its last lines say which field is meant
        raise RecordError(f"it is damaged ({' '.join(str(error).splitlines()[1:3])})", where=where, remedy=_REMEDY) from None


def _objects(text: str, where: str) -> Iterator[Json]:
    """Read the objects that stand one after another, as lines or not."""
    decoder, at = json.JSONDecoder(), 0
    while begins := _INK.search(text, at):
        try:
            value, at = decoder.raw_decode(text, begins.start())
        except ValueError as error:
            raise RecordError(f"it is no JSON ({error})", where=where, remedy=_REMEDY) from None
        yield value


def _nested(capture: object, where: str) -> Mapping[str, object]:
    """Put a capture's fields back into the objects of the model that they come from."""
    if not isinstance(capture, dict) or "text" not in capture:
        raise RecordError("it leaves out the text of its pages", where=where, remedy=_REMEDY)
    page = {name: capture.get(name) for name in PAGE_FIELDS}
    own = {name: capture[name] for name in _CAPTURE_FIELDS if name in capture}
    facts = {name: capture[name] for name in (*FACTS_FIELDS, "names") if name in capture}
    return {"page": {**page, "capture": own}, **facts}


def _renamed(change: object) -> object:
    return {**change, "from_": change.get("from")} if isinstance(change, dict) else change


@cache
def _adapter() -> "TypeAdapter[Record]":
    from pydantic import TypeAdapter

    return TypeAdapter(Record)
