"""Words to lines of a terminal: wrapped, indented, and in colour where that is wanted."""

import re
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

Style = Literal["bold", "dim", "red", "yellow", "cyan", "green"]

_CODES: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36", "green": "32"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a brief is written on: so many columns, in colour or not."""

    width: int = 80
    """Columns."""
    colour: bool = False
    """Whether to colour."""

    def paint(self, text: str, style: Style) -> str:
        """Put words in a style.

        >>> Paper().paint("denied", "red"), Paper(colour=True).paint("denied", "red")
        ('denied', '\\x1b[31mdenied\\x1b[0m')
        """
        bare = clean(text)
        return f"\x1b[{_CODES[style]}m{bare}\x1b[0m" if self.colour and bare else bare

    def lines(self, text: str, *, first: str = "", rest: str | None = None, lead: str = "", style: Style | None = None) -> list[str]:
        """Wrap a paragraph; `first` and `rest` go before its lines, and `lead`, its opening words, are put in `style`.

        >>> Paper(24).lines("Ada Quell: the bridge is shut", first="  L7  ", rest="      ")
        ['  L7  Ada Quell: the', '      bridge is shut']
        """
        indent = " " * len(first) if rest is None else rest
        words = " ".join(clean(f"{lead}{text}").split())
        wrapped = wrap(words, self.width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False) or [first]
        return self._painted(wrapped, " ".join(clean(lead).split()), len(first), len(indent), style) if lead and style else wrapped

    def _painted(self, lines: list[str], lead: str, first: int, rest: int, style: Style) -> list[str]:
        """Colour the opening words of wrapped lines, over as many lines as they fill."""
        painted, left = [], len(lead)
        for number, line in enumerate(lines):
            indent = rest if number else first
            taken = min(left, len(line) - indent)
            words = line[indent : indent + taken]
            painted.append(line[:indent] + (self.paint(words, style) if words else "") + line[indent + taken :])
            left -= taken + 1  # the space at which the line was broken
            if left <= 0:
                return [*painted, *lines[number + 1 :]]
        return painted

    def rule(self, mark: str = "─") -> str:
        """Draw a line across."""
        return self.paint(mark * self.width, "dim")


def clean(text: str) -> str:
    """Take out what would steer a terminal: a page's own escape codes must not reach it."""
    return _CONTROL.sub(" ", text)
