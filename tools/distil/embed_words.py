"""Step 3: MiniLM vectors of single words (the start of the student), cached as .npz.

usage: embed_words.py MODEL_FOLDER VOCAB.tsv COUNT OUT.npz
The COUNT most common words, the topic vocabulary and extra_words.txt.
"""
import sys
from pathlib import Path

import numpy as np

from minilm import MiniLM

model, vocab, count, out = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
rows = [line.split("\t") for line in vocab.read_text().splitlines()]
probability = {w: float(p) for i, (w, p, wanted, _) in enumerate(rows) if i < count or wanted == "1"}
extra = [w for w in (Path(__file__).parent / "extra_words.txt").read_text().split("\n") if w and w[0] != "#"]
for w in extra:
    probability[w] = max(probability.get(w, -9.0), -6.0)
words = sorted(probability, key=lambda w: (-probability[w], w))
np.savez(out, words=np.array(words), log10p=np.array([probability[w] for w in words]), vectors=MiniLM(model).encode(words))
print(len(words), "words")
