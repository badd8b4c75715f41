//! Strikes from history what the law wants gone, a passage or a file: from every revision, with a gap
//! that can be seen. The log tells that it was done, when and why, and never what it was.

mod around;
mod beside;
mod elsewhere;
mod endings;
mod file;
mod kin;
mod marks;
mod passage;
mod reading;
mod standing;
mod texts;
mod words;

use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::Value;
use uuid::Uuid;

use super::publish::Change;
use super::record::head_of;
use super::{Content, Draft, WriteError, Writer};
use crate::db::Reads;
use crate::items::filing::Which;
use crate::items::tables::{item, revision, struck};
use crate::items::{Item, Kind, changes};
use crate::seal::Seal;

pub use around::{AddressesStruck, ContactStruck};
pub use elsewhere::{Elsewhere, Spread, StandsIn};
pub use file::Holder;
pub use kin::{Kin, KinWords};
pub use passage::{Passage, TooShort};
pub(super) use standing::{Brings, is_strike_of, stands_against};
pub use standing::{StruckFile, struck_file, struck_files_again};

pub(super) use words::brings_words;

use texts::{Cut, Texts};

/// How much was struck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Struck {
    pub revisions: i32,
    pub places: i32,
}

/// What was struck with a passage, and where it stands still.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageStruck {
    /// In texts, notes and what stands around them.
    pub texts: Struck,
    /// Among these, where its last word has an ending.
    pub forms: KinWords,
    /// Words of the item that are kin to it: they stand.
    pub left: KinWords,
    pub contact: Option<ContactStruck>,
    pub addresses: AddressesStruck,
    /// So many times a file was called so.
    pub file_names: i32,
    /// Names of organisations that nothing says any more: they are forgotten.
    pub names: Vec<String>,
    /// Names that something else says: they stand.
    pub names_kept: Vec<String>,
    /// Other items that hold it, by their external ids: they stand.
    pub others: Vec<String>,
}

impl PassageStruck {
    fn is_in_item(&self) -> bool {
        self.texts != Struck::default()
            || self.contact.is_some()
            || self.addresses != AddressesStruck::default()
            || self.file_names > 0
    }

    /// Nothing was written.
    pub fn is_nothing(&self) -> bool {
        !self.is_in_item() && self.names.is_empty()
    }
}

