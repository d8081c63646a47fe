"""Every exception that onrecord raises: what is wrong, where, and what to do about it.

    OnrecordError
      BadDateError      a date that the caller gave is not one
      NotInstalledError an optional part that the caller asked for is not there
      RecordError       the kept record cannot be opened, read or written

A bad page is data, not an exception: it is listed as `Unread` in the record, and the rest is still read.
"""


class OnrecordError(Exception):
    """Something that the caller can put right; it is printed without a traceback.

    >>> print(OnrecordError("no such setting", where="onrecord.toml, line 3", remedy="leave the line out"))
    onrecord.toml, line 3: no such setting; leave the line out
    """

    exit_code = 2
    """What the command line exits with."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        """Put the message together from its three parts."""
        super().__init__(f"{where}: {what}; {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy


class BadDateError(OnrecordError):
    """A date given by the caller that is no ISO date or date-time.

    >>> print(BadDateError("31/05/2024", where="--published"))
    --published: "31/05/2024" is not a date; write it as 2024-05-31 or 2024-05-31T14:30+02:00
    """

    def __init__(self, given: str, *, where: str) -> None:
        """Name what was given and the option or field that it was given in."""
        super().__init__(f'"{given}" is not a date', where=where, remedy="write it as 2024-05-31 or 2024-05-31T14:30+02:00")
        self.given = given


class NotInstalledError(OnrecordError):
    """An optional package, or a pipeline for one, that is asked for and not installed.

    >>> print(NotInstalledError("spaCy", where="tagger spacy", remedy='run pip install "onrecord[spacy]"'))
    tagger spacy: spaCy is not installed; run pip install "onrecord[spacy]"
    """

    def __init__(self, part: str, *, where: str, remedy: str) -> None:
        """Name the part, what needs it, and how to install it."""
        super().__init__(f"{part} is not installed", where=where, remedy=remedy)
        self.part = part


class RecordError(OnrecordError):
    """A kept record that cannot be opened, read or written as it stands.

    >>> print(RecordError("it is no record", where="desk.db", remedy="name another file with --record"))
    desk.db: it is no record; name another file with --record
    """
