//! All that decides the order of hits, in one place, and why.
//!
//! A document's score is the sum over the words of the question. Each word gives
//! `idf · Σ weight · (sat(tf so far + tf) − sat(tf so far))`, the best kin first: BM25 with one
//! rarity for a word and all its kin, where weak kin can add to strong ones but never replace them.
use super::schema::DocumentPart;

/// How often a part of the document is counted. A word in the title says what the document is
/// about; in the body it may be a passing remark. Headings and themes were chosen by an editor to
/// say what the text is about; so are the places. Who stands behind it is no subject: every centre has
/// «sykehjem» in its name.
pub(super) const fn times(part: DocumentPart) -> usize {
    match part {
        DocumentPart::Title => 4,
        DocumentPart::Headings | DocumentPart::Lead | DocumentPart::Places => 2,
        DocumentPart::Organisations | DocumentPart::Body => 1,
    }
}
/// A word in an attachment, against one in the body.
pub(super) const FILE: f32 = 0.5;

/// BM25's k1: how fast a word said again stops counting.
pub(super) const K1: f32 = 1.2;
/// BM25's b: how much a long document must say it more often.
pub(super) const B: f32 = 0.6;

/// How near a word of the index is to the one that was asked for.
pub(super) mod kin {
    /// Letter for letter.
    pub(in super::super) const EXACT: f32 = 1.0;
    /// The same letters folded (`å` as `a`).
    pub(in super::super) const FOLDED: f32 = 0.96;
    /// Times this when the word is there with its own letters: «for» is not «før».
    pub(in super::super) const OTHER_LETTERS: f32 = 0.25;
    /// Another form of the word.
    pub(in super::super) const FORM: f32 = 0.9;
    /// The word, in any form, in the other written language.
    pub(in super::super) const BRIDGE: f32 = 0.84;
    /// A synonym from the editors' list.
    pub(in super::super) const SYNONYM: f32 = 0.7;
    /// Made from the same root: `måle` for `måling`.
    pub(in super::super) const ROOT: f32 = 0.65;
    /// The last part of a compound says what the thing is, so it is nearer than another part.
    pub(in super::super) const HEAD: f32 = 0.7;
    pub(in super::super) const MODIFIER: f32 = 0.65;
    /// Times this for a part of what is taken for one word: «klar» in «utskrivningsklar».
    pub(in super::super) const PIECE: f32 = 0.5;
    /// A part by its root only: `forebygge` in `fallforebygging`.
    pub(in super::super) const PART_ROOT: f32 = 0.8;
    /// Times this for compounds with a word by which the one asked for is explained.
    pub(in super::super) const INSIDE_MEANING: f32 = 0.7;
    /// Shares a subject by a reviewed list: `norsk` for `Norge`.
    pub(in super::super) const SUBJECT: f32 = 0.35;
    /// A word that begins with what was typed last, used when that is no word itself.
    pub(in super::super) const BEGUN: f32 = 0.5;
    /// And where compounds have the word: who types «rus» does not begin to type «rushtid».
    pub(in super::super) const BEGUN_BESIDE: f32 = 0.15;
}

/// What a compound's parts count by themselves, against the compound. `Førebygging av fall` is a
/// good answer to `fallforebygging`; a document with one of the two is a poor one.
pub(super) const PARTS: f32 = 0.5;
/// And where the compound itself is written somewhere: who names it means it.
pub(super) const PARTS_BESIDE: f32 = 0.35;
/// And of what is taken for one word.
pub(super) const PIECES: f32 = 0.3;
/// How much of a compound a document has that has all its parts.
pub(super) const PARTS_COVER: f32 = 0.8;

/// What words count that only look like the one that was asked for: the last net. It stays below what
/// is found by words.
pub(super) const NET: f32 = 0.3;
/// How much of a word a text has that only has what looks like it, or what it is explained by.
pub(super) const PERHAPS_COVERS: f32 = 0.1;
/// How much they must look like it, from 0 to 1; more where the word itself is there.
pub(super) const ALIKE: f32 = 0.33;
pub(super) const ALIKE_BESIDE: f32 = 0.5;
/// Fewest letters of a word for that, and at most so many words.
pub(super) const SHORTEST_ALIKE: usize = 5;
pub(super) const MOST_ALIKE: usize = 40;

/// What words count by which a dictionary explains the one that was asked for, and at most so many of them.
pub(super) const MEANING: f32 = 0.3;
pub(super) const MOST_MEANINGS: usize = 6;

/// Question words and the like, where something else is found. By themselves they find nothing.
pub(super) const SMALL: f32 = 0.5;
/// What is left of the rarity of words that tell little: few texts have «uten», but not because few are about it.
pub(super) const LITTLE: f32 = 0.5;
/// In a larger share of the documents they tell nothing, and in more documents they take too long.
pub(super) const SMALL_SHARE: f32 = 0.25;
pub(super) const SMALL_MOST: u32 = 20_000;

/// What the best hits are about draws up those that are about the same: by this share of their own
/// score at most, so that likeness never stands for what was asked. And by how many hits and words of
/// them that is told.
pub(super) const LIKES: f32 = 0.3;
pub(super) const LIKES_OF: usize = 4;
pub(super) const LIKES_WORDS: usize = 10;

/// A word tells something if it is at least so rare, against the rarest of the question: what has all that
/// tells something stands above the line, whatever else was typed.
pub(super) const TELLS: f32 = 0.25;
/// Kin below this are a guess: other letters («mal» for «mål»), beginnings beside a word that is there. Who has
/// a word by them alone has not surely got it.
pub(super) const SURE: f32 = 0.25;

/// What a document keeps of its score when it has only the least of the question; the rest grows
/// with the share it has of the words, the rare ones counting most.
pub(super) const LEAST: f32 = 0.4;
/// Added for words of the question near each other, at most, as a share of the rarity of both.
pub(super) const PROXIMITY: f32 = 0.25;
/// How many of the best are looked at for that.
pub(super) const LOOKED_AT: usize = 60;

/// What is kept for history comes after what is kept up.
pub(super) const ARCHIVED: f32 = 0.75;
/// The newest document, against one that is very old.
pub(super) const FRESH: f32 = 0.04;
/// After this many seconds half of the freshness is gone: two years.
pub(super) const STALE: f32 = 63_000_000.0;
/// The reader's own language, as a tie-breaker.
pub(super) const OWN_LANGUAGE: f32 = 1.03;

/// A beginning shorter than this matches too much to mean anything.
pub(super) const SHORTEST_BEGUN: usize = 3;
/// At most so many words answer one of the question: after its own forms, the most used compounds
/// with it. Among very many documents more would cost time and move nothing that anybody sees.
pub(super) const fn most_kin(documents: u64) -> usize {
    if documents < 20_000 { 256 } else { 80 }
}
/// At most so many words that begin with what was typed, the most used ones.
pub(super) const MOST_BEGUN: usize = 50;
/// Fewest letters of a word for one of them, or two, to be wrong.
pub(super) const SHORTEST_NEAR: usize = 5;
pub(super) const SHORTEST_NEAR_TWO: usize = 9;
/// At most so many words near a misspelt one.
pub(super) const MOST_NEAR: usize = 6;
