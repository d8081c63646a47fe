"""The public names, each fetched when it is first asked for, so that `import onrecord` costs next to nothing.

>>> import onrecord
>>> onrecord.explain("capture")
'One copy of one page at one moment.'
"""

TYPE_CHECKING = False  # type checkers take it for true; typing itself would be most of the cost of this import
if TYPE_CHECKING:
    from onrecord.errors import BadDateError, OnrecordError, RecordError
    from onrecord.model import Given, Record
    from onrecord.record.loading import load
    from onrecord.record.schema import as_json, record_schema
    from onrecord.serve.brief import render_brief
    from onrecord.serve.library import RecordFile, export, open_record, read
    from onrecord.terms import explain

__all__ = [
    "BadDateError",
    "Given",
    "OnrecordError",
    "Record",
    "RecordError",
    "RecordFile",
    "as_json",
    "explain",
    "export",
    "load",
    "open_record",
    "read",
    "record_schema",
    "render_brief",
]

_HOMES = {
    "BadDateError": "onrecord.errors",
    "Given": "onrecord.model",
    "OnrecordError": "onrecord.errors",
    "Record": "onrecord.model",
    "RecordError": "onrecord.errors",
    "RecordFile": "onrecord.serve.library",
    "as_json": "onrecord.record.schema",
    "explain": "onrecord.terms",
    "export": "onrecord.serve.library",
    "load": "onrecord.record.loading",
    "open_record": "onrecord.serve.library",
    "read": "onrecord.serve.library",
    "record_schema": "onrecord.record.schema",
    "render_brief": "onrecord.serve.brief",
}


def __getattr__(name: str) -> object:
    """Fetch a public name from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, fetched or not."""
    return sorted(__all__)
