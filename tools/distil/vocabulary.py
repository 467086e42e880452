"""Step 2: the words to keep, and how common each is in general English.

usage: vocabulary.py MODEL_FOLDER SYMSPELL_TXT TRAIN_FOLDER IPTC_TSV OUT.tsv
Background probability = 0.6 books + 0.4 news. Books: counts of symspellpy's dictionary (Google Books
n-grams, CC BY 3.0, cut to the SCOWL word list; MIT), or for a word it lacks, mostly a name, Zipf's law
on its row in the model's own vocabulary, which is in order of frequency (as model2vec does).
News: counts in the training text.
"""
import csv, math, re, sys
from pathlib import Path

from corpus import word_counts

model, symspell, train, iptc, out = map(Path, sys.argv[1:])
plain = re.compile(r"[a-z]{2,}|[ai]")


def zipf_ranks():
    rows = (model / "vocab.txt").read_text(encoding="utf8").split("\n")
    words = [w for w in rows if plain.fullmatch(w)]
    return {w: 0.1 / (r + 10) for r, w in enumerate(words)}


def book_probabilities():
    rows = [r.split() for r in symspell.read_text(encoding="utf8").lstrip("\ufeff").split("\n") if r.strip()]
    total = sum(int(c) for _, c in rows)
    return {w: int(c) / total for w, c in rows if plain.fullmatch(w)}


def iptc_words():
    with open(iptc, newline="", encoding="utf8") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            if not row["retired"]:
                yield from re.findall(r"[a-z]{2,}", f"{row['name_en_GB']} {row['definition_en_GB']}".lower())


news, books, zipf = word_counts(train), book_probabilities(), zipf_ranks()
total, wanted = sum(news.values()), set(iptc_words())
table = {}
for w in set(books) | set(zipf) | {w for w, c in news.items() if c >= 3 and plain.fullmatch(w)} | wanted:
    p_books = books.get(w) or zipf.get(w, 0.0)
    table[w] = 0.6 * p_books + 0.4 * news.get(w, 0) / total + 1e-9
ranked = sorted(table, key=lambda w: (-table[w], w))
with open(out, "w", encoding="utf8") as f:
    for w in ranked:
        f.write(f"{w}\t{math.log10(table[w]):.3f}\t{int(w in wanted)}\t{news.get(w, 0)}\n")
print(len(ranked), "words;", len(wanted), "of the topic vocabulary")
