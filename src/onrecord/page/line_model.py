"""Numbers that describe the lines of a page to how likely each line is news, and to the runs of lines that are.

The models are small networks, kept as arrays of numbers in an .npz file and run with numpy alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    """Numbers of any shape; of a page, a row for each line."""

LARGEST_SIGN = 5.0
"""Deviations from what is usual beyond which a number says no more."""
LARGEST_SCORE = 12.0
"""Log-odds beyond which a network is not believed: it has not seen enough pages to be surer."""


LARGEST_PRODUCT = 250_000
"""Multiplications of a product of matrices up to which BLAS keeps to one thread; more threads cost ten times what they save here."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """Networks of the same shape whose scores are averaged, and how often one kind of line follows the other."""

    features: tuple[str, ...]
    """What each column of the numbers is, in order."""
    middle: "Numbers"
    """What is taken from each column."""
    scale: "Numbers"
    """What each column is then multiplied by."""
    layers: tuple[tuple["Numbers", "Numbers"], ...]
    """Weights (network, in, out) and biases (network, 1, out) of each layer; a layer but the last is cut at 0."""
    looks: tuple[tuple["Numbers", "Numbers"], ...]
    """Weights (network, 3, held, held) and biases of the steps after the first layer in which each line looks at two others,
    1 line before and after it in the first step, then 2, 4, 8 and so on; empty for a model that has the lines' own numbers alone."""
    stay: tuple[float, float]
    """Log-odds that a line is of the same kind as the one before it, where that is news, and where it is not."""

    def score(self, rows: "Numbers") -> "Numbers":
        """Give for each line the log-odds that it is news."""
        import numpy as np

        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        held = np.clip((rows - self.middle) * self.scale, -LARGEST_SIGN, LARGEST_SIGN)[None].astype(np.float32)
        for number, (weights, biases) in enumerate(self.layers):
            held = _product(held, weights) + biases
            if number + 1 < len(self.layers):
                held = np.maximum(held, 0)
            if number == 0:
                held = self._look_around(held)
        mean: Numbers = np.clip(held[:, :, 0].mean(axis=0), -LARGEST_SCORE, LARGEST_SCORE)
        return mean

    def _look_around(self, held: "Numbers") -> "Numbers":
        """Add to what is held of each line what it sees in others, ever farther away; beyond the page there is nothing."""
        import numpy as np

        for number, (weights, biases) in enumerate(self.looks):
            step = min(2**number, held.shape[1])
            nothing = np.zeros((held.shape[0], step, held.shape[2]), dtype=held.dtype)
            before = np.concatenate([nothing, held], axis=1)[:, : held.shape[1]]
            after = np.concatenate([held, nothing], axis=1)[:, step:]
            seen = _product(before, weights[:, 0]) + _product(held, weights[:, 1]) + _product(after, weights[:, 2]) + biases
            held = held + np.maximum(seen, 0)
        return held


def _product(rows: "Numbers", weights: "Numbers") -> "Numbers":
    """Multiply rows (network or 1, line, in) by weights (network, in, out), so many lines at a time that it is no work for threads."""
    import numpy as np

    size = max(1, LARGEST_PRODUCT // (weights.shape[1] * weights.shape[2]))
    product: Numbers = np.concatenate([rows[:, at : at + size] @ weights for at in range(0, rows.shape[1], size)], axis=1)
    return product


def find_runs(scores: Sequence[float], stay: tuple[float, float]) -> list[bool]:
    """Give for each line whether it is news, as is likeliest for all lines together (Viterbi over two states).

    `stay` is the log-odds that news is followed by news, and other lines by other lines.

    >>> find_runs([4.0, 3.0, -0.5, 3.0, -4.0, 0.5, -4.0], (2.0, 2.0))
    [True, True, True, True, False, False, False]
    """
    if not len(scores):
        return []
    keep_news, keep_other = stay
    news, other = float(scores[0]), 0.0
    came: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        to_news, to_other = news + keep_news >= other, news > other + keep_other
        came.append((to_news, to_other))
        news, other = max(news + keep_news, other) + float(score), max(news, other + keep_other)
    kinds = [news > other]
    for to_news, to_other in reversed(came):
        kinds.append(to_news if kinds[-1] else to_other)
    return kinds[::-1]


def unpack(stored: bytes) -> LineModel:
    """Make a model of the bytes of an .npz file: `features`, `middle`, `scale`, `stay`, and numbered `w` and `b`, `look` and `look_b`."""
    import numpy as np

    with np.load(BytesIO(stored), allow_pickle=False) as held:
        layers, looks = (_read_layers(held, weights, biases) for weights, biases in _LAYERS)
        news, other = (float(one) for one in held["stay"])
        features = tuple(str(one) for one in held["features"])
        return LineModel(features, held["middle"].astype(np.float32), held["scale"].astype(np.float32), layers, looks, (news, other))


_LAYERS = (("w", "b"), ("look", "look_b"))
"""Names of the weights and biases of layers and of looks, to which the number of each is added."""


def _read_layers(held: Any, weights: str, biases: str) -> "tuple[tuple[Numbers, Numbers], ...]":
    import numpy as np

    depth = next(n for n in range(len(held.files) + 1) if f"{weights}{n}" not in held.files)
    return tuple((held[f"{weights}{n}"].astype(np.float32), held[f"{biases}{n}"].astype(np.float32)) for n in range(depth))


def pack(model: LineModel) -> bytes:
    """Make the bytes of an .npz file of a model; weights are kept with half the digits."""
    import numpy as np

    held: dict[str, Any] = {}
    for (name, bias_name), layers in zip(_LAYERS, (model.layers, model.looks), strict=True):
        for number, (weights, biases) in enumerate(layers):
            held |= {f"{name}{number}": weights.astype(np.float16), f"{bias_name}{number}": biases.astype(np.float32)}
    stream = BytesIO()
    np.savez_compressed(
        stream,
        features=np.array(model.features),
        middle=model.middle.astype(np.float32),
        scale=model.scale.astype(np.float32),
        stay=np.array(model.stay),
        **held,
    )
    return stream.getvalue()


@cache
def load_model(name: str) -> LineModel:
    """Load a model that comes with onrecord, such as `plain`; it is read from disk once."""
    return unpack((files("onrecord.page") / "weights" / f"{name}.npz").read_bytes())
