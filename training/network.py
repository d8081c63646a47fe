"""The network in torch: word forms to vectors, two layers of LSTM both ways, and a head for each task."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from onrecord.language import features as f
from onrecord.language.decoding import NAMES, ROLES
from training.examples import NAME_SETS

LINK_SIZE = 64
DISTANCES = 72
"""Ways from one part of an attribution to another: see `onrecord.language.decoding.ways`."""


@dataclass(frozen=True)
class Shape:
    """How large a network is."""

    words: int
    hidden: int = 96
    """Of each direction of each layer."""
    contextual: int = 0
    """Numbers of each token that come from a larger network; none in what is shipped."""
    annotators: int = 7
    tags: int = 45
    relations: int = 39
    ways: int = 17
    dropout: float = 0.35


class Forms(nn.Module):
    """Each different word form to one vector."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.word = nn.Embedding(words, 100)
        self.prefix, self.suffix, self.shape = nn.Embedding(f.PREFIXES, 12), nn.Embedding(f.SUFFIXES, 16), nn.Embedding(f.SHAPES, 12)
        self.character = nn.Embedding(f.CHARACTERS, 24, padding_idx=0)
        self.convolution = nn.Conv1d(24, 40, 3, padding=1)
        self.size = 100 + 12 + 16 + 12 + 40

    def forward(self, words: Tensor, affixes: Tensor, characters: Tensor) -> Tensor:
        letters = self.convolution(self.character(characters.int()).transpose(1, 2)).amax(2)
        parts = [self.word(words), self.prefix(affixes[:, 0]), self.suffix(affixes[:, 1]), self.shape(affixes[:, 2]), torch.relu(letters)]
        return torch.cat(parts, 1)


class BothWays(nn.Module):
    """One LSTM forwards and one backwards; each row is turned at its own end, so padding never counts."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.forwards, self.backwards = nn.LSTM(size, hidden, batch_first=True), nn.LSTM(size, hidden, batch_first=True)

    def forward(self, x: Tensor, turned: Tensor) -> Tensor:
        back = self.backwards(turn(x, turned))[0]
        return torch.cat([self.forwards(x)[0], turn(back, turned)], 2)


def turn(x: Tensor, turned: Tensor) -> Tensor:
    """Put the tokens of each row in another order."""
    return torch.gather(x, 1, turned[:, :, None].expand(-1, -1, x.shape[2]))


def turning(lengths: Tensor, width: int) -> Tensor:
    """Give for each row the order that turns its tokens around and leaves the padding where it is."""
    at = torch.arange(width)[None].expand(len(lengths), -1)
    return torch.where(at < lengths[:, None], lengths[:, None] - 1 - at, at)


class Encoder(nn.Module):
    """Forms and places to the states of two layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.forms = Forms(shape.words)
        self.place = nn.Embedding(f.PLACES, 12)
        size = self.forms.size + 12
        self.contextual = nn.Sequential(nn.Linear(shape.contextual, 160), nn.GELU()) if shape.contextual else None
        self.first = BothWays(size + (160 if shape.contextual else 0), shape.hidden)
        self.second = BothWays(2 * shape.hidden, shape.hidden)
        self.dropout = shape.dropout

    def forward(
        self,
        words: Tensor,
        affixes: Tensor,
        characters: Tensor,
        forms: Tensor,
        places: Tensor,
        turned: Tensor,
        contextual: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        table = self.forms(words, affixes, characters)
        x = torch.cat([table[forms], self.place(places)], 2)
        if self.contextual is not None and contextual is not None:
            x = torch.cat([x, self.contextual(self._drop(contextual))], 2)
        low = self.first(self._drop(x), turned)
        return low, self.second(self._drop(low), turned)

    def _drop(self, x: Tensor) -> Tensor:
        """Drop the same numbers of all tokens of a chunk."""
        if not self.training or not self.dropout:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.dropout
        return x * keep / (1 - self.dropout)


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        width = 2 * shape.hidden
        self.drop = nn.Dropout(shape.dropout)
        self.roles_in, self.roles_out = nn.Linear(width, 96), nn.Linear(96, len(ROLES))
        self.annotator = nn.Embedding(shape.annotators, 96)
        nn.init.normal_(self.annotator.weight, std=0.1)
        self.names = nn.Linear(2 * width, len(NAMES) * len(NAME_SETS))
        self.grammar = nn.Linear(width, shape.tags + shape.relations + shape.ways)
        self.linker = Linker(width)
        self.agreed = False
        """Whether what the annotators agree on has been learnt of its own."""

    def encode(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        return self.encoder(*(batch[k] for k in ("words", "affixes", "characters", "forms", "places", "turned")), batch.get("contextual"))

    def roles(self, high: Tensor, annotators: Tensor | None) -> Tensor:
        """Score the roles of each token as one annotator would mark them, or as all together would: the mean of the six."""
        hidden = self.roles_in(self.drop(high))
        if annotators is not None:
            return self.roles_out(torch.relu(hidden + self.annotator(annotators)[:, None]))
        each = [self.roles_out(torch.relu(hidden + self.annotator.weight[a])).softmax(-1) for a in range(1, self.shape.annotators)]
        return torch.stack(each).mean(0).clamp(min=1e-8).log()

    def consensus(self, high: Tensor) -> Tensor:
        """Score the roles as the annotators together would mark them, where that has been learnt of its own: as annotator 0."""
        return self.roles_out(torch.relu(self.roles_in(high) + self.annotator.weight[0]))

    def adopt_consensus(self) -> "Network":
        """Let the consensus begin as the mean of the annotators."""
        self.annotator.weight.data[0] = self.annotator.weight.data[1:].mean(0)
        self.agreed = True
        return self

    def relax(self, dropout: float) -> None:
        """Drop less: labels that are probabilities keep a network from learning by heart."""
        self.encoder.dropout = self.drop.p = dropout

    def name_scores(self, low: Tensor, high: Tensor) -> Tensor:
        """Score the names of each token in the manner of each set, `[chunks, tokens, sets, names]`."""
        return self.names(self.drop(torch.cat([low, high], 2))).unflatten(2, (len(NAME_SETS), len(NAMES)))


class Linker(nn.Module):
    """Joins each content to its cue, and each cue to its source or to none."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.content, self.content_cue = nn.Linear(2 * width, LINK_SIZE), nn.Linear(2 * width, LINK_SIZE)
        self.source, self.source_cue = nn.Linear(2 * width, LINK_SIZE), nn.Linear(2 * width, LINK_SIZE)
        self.nobody = nn.Linear(2 * width, 1)
        self.content_way, self.source_way = nn.Embedding(DISTANCES, 1), nn.Embedding(DISTANCES, 1)

    def forward(self, kind: str, seekers: Tensor, sought: Tensor, ways: Tensor) -> Tensor:
        """Score each pair of seeker (a content, a cue) and sought (a cue, a source); both are states at first and last token."""
        a, b, way = (
            (self.content, self.content_cue, self.content_way) if kind == "content" else (self.source_cue, self.source, self.source_way)
        )
        return torch.relu(a(seekers)) @ torch.relu(b(sought)).T / 8 + way(ways)[..., 0]
