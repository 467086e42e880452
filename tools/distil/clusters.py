"""Step 6: clusters of meaning for the taggers: k-means (cosine) over the teacher's vectors of single words.

usage: clusters.py WORDS.npz COUNT OUT.tsv          (models/clusters.tsv has 400)
"""
import sys

import numpy as np

file, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
stored = np.load(file, allow_pickle=True)
words, vectors = stored["words"], stored["vectors"].astype(np.float32)
vectors -= vectors.mean(0)
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
centres = vectors[np.random.default_rng(1).choice(len(vectors), count, replace=False)]
for _ in range(15):
    nearest = (vectors @ centres.T).argmax(1)
    centres = np.zeros_like(centres)
    np.add.at(centres, nearest, vectors)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
with open(out, "w") as f:
    f.writelines(f"{word}\t{cluster + 1}\n" for word, cluster in zip(words, nearest))
