"""A trained network to the files that are shipped: the encoder as ONNX in eight bits, its words, its linker."""

import io
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import quantize_dynamic
from torch import Tensor, nn

from onrecord.language.decoding import NAMES
from onrecord.language.features import LONGEST_WORD
from training.examples import NAME_SETS
from training.network import Network


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
    """What runs in use: roles as all annotators together would mark them, names in the manner of world news, and the states."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, words: Tensor, affixes: Tensor, characters: Tensor, forms: Tensor, places: Tensor, turned: Tensor
    ) -> tuple[Tensor, ...]:
        low, high = self.network.encoder(words, affixes, characters, forms, places, turned)
        names = nn.functional.linear(torch.cat([low, high], 2), *self._names())
        return self.network.consensus(high), names, high

    def _names(self) -> tuple[Tensor, Tensor]:
        head, size = self.network.names, len(NAMES)
        at = NAME_SETS.index("world") * size
        return head.weight[at : at + size], head.bias[at : at + size]


def export(network: Network, words: list[str], folder: Path, outside: float) -> None:
    """Write the files; `words` in the order of their numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    forms = network.encoder.forms
    for name in ("word", "prefix", "suffix", "shape"):
        setattr(forms, name, _Small(getattr(forms, name)))
    whole = folder / "whole.onnx"
    _write(_Shipped(network), whole)
    quantize_dynamic(whole, folder / "encoder.onnx", op_types_to_quantize=["LSTM"])
    whole.unlink()
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    linker = {name: value.numpy().astype(np.float16) for name, value in network.linker.state_dict().items()}
    np.savez(folder / "linker.npz", **linker)
    (folder / "settings.json").write_text(json.dumps({"outside": outside}) + "\n", encoding="utf-8")


def _write(shipped: nn.Module, path: Path) -> None:
    number = lambda *size: torch.zeros(*size, dtype=torch.int32)  # noqa: E731
    sample = (number(9), number(9, 3), number(9, LONGEST_WORD) + 1, number(2, 7), number(2, 7), torch.zeros(2, 7, dtype=torch.int64))
    rows, both = {0: "forms"}, {0: "chunks", 1: "tokens"}
    names = ["words", "affixes", "characters", "forms", "places", "turned"]
    stream = io.BytesIO()
    torch.onnx.export(
        shipped, sample, stream, input_names=names, output_names=["roles", "names", "states"], opset_version=17, dynamo=False,
        dynamic_axes={**dict.fromkeys(names[:3], rows), **dict.fromkeys((*names[3:], "roles", "names", "states"), both)},
    )  # fmt: skip
    onnx.save(onnx.load_from_string(stream.getvalue()), path)
