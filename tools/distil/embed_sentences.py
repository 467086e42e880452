"""Step 1: MiniLM vectors of the training sentences (the teacher's answers), cached as .npz.

usage: embed_sentences.py MODEL_FOLDER TRAIN_FOLDER OUT.npz
"""
import re, sys
from pathlib import Path

import numpy as np

from corpus import sentences
from minilm import MiniLM

model, train, out = map(Path, sys.argv[1:])
kept = [s for s in sentences(train) if 6 <= len(s) <= 40][::2]  # half: the rest adds little
text = [re.sub(r" ([.,;:!?'’)]|n't)", r"\1", " ".join(s)) for s in kept]
print(len(text), "sentences", flush=True)
vectors = MiniLM(model).encode(text)
np.savez_compressed(out, vectors=vectors.astype(np.float16), texts=np.array(["\t".join(s) for s in kept]))
