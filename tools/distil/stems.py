"""The reader's fallback for words without an entry of their own: the same rules as RULES in vectors.rs."""

RULES = (  # suffix, shortest word, ending put in its place, whether to undouble
    ("ies", 6, "y", False), ("es", 5, "e", False), ("es", 5, "", False), ("s", 4, "", False),
    ("ied", 6, "y", False), ("ed", 5, "", False), ("ed", 5, "e", False), ("ed", 5, "", True),
    ("ing", 6, "", False), ("ing", 6, "e", False), ("ing", 6, "", True), ("ly", 6, "", False),
)


def bases(word):
    """Possible base forms of an inflected word, likeliest first."""
    for suffix, shortest, ending, undouble in RULES:
        if len(word) >= shortest and word.endswith(suffix):
            stem = word[: -len(suffix)]
            if not undouble:
                yield stem + ending
            elif len(stem) > 1 and stem[-1] == stem[-2]:
                yield stem[:-1] + ending


def resolve(word, index):
    """Row of the word, or of the first base that has one, or None."""
    if word in index:
        return index[word]
    return next((index[b] for b in bases(word) if b in index), None)
