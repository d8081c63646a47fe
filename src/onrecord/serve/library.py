"""What programs use: pages to a Record or into a kept one, which is searched, joined and taken elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from onrecord import keeping, pipeline
from onrecord.model import Act, Given, Record, Unread
from onrecord.record.search import Hit, Kind, Query, search
from onrecord.record.store import KeptRecord
from onrecord.serve.dates import read_date
from onrecord.serve.hits import without_marks
from onrecord.serve.parsing import GuardedParser
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from onrecord.serve.export.formats import ExportName

Paths = str | Path | Sequence[str | Path]
"""One path of saved pages, or several."""


def read(
    paths: Paths,
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    progress: pipeline.Progress | None = None,
    settings: CaptureSettings | None = None,
) -> Record:
    """Read saved pages into one record; what cannot be read, or takes too long to take apart, is listed in `unread` with its reason.

    `given` holds for every page. The path `-` stands for `stdin`. `settings` say what is taken as a page, and by which lane HTML is read.
    Large markup is taken apart in a process that can be ended.
    """
    limits = settings or CaptureSettings()
    with GuardedParser(settings=limits, unguarded=limits.largest_unguarded) as parser:
        return pipeline.read(_listed(paths), given=given, stdin=stdin, progress=progress, settings=limits, parser=parser)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding pages."""

    new: tuple[str, ...]
    """Names of the pages that were added."""
    known: tuple[str, ...]
    """Names of those that were there already."""
    unread: tuple[Unread, ...]
    """What could not be read, and why."""


class RecordFile:
    """A kept record that is open: pages are added to it, found again, joined and taken out."""

    def __init__(self, kept: KeptRecord) -> None:
        """Take a kept record that is open."""
        self.kept = kept

    def __enter__(self) -> Self:
        """Do nothing: it is open."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def __len__(self) -> int:
        """Count the pages."""
        return len(self.kept)

    def close(self) -> None:
        """Close the file."""
        self.kept.close()

    def add(
        self,
        paths: Paths,
        *,
        given: Given | None = None,
        stdin: BinaryIO | None = None,
        settings: CaptureSettings | None = None,
    ) -> Added:
        """Add saved pages, each whole or not at all; a page that is there already is not added again. For the rest see `read`."""
        limits = settings or CaptureSettings()
        new: list[str] = []
        known: list[str] = []
        unread: list[Unread] = []
        with GuardedParser(settings=limits, unguarded=limits.largest_unguarded) as parser:
            for done, added in keeping.keep(_listed(paths), self.kept, given=given, stdin=stdin, settings=limits, parser=parser):
                if isinstance(done, Unread):
                    unread.append(done)
                else:
                    (new if added else known).append(done.name)
        return Added(tuple(new), tuple(known), tuple(unread))

    def search(  # noqa: PLR0913  (all but the first are options)
        self,
        words: str = "",
        *,
        kind: Kind = "statements",
        speaker: str | None = None,
        act: Act | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        newest: bool = True,
        limit: int = 20,
    ) -> tuple[Hit, ...]:
        """Find words, newest first or else best first; all that is told must hold.

        Words in double quotation marks must follow each other, and `flood*` stands for any ending. `since` and `until` are ISO dates,
        inclusive. The best, of the newest 1,000 found, are those in which the words follow each other; then the surest statements, and the
        entries and figures in which the words weigh most. Raises BadDateError for what is no date.
        """
        first, last = (read_date(day, where=name) if day else None for day, name in ((since, "since"), (until, "until")))
        found = search(self.kept, Query(words, speaker, act, outlet, first, last), kind, newest=newest, limit=limit)
        return tuple(map(without_marks, found))

    def recall(self) -> Record:
        """Give what is known from all pages together, without reading them again."""
        return keeping.recall(self.kept)

    def remove(self, name: str) -> bool:
        """Take a page out, with all that was taken from it; tell whether it was there."""
        return self.kept.remove(name)


def open_record(path: str | Path, *, make: bool = True) -> RecordFile:
    """Open a kept record, or make one where there is none.

    Raises RecordError for a file that is not there and is not to be made, is no record or a newer one, or cannot be read.
    """
    return RecordFile(KeptRecord(path, make=make))


def export(record: Record, form: "ExportName", to: str | Path) -> None:
    """Write a record, kept or just read, into a new file, or for "csv" and "parquet" into a folder of tables.

    Raises OnrecordError where something is already, so that nothing is overwritten.
    """
    from onrecord.serve.export.formats import write_record

    write_record(record, form, Path(to))


def _listed(paths: Paths) -> list[str]:
    return [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
