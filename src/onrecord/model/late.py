"""Pages and captures of which the lines and the text are read as soon as somebody asks for them."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from onrecord.model.pages import Block, Capture, Page

_Value = TypeVar("_Value", Capture, Page)


class LateCapture(Capture):
    """A capture of which the text is read as soon as it is asked for."""

    __slots__ = ("_read",)

    def __getattr__(self, name: str) -> Any:  # asked for what has not been set
        """Read the text."""
        return _set(self, name, self._read().capture.text) if name == "text" else object.__getattribute__(self, name)


class LatePage(Page):
    """A page of which the lines are read as soon as they are asked for."""

    __slots__ = ("_read",)

    def __getattr__(self, name: str) -> Any:
        """Read the lines."""
        return _set(self, name, self._read().blocks) if name == "blocks" else object.__getattribute__(self, name)


def make_late(kind: type[_Value], known: _Value, late: str, read: Callable[[], Page], **others: object) -> _Value:
    """Make a page or a capture of another one, in which one thing is late and others may be other."""
    made = object.__new__(kind)
    for name in (field.name for field in fields(known) if field.name != late):
        _set(made, name, others.get(name, getattr(known, name)))
    _set(made, "_read", read)
    return made


def with_lines(page: Page, find: Callable[[], tuple[Block, ...]]) -> Page:
    """Give a page with other lines; of a late page they are found as soon as they are asked for."""
    if isinstance(page, LatePage):
        return make_late(LatePage, page, "blocks", lambda: replace(page, blocks=find()))
    return replace(page, blocks=find())


def _set(late: object, name: str, value: object) -> object:
    object.__setattr__(late, name, value)
    return value
