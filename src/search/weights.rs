//! All that decides the order of hits, in one place, and why.
use super::schema::Part;
use super::text::Layer;

/// A word in the title says what the document is about; in the body it may be a passing remark.
/// Headings and themes were chosen by an editor to say what the text is about, so they come next.
pub(super) const PARTS: [(Part, f32); 5] = [
    (Part::Title, 4.0),
    (Part::Headings, 2.2),
    (Part::Lead, 1.8),
    (Part::Names, 1.6),
    (Part::Body, 1.0),
];

/// As typed beats the same letters folded (`å` as `a`), which beats another form of the word.
pub(super) const LAYERS: [(Layer, f32); 3] =
    [(Layer::Exact, 1.0), (Layer::Folded, 0.85), (Layer::Stem, 0.6)];

/// The parts of a hyphenated word side by side, against the word written together.
pub(super) const PARTS_OF_WORD: f32 = 0.8;
/// A word that only begins with what was typed. These clauses give a constant 1.0 before the
/// weight, where a real term gives some 2 to 10.
pub(super) const PREFIX: f32 = 0.5;
/// A word one letter away, used only when the word itself is nowhere in the index.
pub(super) const NEAR: f32 = 0.8;
/// How much the other fields of a document add to its best field, for each word.
pub(super) const OTHER_FIELDS: f32 = 0.15;

/// Added for a document with every word that was asked for: such a document always comes first.
/// Far above what the words themselves can give, yet small enough for the rest to keep its
/// decimals in an `f32`.
pub(super) const ALL_WORDS: f32 = 1000.0;
/// What is kept for history comes after what is kept up.
pub(super) const ARCHIVED: f32 = 0.75;
/// The reader's own language, as a tie-breaker.
pub(super) const OWN_LANGUAGE: f32 = 1.05;

/// A prefix shorter than this matches too much to mean anything.
pub(super) const SHORTEST_PREFIX: usize = 3;
/// In a shorter word one letter is too much of it.
pub(super) const SHORTEST_NEAR: usize = 5;

/// How many of the words a document must have to be shown at all, as long as anything has.
pub(super) const fn required(words: usize) -> usize {
    if words < 4 { 1 } else { words / 2 }
}
