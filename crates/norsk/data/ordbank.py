#!/usr/bin/env python3
"""Makes ordbank.txt: which words of Norsk ordbank there are, and which of them compounds are made of.

    pip download --no-deps spacy-lookups-data==1.0.5
    unzip spacy_lookups_data-1.0.5-*.whl 'spacy_lookups_data/data/nb_*'
    crates/norsk/data/ordbank.py spacy_lookups_data/data/nb_lemma_exc.json.gz

The package carries all forms of Norsk ordbank for bokmål 2005 (updated 2018-06-27) with their lemmas:
Nasjonalbiblioteket, Språkbanken, CC BY 4.0. What we take of it: lemmas, irregular forms, and by counting
in its own compounds, which words those begin and end with and how they are linked.
"""
import collections, gzip, json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = """\
# Words of Norsk ordbank, bokmål 2005 (updated 2018-06-27): Nasjonalbiblioteket, Språkbanken, CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), by way of the package spacy-lookups-data 1.0.5.
# Changed by us: picked and counted by ordbank.py, which tells how. Written by it; mend it there.
#
# What stands in [brackets] says how the compounds of the dictionary use the words after it: f first part as
# it is, s first part with -s-, e first part with -e-, v first part without its own -e, l last part; c it is
# a compound itself. [form]: forms that no ending explains, lemma:form,form.
"""
# As in src/forms.rs.
ENDINGS = ("enes anes ande ende erne este aste ane ene ens ets ers ars ede ete ast est ere are ne en et er ar "
           "as es te de a e t d s r").split()
CONSONANTS = set("bcdfghjklmnpqrstvwxz")


def read_ordbank(path):
    forms, classes = collections.defaultdict(set), collections.defaultdict(set)
    is_word = re.compile(r"[a-zæøåéèêòôü]+").fullmatch
    for name, entries in json.load(gzip.open(path)).items():
        for form, lemmas in entries.items():
            for lemma in lemmas:
                if name != "adv" and is_word(lemma) and is_word(form):
                    forms[lemma].add(form)
                    classes[lemma].add(name)
    return forms, classes


def read_lexicon():
    sections, name = collections.defaultdict(set), ""
    for line in open(os.path.join(HERE, "lexicon.txt"), encoding="utf-8"):
        if line.startswith("["):
            name = line.strip()[1:-1]
        elif not line.startswith("#"):
            sections[name].update(line.split())
    return sections


def first_parts(piece, following, words, classes):
    """The words that a first part written so may be, with how it is linked."""
    if piece in words:
        yield piece, "f"
    if "verb" in classes.get(piece + "e", ()):
        yield piece + "e", "v"
    for letter, shortest in (("s", 4), ("e", 3)):
        if piece.endswith(letter) and len(piece) > shortest and "noun" in classes.get(piece[:-1], ()):
            yield piece[:-1], letter
    if piece[-1] == following and piece + following in words:
        yield piece + following, "f"


def compounds(words, classes, lexicon, own):
    """Which words are compounds, and which words they begin and end with: told from all of them together, a
    few times, since what is a part is known better when it is known what is a compound."""
    particles = lexicon["particle"] - {"under", "over"}
    endings = lexicon["ending"]
    fewest = lambda word: {3: 25, 4: 8, 5: 4}.get(len(word), 2)
    firsts = lasts = None
    first_count = last_count = None
    for _ in range(4):
        found = {}
        for word in sorted(words):
            cuts = []
            for at in range(3, len(word) - 2):
                piece, last = word[:at], word[at:]
                if last not in words or last in endings or piece in particles or piece in endings:
                    continue
                if lasts is not None and last not in lasts:
                    continue
                for first, link in first_parts(piece, last[0], words, classes):
                    is_part = 3 <= len(first) and first not in endings and len(first) + len(last) >= 7
                    if is_part and (firsts is None or first in firsts):
                        cuts.append((first, link, last))
            if cuts and first_count is None:
                found[word] = max(cuts, key=lambda cut: min(len(cut[0]), len(cut[2])))
            elif cuts:
                found[word] = max(cuts, key=lambda cut: min(first_count[cut[0]], last_count[cut[2]]))
        first_count = collections.Counter(first for first, _, _ in found.values())
        last_count = collections.Counter(last for _, _, last in found.values())
        firsts = {word for word in words if first_count[word] >= fewest(word)} | own
        lasts = {word for word in words if last_count[word] >= fewest(word)} | own
    return found, firsts, lasts


