"""Trees for the parser: the dependencies that spaCy's small English model (MIT) gives to sentences of a corpus.

usage: trees.py IN.tsv OUT.tsv

IN has a token a line (first column), a blank line between sentences. OUT has `token, head as a distance in
tokens (0 for the root), relation`. `examples/train` reads it: `train DATA models trees=OUT.tsv[,OUT2.tsv]`.
"""
import sys

import spacy
from spacy.tokens import Doc

SHORTEST, LONGEST = 4, 70


def sentences(path):
    words = []
    for line in open(path, encoding="utf8"):
        if line.strip():
            words.append(line.rstrip("\n").split("\t")[0])
        elif words:
            yield words
            words = []
    if words:
        yield words


def main(source, out):
    nlp = spacy.load("en_core_web_sm", exclude=["ner", "lemmatizer", "attribute_ruler", "tagger"])
    fits = (words for words in sentences(source) if SHORTEST <= len(words) <= LONGEST and "" not in words)
    docs = (Doc(nlp.vocab, words=w, sent_starts=[i == 0 for i in range(len(w))]) for w in fits)
    with open(out, "w", encoding="utf8") as f:
        for doc in nlp.pipe(docs, batch_size=256):
            f.write("".join(f"{t.text}\t{t.head.i - t.i}\t{t.dep_}\n" for t in doc) + "\n")


main(*sys.argv[1:])
