"""A trained network to the files that are shipped: the encoder as ONNX in eight bits, its words, its linker."""

import io
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import quantize_dynamic
from torch import Tensor, nn

from onrecord.language.decoding import NAMES
from onrecord.language.features import LONGEST_WORD
from training.examples import NAME_SETS
from training.network import BothWays, Network


class _Small(nn.Module):
    """A table of vectors in eight bits, each row with a scale of its own."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale.half())
        self.register_buffer("rows", (weight / scale).round().clamp(-127, 127).to(torch.int8))

    def forward(self, index: Tensor) -> Tensor:
        return self.rows[index].float() * self.scale[index].float()


class _Shipped(nn.Module):
    """What runs in use: roles as all annotators together would mark them, names in the manner of world news, and the states.

    Tokens come first and chunks second, which is how LSTMs read; `turned` counts through both.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        for layer in (network.encoder.first, network.encoder.second):
            layer.forwards.batch_first = layer.backwards.batch_first = False

    def forward(
        self, words: Tensor, affixes: Tensor, characters: Tensor, forms: Tensor, places: Tensor, turned: Tensor
    ) -> tuple[Tensor, ...]:
        encoder = self.network.encoder
        x = torch.cat([encoder.forms(words, affixes, characters)[forms], encoder.place(places)], 2)
        low = _both_ways(encoder.first, x, turned)
        high = _both_ways(encoder.second, low, turned)
        head, size = self.network.names, len(NAMES)
        at = NAME_SETS.index("world") * size
        names = nn.functional.linear(torch.cat([low, high], 2), head.weight[at : at + size], head.bias[at : at + size])
        return self.network.consensus(high), names, high


SIDES = ("content", "content_cue", "source_cue", "source", "nobody")
"""What the linker makes of the states at the two ends of a place."""


class _Linker(nn.Module):
    """The sides of each pair that the linker scores; the weights are kept in half precision."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        for name in SIDES:
            layer = getattr(network.linker, name)
            self.register_buffer(f"{name}_weight", layer.weight.detach().half())
            self.register_buffer(f"{name}_bias", layer.bias.detach().half())

    def forward(self, ends: Tensor) -> tuple[Tensor, ...]:
        sides = [nn.functional.linear(ends, getattr(self, f"{n}_weight").float(), getattr(self, f"{n}_bias").float()) for n in SIDES]
        return (*(torch.relu(side) for side in sides[:-1]), sides[-1])


def _both_ways(layer: BothWays, x: Tensor, turned: Tensor) -> Tensor:
    """Run both LSTMs; the first states are given, so that the graph fits any number of chunks."""
    none = x.new_zeros(1, x.shape[1], layer.forwards.hidden_size)
    back = _turn(layer.backwards(_turn(x, turned), (none, none))[0], turned)
    return torch.cat([layer.forwards(x, (none, none))[0], back], 2)


def _turn(x: Tensor, turned: Tensor) -> Tensor:
    return x.flatten(0, 1)[turned].reshape(x.shape)


def export(network: Network, words: list[str], folder: Path, outside: float) -> None:
    """Write the files; `words` in the order of their numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    forms = network.encoder.forms
    for name in ("word", "prefix", "suffix", "shape"):
        setattr(forms, name, _Small(getattr(forms, name)))
    whole = folder / "whole.onnx"
    _write(_Shipped(network), whole, _sample(), _AXES, ("roles", "names", "states"))
    quantize_dynamic(whole, folder / "encoder.onnx", op_types_to_quantize=["LSTM", "MatMul"])
    whole.unlink()
    _write(_Linker(network), folder / "linker.onnx", (torch.zeros(3, network.linker.nobody.in_features),), {"ends": {0: "places"}}, SIDES)
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    ways = {kind: getattr(network.linker, f"{kind}_way").weight[:, 0].tolist() for kind in ("content", "source")}
    settings = {"outside": outside, "ways": {kind: [round(way, 3) for way in table] for kind, table in ways.items()}}
    (folder / "settings.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")


def _write(module: nn.Module, path: Path, sample: tuple[Tensor, ...], axes: dict[str, dict[int, str]], outputs: tuple[str, ...]) -> None:
    """Write a module as ONNX; `axes` name the inputs in their order, and what may be of any size."""
    stream = io.BytesIO()
    inputs = list(axes)[: len(sample)]
    torch.onnx.export(
        module, sample, stream, input_names=inputs, output_names=list(outputs), opset_version=17, dynamo=False, dynamic_axes=axes
    )
    onnx.save(onnx.load_from_string(stream.getvalue()), path)


def _sample() -> tuple[Tensor, ...]:
    """Make inputs of the encoder's kinds, of any size."""
    forms, cells = (9,), (7, 2)
    sizes = (forms, (*forms, 3), (*forms, LONGEST_WORD), cells, cells)
    return (*(torch.ones(size, dtype=torch.int32) for size in sizes), torch.arange(14))


_FORMS, _CELLS = {0: "forms"}, {0: "tokens", 1: "chunks"}
_AXES = {
    "words": _FORMS, "affixes": _FORMS, "characters": _FORMS, "forms": _CELLS, "places": _CELLS, "turned": {0: "cells"},
    "roles": _CELLS, "names": _CELLS, "states": _CELLS,
}  # fmt: skip
