"""Step 5: prune, quantise, and write the file that src/.../vectors.rs reads (its format is written there).

usage: pack.py DISTILLED.npz VOCAB.tsv WORDS_WITH_VECTOR WORDS_WITH_FREQUENCY OUT.bin
An inflected form is dropped when the reader's fallback would find nearly the same direction.
"""
import struct, sys
from pathlib import Path

import numpy as np

from stems import bases

BUCKET_BITS, MASK = 13, (1 << 64) - 1
SAME = 0.80  # cosine from which an inflected form may use its base form's vector


def hash_word(word):
    h = 0xCBF29CE484222325
    for b in word.encode():
        h = ((h ^ b) * 0x100000001B3) & MASK
    return ((h ^ (h >> 32)) * 0x9E3779B97F4A7C15) & MASK


def redundant(i, words, index, vectors):
    base = next((index[b] for b in bases(words[i]) if b in index), None)
    if base is None:
        return False
    a, b = vectors[i], vectors[base]
    return a @ b >= SAME * np.linalg.norm(a) * np.linalg.norm(b)


def table(words):
    """The words in table order, and the table's bytes."""
    keys = {w: hash_word(w) for w in words}
    order = sorted(words, key=lambda w: (keys[w] >> (64 - BUCKET_BITS), keys[w] & 0xFFFF, w))
    kept, seen = [], set()
    for w in order:  # two words with one key: the commoner one, which comes first in `words`, stays
        key = (keys[w] >> (64 - BUCKET_BITS), keys[w] & 0xFFFF)
        if key not in seen:
            seen.add(key); kept.append(w)
    starts = np.searchsorted([keys[w] >> (64 - BUCKET_BITS) for w in kept], np.arange((1 << BUCKET_BITS) + 1))
    return kept, starts.astype("<u2").tobytes() + np.array([keys[w] & 0xFFFF for w in kept], "<u2").tobytes()


def frequency_bytes(words, log10p):
    return np.array([min(255, round(-log10p[w] * 30)) for w in words], np.uint8).tobytes()


def main():
    d = np.load(sys.argv[1])
    with_vector, with_frequency, out = int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
    words, vectors = [str(w) for w in d["words"]], d["vectors"]
    index = {w: i for i, w in enumerate(words)}
    log10p = {r.split("\t")[0]: float(r.split("\t")[1]) for r in Path(sys.argv[2]).read_text().splitlines()}
    log10p.update(zip(words, d["log10p"].tolist()))
    kept = [w for i, w in enumerate(words) if not redundant(i, words, index, vectors)][:with_vector]
    kept, head = table(kept)
    matrix = np.stack([vectors[index[w]] for w in kept])
    peak = np.abs(matrix).max(1)
    unit = peak.max() / 255 / 127
    scales = np.clip(np.ceil(peak / 127 / unit), 1, 255).astype(np.uint8)
    packed = np.clip(np.rint(matrix / (scales[:, None] * unit)), -127, 127).astype(np.int8)
    rest = [w for w in sorted(log10p, key=lambda w: (-log10p[w], w)) if w not in set(kept)]
    rest, rest_head = table(rest[: max(0, with_frequency - len(kept))])
    body = b"SFVEC001" + struct.pack("<IIIf", matrix.shape[1], len(kept), len(rest), unit)
    body += head + frequency_bytes(kept, log10p) + scales.tobytes() + packed.tobytes()
    body += rest_head + frequency_bytes(rest, log10p)
    Path(out).write_bytes(body)
    print(f"{len(kept)} words with a vector, {len(rest)} with a frequency only, {len(body)} bytes")


main()
