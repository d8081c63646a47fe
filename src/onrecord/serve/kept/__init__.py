"""Commands on a kept record, by the names under which they are typed."""

from collections.abc import Callable, Mapping

from onrecord.serve.export.command import export
from onrecord.serve.kept.finding import search, who
from onrecord.serve.kept.pages import add, backup, check, remove
from onrecord.serve.kept.telling import brief, changes, claim, figures, news, story

COMMANDS: Mapping[str, Callable[..., None]] = {
    "add": add,
    "search": search,
    "who": who,
    "story": story,
    "claim": claim,
    "figures": figures,
    "changes": changes,
    "news": news,
    "brief": brief,
    "remove": remove,
    "check": check,
    "backup": backup,
    "export": export,
}
"""The commands by their names, in the order in which help lists them."""
