"""What all tests share: property tests that tell the same on every machine."""

import gc

import pytest
from hypothesis import settings

settings.register_profile("same_everywhere", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("same_everywhere")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-stories", action="store_true", help="write what onrecord prints now into tests/stories/*/record.txt and docs/guide.md"
    )


def pytest_collection_finish() -> None:
    """Leave what was collected, which stays, to no search for garbage: that took a fifteenth of the time."""
    gc.collect()
    gc.freeze()
