"""Step 4: the student. Word vectors whose weighted sum points where MiniLM points for the sentence.

usage: distil.py WORDS.npz SENTENCES.npz DIMS OUT.npz
Start (model2vec): the teacher's vector of each single word, centred, rotated and cut by PCA, made
unit length, times the SIF weight a / (a + p(word)) (Arora et al. 2017). Then (tokenlearn, without
torch): gradient steps on the cosine between the sum of a sentence's words and the teacher's vector of
that sentence. A spring of strength SHRINK ties each word to its start: a word seen in hundreds of
sentences is free to move, one seen twice stays. Each step is divided by the word's count + 8.
One sentence in twelve is held out to report the gain. No randomness but the seeded choice of pairs.
"""
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.stats import spearmanr

from corpus import pieces
from stems import resolve

SIF, SHRINK, RATE, STEPS = 1e-3, 0.5, 0.6, 150


def unit(m):
    return m / np.maximum(np.linalg.norm(m, axis=-1, keepdims=True), 1e-9)


def bag(texts, index):
    """Sentence-by-word counts; inflected forms not in the index fall back as the Rust reader does."""
    rows, cols = [], []
    for r, text in enumerate(texts):
        for token in str(text).split("\t"):
            for w in pieces(token):
                i = resolve(w, index)
                if i is not None:
                    rows.append(r); cols.append(i)
    return csr_matrix((np.ones(len(rows), np.float32), (rows, cols)), shape=(len(texts), len(index)))


def principal(vectors, dims):
    """Centre and the first DIMS principal axes."""
    mean = vectors.mean(0)
    c = (vectors - mean).T @ (vectors - mean) / len(vectors)
    _, axes = np.linalg.eigh(c)
    return mean, axes[:, ::-1][:, :dims]


def agreement(student, teacher, pairs):
    """Spearman correlation of the two sets of pair similarities."""
    s, t = unit(student), unit(teacher)
    return spearmanr((s[pairs[0]] * s[pairs[1]]).sum(1), (t[pairs[0]] * t[pairs[1]]).sum(1))[0]


def close_pairs(teacher, rng, count=4000):
    """Half random pairs, half a sentence with one of its ten nearest: the hard comparisons."""
    a = rng.integers(0, len(teacher), count)
    near = np.argsort(-(teacher[a] @ teacher.T), axis=1)[:, 1:11]
    b = np.where(np.arange(count) % 2, near[np.arange(count), rng.integers(0, 10, count)], rng.integers(0, len(teacher), count))
    return a, b


def train(start, counts, targets):
    e, seen = start.copy(), np.asarray(counts.sum(0)).ravel()[:, None] + 8.0
    velocity = np.zeros_like(e)
    for step in range(STEPS):
        s = counts @ e
        norm = np.maximum(np.linalg.norm(s, axis=1, keepdims=True), 1e-6)
        u = s / norm
        cosine = (u * targets).sum(1, keepdims=True)
        pull = (targets - cosine * u) / norm
        velocity = 0.9 * velocity + RATE * (counts.T @ pull + SHRINK * (start - e)) / seen
        e += velocity
        if step % 25 == 0 or step == STEPS - 1:
            print(f"step {step}: mean cosine {cosine.mean():.4f}", flush=True)
    return e.astype(np.float32)


def main():
    words_file, sentences_file, dims, out = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    d, s = np.load(words_file), np.load(sentences_file)
    words, log10p, full = list(d["words"]), d["log10p"], d["vectors"]
    index = {w: i for i, w in enumerate(words)}
    teacher = s["vectors"].astype(np.float32)
    held = np.arange(len(teacher)) % 12 == 0
    counts = bag(s["texts"], index)
    mean, axes = principal(np.vstack([full, teacher[~held]]), dims)
    sif = (SIF / (SIF + 10.0**log10p))[:, None].astype(np.float32)
    start = unit((full - full.mean(0)) @ axes) * sif
    targets = unit((teacher - teacher[~held].mean(0)) @ axes)
    trained = train(start, counts[~held], targets[~held])
    pairs = close_pairs(teacher[held], np.random.default_rng(1))
    for name, m in (("start", start), ("trained", trained)):
        print(dims, name, f"agreement with the teacher {agreement(counts[held] @ m, teacher[held], pairs):.4f}")
    print("ceiling (PCA of the teacher)", f"{agreement(targets[held], teacher[held], pairs):.4f}")
    np.savez(out, words=d["words"], log10p=log10p, start=start, vectors=trained, full=full)


if __name__ == "__main__":
    main()
