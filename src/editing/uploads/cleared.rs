//! May a text be public with its picture and its files? Those who are seen have consented, and what looks
//! like an identity number is none.

use sea_orm::ConnectionTrait;
use time::Date;
use uuid::Uuid;

use super::{consents, prose, store};
use crate::db::DbErr;
use crate::editing::checklist::Check;
use crate::i18n::Text;
use crate::items::Content;

/// How it stands with those who are seen in a picture; what is worse comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum People {
    Cleared,
    /// Somebody can be recognised, and there is no consent that holds.
    NoConsent,
    /// Nobody has said whether anybody can.
    Unsaid,
}

async fn people(
    db: &impl ConnectionTrait,
    content: &Content,
    today: Date,
) -> Result<People, DbErr> {
    // What was imported has no record of its own.
    let masters: Vec<Uuid> = content.images().filter_map(|image| image.master).collect();
    let rows = store::of_files(db, &masters).await?;
    let given = consents::of_all(db, &masters).await?;
    let each = masters.into_iter().map(|master| seen(master, &rows, &given, today));
    Ok(each.max().unwrap_or(People::Cleared))
}

/// Of one picture.
fn seen(master: Uuid, rows: &[store::Model], given: &[consents::Model], today: Date) -> People {
    let mut its = rows.iter().filter(|row| row.file_id == Some(master));
    let hold = || consents::hold(given.iter().filter(|one| one.file_id == master), today);
    match its.find_map(|row| row.people.as_deref()) {
        None => People::Unsaid,
        Some(store::NOBODY) => People::Cleared,
        Some(_) if hold() => People::Cleared,
        Some(_) => People::NoConsent,
    }
}

/// The files of the text that were sent in for it.
async fn uploads(
    db: &impl ConnectionTrait,
    item: Uuid,
    content: &Content,
) -> Result<Vec<store::Model>, DbErr> {
    let files: Vec<Uuid> = content.files.iter().map(|file| file.file).collect();
    let rows = store::of_files(db, &files).await?;
    Ok(rows.into_iter().filter(|row| row.item_id == item).collect())
}

/// Else it is published by nobody.
pub async fn is_cleared(
    db: &impl ConnectionTrait,
    item: Uuid,
    content: &Content,
    today: Date,
) -> Result<bool, DbErr> {
    let files = uploads(db, item, content).await?;
    let is_open = files.iter().any(store::Model::has_open_numbers);
    Ok(!is_open && people(db, content, today).await? == People::Cleared)
}

/// What is to be said of that in the checklist, for the writer and for who looks the text through.
pub async fn checks(
    db: &impl ConnectionTrait,
    t: Text,
    item: Uuid,
    content: &Content,
    today: Date,
) -> Result<Vec<Check>, DbErr> {
    let mut checks = Vec::new();
    let mut add = |is_met: bool, is_demanded: bool, words| {
        checks.push(Check { is_met, is_demanded, words, at: "/filer".to_owned() });
    };
    match people(db, content, today).await? {
        People::Unsaid => add(false, true, t.get("editing-check-people")),
        People::NoConsent => add(false, true, t.get("editing-check-consent")),
        People::Cleared => {}
    }
    let (named, _) = prose::names(content);
    let has = |name: &String| content.pictures.iter().any(|one| one.name == *name);
    if named.iter().any(|name| !has(name)) {
        add(false, false, t.get("editing-check-gap"));
    }
    if content.pictures.iter().any(|one| !named.contains(&one.name)) {
        add(false, false, t.get("editing-check-unplaced"));
    }
    for row in uploads(db, item, content).await? {
        let found = row.found();
        if row.has_open_numbers() {
            add(false, true, t.with("editing-check-numbers", "file", row.name.as_str()));
        } else if let Some(why) = &found.vouched {
            let words = t.with2("editing-check-vouched", "file", row.name.as_str(), "why", why);
            add(false, false, words);
        }
    }
    Ok(checks)
}
