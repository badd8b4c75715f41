//! Numbers that look like a person's: masked as they come, unless whoever writes says of one why it is none.
//! A reviewer sees those that were kept.

use std::collections::BTreeSet;

use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::checklist::strings;
use crate::app::App;
use crate::clock::Clock;
use crate::error::Error;
use crate::forms::{Submitted, reason_of_number};
use crate::items::spared_number::{Column, Entity, Model};
use crate::items::{Content, Item, item_entity as item, read};
use crate::people::{Entry, What};
use crate::seal::Seal;

/// The input where they say why a number is none, and the one where they say which: what is said frees
/// that one alone, also where the words still stand when another is written.
pub const REASON: &str = "unntak";
pub const WHICH: &str = "unntak-tall";

/// What the digests are for.
const PURPOSE: &str = "spared number";

/// A number that is kept because of what its writer says of it.
#[derive(Clone, Debug)]
pub struct Spared {
    reason: String,
    digest: String,
}

fn digest(seal: &Seal, item: Uuid, digits: &str) -> String {
    seal.digest(PURPOSE, &format!("{item} {digits}"))
}

/// Is it known of one of these? Each is kept by a digest for the text that it was said in.
fn known_as<'a>(seal: &Seal, known: &'a [Model], digits: &str) -> Option<&'a Model> {
    known.iter().find(|row| row.digest == digest(seal, row.item_id, digits))
}

/// Those of an item that have been spared, its own first: a number that is none in one language of a text is none in
/// the others.
pub async fn of(db: &impl ConnectionTrait, of: &Item) -> Result<Vec<Model>, DbErr> {
    let original = of.original_id.unwrap_or(of.id);
    let is_of_it = item::Column::OriginalId.eq(original).or(item::Column::Id.eq(original));
    let family =
        Query::select().column(item::Column::Id).from(item::Entity).and_where(is_of_it).to_owned();
    let mut all = Entity::find().filter(Column::ItemId.in_subquery(family)).all(db).await?;
    all.sort_by_key(|row| row.item_id != of.id);
    Ok(all)
}

/// Masks what was sent, but for what is known to be no person's and the one that they say now is none.
/// Tells the inputs where something was masked, and what is new of the rest.
pub fn mask(
    seal: &Seal,
    item: Uuid,
    known: &[Model],
    sent: &mut Submitted,
) -> (Vec<String>, Option<Spared>) {
    let reason = reason(sent);
    let which = which(sent).filter(|_| reason.is_some());
    let mut spared = None;
    let masked = sent.mask_but(|input, digits| {
        if input != WHICH && !is_shown(input) {
            return false;
        }
        if known_as(seal, known, digits).is_some() {
            return true;
        }
        let is_it = which.as_deref() == Some(digits);
        if is_it && input != WHICH {
            spared = Some(digest(seal, item, digits));
        }
        is_it
    });
    let spared = spared.zip(reason).map(|(digest, reason)| Spared { reason, digest });
    (masked, spared)
}

/// Is a reviewer shown the numbers in it, as [`standing`] finds them? In all else, and in what goes into the
/// log, no number stays, known or not.
fn is_shown(input: &str) -> bool {
    matches!(input, "title" | "lead" | "body")
        || input.starts_with("facts.")
        || input.starts_with("source.")
}

/// Why a number is none, when that is said.
fn reason(sent: &Submitted) -> Option<String> {
    reason_of_number(sent.value(REASON))
}

/// The one number that it is said of.
fn which(sent: &Submitted) -> Option<String> {
    let mut all = norsk::identity::found(sent.value(WHICH)).into_iter();
    let one = all.next()?;
    all.next().is_none().then_some(one.digits)
}

/// What is wrong with what was said of a number, by the input that it is wrong in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unsaid {
    pub which: Option<&'static str>,
    pub why: Option<&'static str>,
}

