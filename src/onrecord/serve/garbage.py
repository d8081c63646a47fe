"""A run of a program to one that is hardly searched for garbage: to load onrecord makes many objects, and its end frees all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 100_000
"""New objects after which garbage is sought; what is loaded for one page is fewer."""


@contextmanager
def hardly_searched() -> Iterator[None]:
    """Seek garbage seldom within this block, and no more once it is left, which is when the program ends."""
    gc.set_threshold(OBJECTS)
    try:
        yield
    finally:
        gc.freeze()
