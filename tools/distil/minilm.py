"""all-MiniLM-L6-v2 as plain numpy: mean-pooled, unit-length sentence vectors (384 dims).

Sequences of one length are run together, so no padding or mask is needed. No torch: the model is
small, and numpy keeps the tool easy to reproduce.
"""
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

HEADS, HIDDEN, LAYERS, EPS = 12, 384, 6, 1e-12


def layer_norm(x, weight, bias):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPS) * weight + bias


def gelu(x):
    return x * 0.5 * (1.0 + erf(x / np.float32(np.sqrt(2.0))))


class MiniLM:
    def __init__(self, folder: Path):
        self.w = {k: v.astype(np.float32) for k, v in load_file(folder / "model.safetensors").items() if v.dtype.kind == "f"}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(128)

    def linear(self, x, name):
        # One large product: numpy would run a stack of sequences as many small ones, ten times slower.
        flat = x.reshape(-1, x.shape[-1]) @ self.w[name + ".weight"].T + self.w[name + ".bias"]
        return flat.reshape(*x.shape[:-1], -1)

    def norm(self, x, name):
        return layer_norm(x, self.w[name + ".weight"], self.w[name + ".bias"])

    def layer(self, x, i):
        p, (b, n, _) = f"encoder.layer.{i}.", x.shape
        split = lambda t: t.reshape(b, n, HEADS, HIDDEN // HEADS).transpose(0, 2, 1, 3)
        q, k, v = (split(self.linear(x, p + f"attention.self.{m}")) for m in ("query", "key", "value"))
        s = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(HIDDEN // HEADS))
        s = np.exp(s - s.max(-1, keepdims=True))
        a = (s / s.sum(-1, keepdims=True)) @ v
        a = self.linear(a.transpose(0, 2, 1, 3).reshape(b, n, HIDDEN), p + "attention.output.dense")
        x = self.norm(x + a, p + "attention.output.LayerNorm")
        h = gelu(self.linear(x, p + "intermediate.dense"))
        return self.norm(x + self.linear(h, p + "output.dense"), p + "output.LayerNorm")

    def forward(self, ids):
        e = "embeddings."
        x = self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][: ids.shape[1]]
        x = self.norm(x + self.w[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
        for i in range(LAYERS):
            x = self.layer(x, i)
        pooled = x.mean(1)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)

    def encode(self, texts, tokens_per_batch=4096):
        """Unit vectors, one row a text, in the order given."""
        ids = [np.array(e.ids) for e in self.tokenizer.encode_batch(texts)]
        by_length = {}
        for row, i in enumerate(ids):
            by_length.setdefault(len(i), []).append(row)
        out = np.zeros((len(texts), HIDDEN), np.float32)
        for length, rows in sorted(by_length.items()):
            step = max(1, tokens_per_batch // length)
            for s in range(0, len(rows), step):
                part = rows[s : s + step]
                out[part] = self.forward(np.stack([ids[r] for r in part]))
        return out
