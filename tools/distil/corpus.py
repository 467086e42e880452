"""The licence-clean training text (DATA/train): sentences, and word counts."""
import re
from collections import Counter
from pathlib import Path

FILES = (  # gmb-persons-cleaned repeats gmb, so only gmb is read
    "entities/gmb.tsv", "entities/wikigold.tsv", "entities/wnut17.tsv", "entities/crossner-politics.tsv",
    "entities/re3d-open.tsv", "entities/uner-ewt-dev.tsv", "pos/gum.tsv", "pos/masc.tsv", "pos/ud-ewt-train.tsv",
)
WORD = re.compile(r"[a-z][a-z'’-]*[a-z]|[a-z]", re.I)


def sentences(train: Path):
    """Token lists, in file order, without repeats."""
    seen = set()
    for name in FILES:
        for block in (train / name).read_text(encoding="utf8").split("\n\n"):
            tokens = tuple(line.split("\t")[0].split(" ")[0] for line in block.split("\n") if line.strip())
            if tokens and tokens not in seen:
                seen.add(tokens)
                yield list(tokens)


def pieces(token: str):
    """The lower-cased words of a token: a hyphenated token counts as its parts."""
    return [w for w in re.split(r"[-–—/]", token.lower().replace("’", "'")) if re.fullmatch(r"[a-z]+", w)]


def word_counts(train: Path) -> Counter:
    return Counter(w for s in sentences(train) for t in s for w in pieces(t))
