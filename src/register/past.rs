//! What has been said and taken away by form, as a page tells it: what, when and by whom.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::fields::what_key;
use super::said;
use super::subject::Subject;
use crate::db::{Db, DbErr};
use crate::i18n::{Text, Words};
use crate::people::persons;
use crate::statements::Raw;
use crate::statements::by_form::{self, Noted};

/// So much of it is shown.
const MOST: u64 = 30;

pub struct PastRow {
    /// «Sagt», «Tatt bort».
    pub did: Words,
    pub what: String,
    pub when: String,
    /// Empty for an account that is gone.
    pub by: String,
    /// A file has written over it since.
    pub is_over: bool,
}

/// The newest first. `tell` says in words what is stored.
pub async fn rows(
    db: &Db,
    t: Text,
    (register, subject): (&str, &str),
    tell: impl Fn(&Value) -> String,
) -> Result<Vec<PastRow>, DbErr> {
    let noted = by_form::history(db, register, subject, MOST).await?;
    let names = names(db, noted.iter().map(|row| row.person_id)).await?;
    let row = |row: &Noted| PastRow {
        did: t.get(if row.is_taken { "register-past-taken" } else { "register-past-said" }),
        what: tell(&row.content),
        when: t.day(*row.made_at),
        by: names.get(&row.person_id).cloned().unwrap_or_default(),
        is_over: row.over_at.is_some(),
    };
    Ok(noted.iter().map(row).collect())
}

/// What each of these is called, as far as they have said it.
pub async fn names(
    db: &Db,
    ids: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, String>, DbErr> {
    persons::names(db, ids.collect()).await
}

/// A statement in few words, without the address of a contact.
pub fn statement(subject: &Subject, t: Text, content: &Value) -> String {
    let Ok(raw) = Raw::from_json(content, String::new()) else { return String::new() };
    if let Some(told) = said::in_words(subject, t, &raw) {
        return told;
    }
    // What can't be read as a statement any more is told as it was written.
    let what =
        what_key(subject.register, &raw.what).map_or_else(|| raw.what.clone(), |key| t.plain(key));
    let open = raw.fields.iter().filter(|(name, _)| !["email", "file"].contains(name));
    let values: Vec<&str> = open.map(|(_, value)| value).collect();
    let dates = match (raw.from.as_str(), raw.to.as_str()) {
        ("", "") => String::new(),
        (from, to) => format!(" ({from}/{to})"),
    };
    format!("{what}: {}{dates}", values.join(", "))
}