def shorten(lemma):
    """As `forms::shorten`."""
    base = lemma[:-1]
    if lemma.endswith("e") and base.endswith("mm"):
        return base[:-1]
    has_vowel = any(letter not in CONSONANTS for letter in base)
    return base if lemma.endswith("e") and len(base) >= 2 and has_vowel else lemma


def regular(word, known):
    """As `forms::inflected`: the known word that the word is a regular form of."""
    if word in known:
        return word
    for ending in reversed(ENDINGS):
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        base = word[: -len(ending)]
        candidates = []
        if len(ending) > 1 or len(base) > 3:
            candidates += [base] + ([base[:-1]] if base.endswith("mm") else [])
        if ending not in "tdsr":
            if base.endswith(("gj", "kj")):
                candidates.append(base[:-1] + "e")
            if len(base) > 2 or len(ending) < 3:
                candidates.append(base + "e")
            if len(base) > 2 and base[-1] in "lrn" and base[-2] in CONSONANTS:
                candidates += [base[:-1] + "e" + base[-1], base[:-1] + base[-2] + "e" + base[-1]]
        for candidate in candidates:
            if candidate in known:
                return candidate
    return None


def main():
    forms, classes = read_ordbank(sys.argv[1])
    words = {word for word in classes if len(word) >= 3}
    lexicon = read_lexicon()
    own = {one for name in ("noun", "first", "adjective", "verb", "verb-te", "verb-de")
           for entry in lexicon[name] for one in entry.split("=") if len(one) > 2}
    common = open(os.path.join(HERE, "../src/common.rs"), encoding="utf-8").read().split("COMMON")[-1]
    common = set(re.findall(r'"([^"]+)"', common))
    found, firsts, lasts = compounds(words, classes, lexicon, own)
    links = collections.defaultdict(collections.Counter)
    for first, link, _ in found.values():
        links[first][link] += 1

    def uses(word):
        of = links[word]
        often = lambda link: of[link] >= 2 or of[link] >= sum(of.values()) * 0.2
        flags = "".join(link for link in "fsev" if word in firsts and of[link] and often(link))
        flags += "l" if word in lasts else ""
        return flags + ("c" if flags and word in found else "")

    by_use, kept = collections.defaultdict(list), set()
    for word in sorted(words - common):
        flags, shortest = uses(word), 3 if "verb" in classes[word] else 4
        if flags or (word not in found and shortest <= len(word) <= 11):
            by_use[flags].append(word)
            kept.add(word)
    known = kept | own | lexicon["whole"]
    lemmas = collections.defaultdict(set)
    for lemma in known:
        for form in forms.get(lemma, ()):
            lemmas[form].add(lemma)
    irregular = collections.defaultdict(list)
    for form in sorted(lemmas):
        stems = {shorten(lemma) for lemma in lemmas[form]}
        by_rule = regular(form, known)
        if form in known or form in common or len(form) < 3 or len(stems) > 1:
            continue
        lemma = min(lemmas[form], key=lambda lemma: (len(lemma), lemma))
        is_plain = form + "e" == lemma or (lemma.endswith("ere") and form == lemma[:-1] + "t")
        is_rare = len(lemma) > 9 and not uses(lemma)
        if not (by_rule and shorten(by_rule) in stems) and not is_plain and not is_rare:
            irregular[lemma].append(form)
    by_use["form"] = [lemma + ":" + ",".join(irregular[lemma]) for lemma in sorted(irregular)]
    with open(os.path.join(HERE, "ordbank.txt"), "w", encoding="utf-8") as out:
        out.write(HEAD)
        for flags in sorted(by_use):
            line = ""
            out.write(f"[{flags}]\n")
            for entry in by_use[flags]:
                if line and len(line) + len(entry) > 118:
                    out.write(line + "\n")
                    line = ""
                line += (" " if line else "") + entry
            out.write(line + "\n")


if __name__ == "__main__":
    main()
