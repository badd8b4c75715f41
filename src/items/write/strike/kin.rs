//! Words that are kin to those of a passage and stand still when it is struck: inflected forms,
//! compounds, and, of a passage of several words, its words by themselves.

use std::collections::BTreeMap;

use norsk::forms::{is_known, stem};
use norsk::{is_common, normal};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::elsewhere::{each, each_word};
use super::reading::{Glyph, Seen, Tags, read};
use super::{Passage, Texts};
use crate::db::Reads;
use crate::items::tables::{contact, item, item_file, old_slug};
use crate::items::write::Writer;

/// What is looked for beside a passage.
#[derive(Clone, Debug)]
pub struct Kin {
    passage: Passage,
    /// The same, also where its last word has an ending.
    inflected: Passage,
    words: Vec<Word>,
    /// Is the passage no more than one word?
    is_word: bool,
}

#[derive(Clone, Debug)]
struct Word {
    /// In small letters.
    letters: String,
    first: char,
    stem: String,
}

/// How often each stands somewhere, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KinWords(BTreeMap<String, usize>);

/// A word that is shorter tells nothing.
const SHORTEST: usize = 3;
/// A word that is shorter is in too many others to be taken for a part of them.
const SHORTEST_PART: usize = 4;
/// In a longer passage, words that anybody says tell nothing by themselves.
const NAME: usize = 4;

impl KinWords {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(word, times)| (word.as_str(), *times))
    }

    fn add(&mut self, other: Self) {
        for (word, times) in other.0 {
            *self.0.entry(word).or_default() += times;
        }
    }

    /// Two readings of one text: what only one of them sees is seen.
    fn or(&mut self, other: Self) {
        for (word, times) in other.0 {
            let of_both = self.0.entry(word).or_default();
            *of_both = times.max(*of_both);
        }
    }

    fn see(&mut self, word: String) {
        *self.0.entry(word).or_default() += 1;
    }
}

impl Kin {
    /// Of the passage as it was typed: where its forms are struck too, they are its kin still.
    pub fn of(passage: &Passage) -> Self {
        let passage = passage.bare();
        let words: Vec<String> = passage.single_words().collect();
        let is_telling = |word: &&String| {
            word.chars().count() >= SHORTEST
                && !is_common(word)
                && (words.len() <= NAME || !is_known(&normal(word)))
        };
        let word = |letters: &String| {
            let first = letters.chars().next()?;
            Some(Word { letters: letters.clone(), first, stem: stem(&normal(letters)) })
        };
        Self {
            inflected: passage.clone().with_forms(),
            words: words.iter().filter(is_telling).filter_map(word).collect(),
            is_word: words.len() == 1,
            passage,
        }
    }

    /// Adds what stands in a text, beside the passage itself.
    pub fn count(&self, text: &str, found: &mut KinWords) {
        found.add(seen(text, |glyphs| self.in_glyphs(glyphs)));
    }

    /// Adds where the last word of the passage has an ending.
    pub fn count_forms(&self, text: &str, found: &mut KinWords) {
        found.add(seen(text, |glyphs| self.forms_in(glyphs)));
    }

    /// Would it be struck with the passage, if its last word may have an ending?
    pub fn is_form(&self, word: &str) -> bool {
        self.inflected.is_in_words(word)
    }

    fn in_glyphs(&self, glyphs: &[Glyph]) -> KinWords {
        // Of one word its forms are found as its kin.
        let mut found = if self.is_word { KinWords::default() } else { self.forms_in(glyphs) };
        let places = self.passage.places(glyphs);
        let is_passage = |glyph: &Glyph| {
            places.iter().any(|at| at.start <= glyph.at.start && glyph.at.end <= at.end)
        };
        let mut word = String::new();
        for glyph in glyphs {
            match glyph.seen {
                Seen::Letter(letter) if letter.is_alphanumeric() && !is_passage(glyph) => {
                    word.push(letter);
                }
                // A mark of emphasis inside a word is not seen; a `_` there is.
                Seen::Mark(mark) if mark != '_' => {}
                _ => self.see(std::mem::take(&mut word), &mut found),
            }
        }
        self.see(word, &mut found);
        found
    }

    fn see(&self, word: String, found: &mut KinWords) {
        if !word.is_empty()
            && !is_common(&word)
            && self.words.iter().any(|one| self.is_kin(one, &word))
        {
            found.see(word);
        }
    }

    fn is_kin(&self, one: &Word, word: &str) -> bool {
        if word == one.letters {
            return !self.is_word;
        }
        let is_part = one.letters.chars().count() >= SHORTEST_PART && word.contains(&one.letters);
        is_part || (word.starts_with(one.first) && stem(&normal(word)) == one.stem)
    }

    fn forms_in(&self, glyphs: &[Glyph]) -> KinWords {
        let exact = self.passage.places(glyphs);
        let mut found = KinWords::default();
        for place in self.inflected.places(glyphs) {
            if exact.contains(&place) {
                continue;
            }
            let inside =
                glyphs.iter().filter(|at| place.start <= at.at.start && at.at.end <= place.end);
            let letters = inside.filter_map(|glyph| match glyph.seen {
                Seen::Letter(letter) => Some(letter),
                Seen::Space => Some(' '),
                Seen::Mark(_) => None,
            });
            let said: String = letters.collect();
            found.see(said.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        found
    }
}

/// What is there whether or not a tag is something to read.
fn seen(text: &str, look: impl Fn(&[Glyph]) -> KinWords) -> KinWords {
    let mut seen = look(&read(text, Tags::Read));
    if text.contains('<') {
        seen.or(look(&read(text, Tags::Hidden)));
    }
    seen
}

impl<C: Reads> Writer<'_, C> {
    /// What stands in the texts of the item and around them, as they are now.
    pub(super) async fn kin_in_item(
        &self,
        id: Uuid,
        texts: &Texts,
        kin: &Kin,
    ) -> Result<KinWords, DbErr> {
        let mut found = KinWords::default();
        let mut look = |words: &str| kin.count(words, &mut found);
        for row in texts.rows() {
            each_word(row, &mut look);
            row.head.iter().for_each(|head| each(head, &mut look));
        }
        if let Some(item) = item::Entity::find_by_id(id).one(self.db).await? {
            look(&item.slug);
            look(&item.archived_under.unwrap_or_default());
            look(&item.archived_publisher.unwrap_or_default());
        }
        let slugs = old_slug::Entity::find().filter(old_slug::Column::ItemId.eq(id));
        for row in slugs.all(self.db).await? {
            look(&row.slug);
        }
        let contacts = contact::Entity::find().filter(contact::Column::ItemId.eq(id));
        for row in contacts.all(self.db).await? {
            look(&row.role);
            look(&row.email);
        }
        let files = item_file::Entity::find().filter(item_file::Column::ItemId.eq(id));
        for row in files.all(self.db).await? {
            look(&row.name);
        }
        Ok(found)
    }
}