impl Unsaid {
    /// Nothing is wrong where nothing is said.
    pub fn of(sent: &Submitted) -> Self {
        let (number, words) = (sent.value(WHICH).trim(), sent.value(REASON).trim());
        if number.is_empty() && words.is_empty() {
            return Self::default();
        }
        let which_one = match which(sent) {
            Some(_) => None,
            None if number.is_empty() => Some("editing-spare-no-number"),
            None => Some("editing-spare-not-one"),
        };
        let why = match reason(sent) {
            Some(_) => None,
            None if words.is_empty() => Some("editing-spare-no-reason"),
            None if norsk::identity::found(words).is_empty() => Some("editing-spare-short"),
            None => Some("editing-spare-repeats"),
        };
        Self { which: which_one, why }
    }

    pub fn is_nothing(self) -> bool {
        self.which.is_none() && self.why.is_none()
    }

    /// The same when it is known what was freed. Of a number that stands nowhere in the text nothing is, as when it
    /// was masked there before anything was said of it: they are told, and what they have said is theirs still.
    pub fn or_absent(
        self,
        seal: &Seal,
        known: &[Model],
        (sent, spared): (&Submitted, Option<&Spared>),
    ) -> Self {
        let said = reason(sent).and_then(|_| which(sent));
        let Some(digits) = said.filter(|_| self.is_nothing() && spared.is_none()) else {
            return self;
        };
        if known_as(seal, known, &digits).is_some() {
            return self;
        }
        Self { which: Some("editing-spare-absent"), ..self }
    }
}

/// Was something said of a number that frees none?
pub fn is_unsaid(masked: &[String]) -> bool {
    masked.iter().any(|name| [REASON, WHICH].contains(&name.as_str()))
}

/// Masks a form that nobody has a session for: what is known of the item that its address names stays.
pub async fn mask_of_address(app: &App, path: &str, sent: &mut Submitted) -> Result<(), Error> {
    let named = path.split('/').nth(1).and_then(|part| Uuid::try_parse(part).ok());
    let found = match named {
        Some(id) => read::by_id(&app.db, id).await?,
        None => None,
    };
    let Some(item) = found else {
        sent.mask();
        return Ok(());
    };
    let known = known_in(app, &item, sent).await?;
    sent.mask_but(|_, digits| known.contains(digits));
    Ok(())
}

/// Those that are written beside a text, by their digits, and known to be none in it.
pub async fn known_in(app: &App, item: &Item, sent: &Submitted) -> Result<BTreeSet<String>, Error> {
    let known = of(&app.db, item).await?;
    let mut all = sent.look_alikes(&[]);
    all.retain(|digits| known_as(&app.seal, &known, digits).is_some());
    Ok(all)
}

/// Keeps what is said of a number, with a row in the log: why, and never which.
pub async fn keep(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, person): (Uuid, Uuid),
    Spared { reason, digest }: &Spared,
) -> Result<(), DbErr> {
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        digest: digest.clone(),
        reason: reason.clone(),
        person_id: person,
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([Column::ItemId, Column::Digest])
        .exec_without_returning(tx)
        .await?;
    let entry = Entry::of(What::NumberSpared).by(Some(person)).on("item", item);
    entry.telling(json!({ "reason": reason })).write(tx, clock).await
}

/// A number in a text, with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub before: String,
    pub number: String,
    pub after: String,
    /// What was said of it; nothing of one that came by another way.
    pub said: Option<Model>,
}

/// So many letters around a number show what it is.
const AROUND: usize = 60;

/// The numbers that stand in a text and look like a person's.
pub fn standing(seal: &Seal, known: &[Model], content: &Content) -> Vec<Standing> {
    let mut texts = vec![content.title.as_str(), content.lead.as_str(), content.body.as_str()];
    if let Some(source) = &content.source {
        let more = [Some(&source.title), source.url.as_ref(), source.note.as_ref()];
        texts.extend(more.into_iter().flatten().map(String::as_str));
    }
    strings(&content.facts, &mut texts);
    let mut all = Vec::new();
    for text in texts {
        for found in norsk::identity::found(text) {
            let range = found.range;
            let number = text[range.clone()].to_owned();
            let before: Vec<char> = text[..range.start].chars().rev().take(AROUND).collect();
            all.push(Standing {
                before: before.into_iter().rev().collect(),
                number,
                after: text[range.end..].chars().take(AROUND).collect(),
                said: known_as(seal, known, &found.digits).cloned(),
            });
        }
    }
    all
}
