//! What the script says: all its words come from the server, in the reader's language.

use serde_json::{Map, Value};

use crate::i18n::Text;

/// By the names that the script has for them.
const KEYS: [(&str, &str); 24] = [
    ("kept", "entry-kept"),
    ("saved", "entry-saved"),
    ("out", "entry-out"),
    ("met", "entry-met"),
    ("stuck", "entry-stuck"),
    ("refused", "entry-refused"),
    ("undo", "entry-undo"),
    ("undone", "entry-undone"),
    ("mine", "entry-mine"),
    ("theirs", "entry-theirs"),
    ("drop", "entry-drop"),
    ("why", "improvement-why"),
    ("whyHelp", "improvement-why-help"),
    ("unread", "entry-unread"),
    ("whole", "work-doubt-not-counted"),
    ("all", "work-doubt-no-denominator"),
    ("more", "work-doubt-more-than-all"),
    ("risk", "work-doubt-nothing-at-risk"),
    ("reason", "work-doubt-no-reason"),
    ("double", "entry-double"),
    ("part", "improvement-unsure-part"),
    ("over", "improvement-unsure-over"),
    ("below", "improvement-unsure-below"),
    ("again", "entry-once-more"),
];

pub fn of(t: Text) -> String {
    let words = KEYS.map(|(name, key)| (name.to_owned(), Value::String(t.plain(key))));
    // The script fills these in.
    let filled = [
        ("of".to_owned(), t.plain_with2("improvement-of", "value", "{value}", "all", "{all}")),
        ("belongs".to_owned(), t.plain_with("entry-belongs", "period", "{period}")),
        ("waits".to_owned(), t.plain_with("entry-waits", "count", "{count}")),
    ];
    let filled = filled.map(|(name, words)| (name, Value::String(words)));
    Value::Object(words.into_iter().chain(filled).collect::<Map<_, _>>()).to_string()
}
