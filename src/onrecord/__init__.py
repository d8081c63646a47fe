"""The public names, each fetched when it is first asked for, so that `import onrecord` costs next to nothing.

>>> import onrecord
>>> onrecord.explain("capture")
'One copy of one page at one moment.'
"""

TYPE_CHECKING = False  # type checkers take it for true; typing itself would be most of the cost of this import
if TYPE_CHECKING:
    from onrecord.errors import BadDateError, OnrecordError, RecordError
    from onrecord.model import Given, Record
    from onrecord.pipeline import recall
    from onrecord.record.schema import as_json, record_schema
    from onrecord.record.search import Query, search
    from onrecord.record.store import KeptRecord, open_record
    from onrecord.serve.brief import render_brief
    from onrecord.serve.library import keep, read
    from onrecord.terms import explain

__all__ = [
    "BadDateError",
    "Given",
    "KeptRecord",
    "OnrecordError",
    "Query",
    "Record",
    "RecordError",
    "as_json",
    "explain",
    "keep",
    "open_record",
    "read",
    "recall",
    "record_schema",
    "render_brief",
    "search",
]

_HOMES = {
    "BadDateError": "onrecord.errors",
    "Given": "onrecord.model",
    "KeptRecord": "onrecord.record.store",
    "OnrecordError": "onrecord.errors",
    "Query": "onrecord.record.search",
    "Record": "onrecord.model",
    "RecordError": "onrecord.errors",
    "as_json": "onrecord.record.schema",
    "explain": "onrecord.terms",
    "keep": "onrecord.serve.library",
    "open_record": "onrecord.record.store",
    "read": "onrecord.serve.library",
    "recall": "onrecord.pipeline",
    "record_schema": "onrecord.record.schema",
    "render_brief": "onrecord.serve.brief",
    "search": "onrecord.record.search",
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
