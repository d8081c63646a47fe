"""The bundled story as a kept record gives it back."""

from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.keeping import keep, recall
from onrecord.model import Record
from onrecord.record.store import KeptRecord


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return kept(tmp_path_factory.mktemp("desk"), Path(str(files("onrecord.serve") / "demo")))


def kept(folder: Path, *pages: Path) -> Record:
    with KeptRecord(folder / "desk.db", make=True) as record:
        assert all(added for _, added in keep([str(page) for page in pages], record))
        return recall(record)