impl<C: Reads> Writer<'_, C> {
    /// Strikes the passage from all texts of the item and from what stands around them; `gap` stands
    /// where it was. Nothing is written when it is nowhere. `reason` is shown to everybody, and
    /// `elsewhere` is what has been found in the other items, before this transaction began.
    pub async fn strike_passage(
        &self,
        id: Uuid,
        passage: &Passage,
        gap: &str,
        reason: &str,
        elsewhere: &Elsewhere,
    ) -> Result<PassageStruck, WriteError> {
        let item = self.item(id).await?.ok_or(WriteError::Missing)?;
        let kind = self.kind(&item.kind)?;
        let mut all = Texts::of(self.db, id).await?;
        let (kin, mut forms) = (Kin::of(passage), KinWords::default());
        if passage.has_forms() {
            let mut look = |words: &str| kin.count_forms(words, &mut forms);
            all.rows().for_each(|row| elsewhere::each_word(row, &mut look));
        }
        // Before the texts: what is left of a name between two gaps would tell enough.
        let renamed = all.cut(|text| Ok(around::with_other_names(text, passage)))?.revisions;
        let file_names = self.strike_file_names(id, passage).await? + renamed;
        let mut texts = all.cut(|text| without_passage(kind, text, passage, gap))?;
        texts.places += all.cut_around(|row| Ok(around::strike_note(row, passage, gap)))?;
        texts.places += all.cut_around(|row| Ok(around::strike_head(row, passage, gap)))?;
        texts.places += self.strike_mark(&item, passage, gap).await?;
        texts.places += self.strike_beside(id, passage, gap).await?;
        let wanted = all.cut_around(|row| around::strike_wanted(row, passage))? > 0;
        all.write(self.db).await?;
        let contact = self.strike_contact(id, passage, gap).await?;
        let addresses = self.strike_addresses(&item, all.shown()?, wanted, passage).await?;
        let left = self.kin_in_item(id, &all, &kin).await?;
        let mut became = PassageStruck {
            texts,
            forms,
            left,
            contact,
            addresses,
            file_names,
            ..PassageStruck::default()
        };
        if became.is_in_item() {
            self.finish(&item, all.shown()?, None, reason, texts).await?;
            self.remember_struck_names(&all, kind).await?;
        }
        let names = elsewhere::forget_names(self.db, id, passage, elsewhere).await?;
        (became.names, became.names_kept) = (names.gone, names.kept);
        became.others.clone_from(&elsewhere.holding);
        Ok(became)
    }

    async fn item(&self, id: Uuid) -> Result<Option<Item>, DbErr> {
        item::Entity::find_by_id(id).one(self.db).await
    }

    /// A name with a gap is a name too, and an address may lead to it.
    async fn remember_struck_names(&self, all: &Texts, kind: &Kind) -> Result<(), DbErr> {
        for content in all.published().filter_map(revision::Model::content) {
            self.remember_names(kind, &content).await?;
        }
        Ok(())
    }

    /// Whoever has the text open is told when they save; no import brings it back; lists, the index
    /// and all who follow learn of it; the log tells that it was done.
    async fn finish(
        &self,
        item: &Item,
        shown: &revision::Model,
        file: Option<Uuid>,
        reason: &str,
        struck: Struck,
    ) -> Result<(), WriteError> {
        let id = item.id;
        self.next_number(item).await?;
        self.forget_line(id).await?;
        let item = self.item(id).await?.ok_or(WriteError::Missing)?;
        let kind = self.kind(&item.kind)?;
        let content = shown.content().ok_or(WriteError::Unreadable)?;
        let draft = Draft { content, head: head_of(&item), note: None };
        let item = self.rewrite(&item, kind, Change::to(&draft)).await?;
        self.file(kind, &item, &draft.content, Which::All).await?;
        changes::again(self.db, self.clock, &[id]).await?;
        self.log_strike(id, file, reason, struck).await
    }

    /// Writes down that something was struck from an item, or a file from the statements of a centre. Of
    /// a file it keeps a keyed digest, of a passage nothing: who has the database has the key, and can
    /// guess at words.
    async fn log_strike(
        &self,
        of: Uuid,
        file: Option<Uuid>,
        reason: &str,
        struck: Struck,
    ) -> Result<(), WriteError> {
        let file = match file {
            Some(file) => Some(standing::file_key(&Seal::load(self.db, self.clock).await?, file)),
            None => None,
        };
        let what = if file.is_some() { struck::FILE } else { struck::PASSAGE };
        let row = struck::Model {
            id: self.clock.new_id(),
            item_id: of,
            at: self.clock.now().into(),
            author: self.author,
            what: what.to_owned(),
            reason: reason.to_owned(),
            revisions: struck.revisions,
            places: struck.places,
            file,
            external_id: None,
            written_over_at: None,
        };
        struck::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        Ok(())
    }
}

/// The text without the passage; refused where a fact would no longer be one. It is struck from what is
/// stored, also where that can't be read.
fn without_passage(
    kind: &Kind,
    text: &Value,
    passage: &Passage,
    gap: &str,
) -> Result<Option<Cut>, WriteError> {
    let mut without = text.clone();
    let places = strike_strings(&mut without, passage, gap);
    if places == 0 {
        return Ok(None);
    }
    let unreadable = |text: &Value| {
        Content::of_stored(text)
            .map(|content| [(kind.unreadable)(&content), content.unreadable].concat())
    };
    let (before, after) = (unreadable(text), unreadable(&without));
    let broken = after.into_iter().flatten();
    let broken: Vec<String> =
        broken.filter(|path| before.as_ref().is_none_or(|before| !before.contains(path))).collect();
    if broken.is_empty() { Ok(Some((without, places))) } else { Err(WriteError::Needed(broken)) }
}

fn strike_strings(value: &mut Value, passage: &Passage, gap: &str) -> i32 {
    match value {
        Value::String(text) => match passage.struck_from(text, gap) {
            Some((struck, places)) => {
                *text = struck;
                places
            }
            None => 0,
        },
        Value::Array(all) => all.iter_mut().map(|one| strike_strings(one, passage, gap)).sum(),
        Value::Object(all) => all.values_mut().map(|one| strike_strings(one, passage, gap)).sum(),
        _ => 0,
    }
}
