"""Values to bytes on a pipe between two processes of onrecord's own, and back."""

import pickle
import struct
from typing import IO

_SIZE = struct.Struct("<Q")


def send(stream: IO[bytes], value: object) -> None:
    """Write a value, its size before it."""
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_SIZE.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read a value; EOFError when the other side has ended."""
    size = stream.read(_SIZE.size)
    if len(size) < _SIZE.size:
        raise EOFError
    content = stream.read(_SIZE.unpack(size)[0])
    return pickle.loads(content)
