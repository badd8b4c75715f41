//! The improvement works of somebody, as their own page tells them, and the teams that they are asked into.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::waits::lang_attr;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::people::invitations;
use crate::rights::Who;
use crate::work::{self, Status, TeamRole, Theirs};

/// A work that they are in the team of.
pub struct Row {
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    pub href: String,
    pub place: String,
    pub role: Words,
    pub status: Words,
}

/// So many stand on the page; one of their own has them all.
const SHOWN: usize = 6;

/// Those that go on come first, the newest of them at the top. What they only advise stands elsewhere.
pub async fn of(app: &App, t: Text, who: &Who) -> Result<Vec<Row>, Error> {
    let mut theirs = work::theirs(&app.db, who).await?;
    theirs.retain(|one| one.role.is_some());
    theirs.sort_by_key(|one| status(one).is_over());
    theirs.truncate(SHOWN);
    let row = |one: Theirs| {
        let role = one.role.as_deref().and_then(TeamRole::named).unwrap_or(TeamRole::Member);
        Row {
            lang: lang_attr(t, &one.work.lang),
            href: format!("/{}/arbeid/{}", t.lang.code(), one.work.id),
            role: t.get(role.key()),
            status: t.get(status(&one).key()),
            title: one.work.title,
            place: one.work.place,
        }
    };
    Ok(theirs.into_iter().map(row).collect())
}

fn status(one: &Theirs) -> Status {
    Status::named(&one.work.status).unwrap_or(Status::Active)
}

/// What invitations to teams say, by their ids.
pub async fn invited(
    app: &App,
    t: Text,
    waiting: &[invitations::Model],
) -> Result<BTreeMap<Uuid, Words>, Error> {
    let ids = waiting.iter().filter_map(|row| row.work_id).collect();
    let works = work::titles(&app.db, ids).await?;
    let invitation = |row: &invitations::Model| {
        let (id, role) = row.in_team()?;
        let (joined, role) = (works.get(&id)?, TeamRole::named(role)?);
        let role = t.plain(role.key());
        let title = joined.title.as_str();
        let place = joined.place.as_str();
        let said = if place.is_empty() {
            t.with2("login-invited-team-alone", "title", title, "role", role)
        } else {
            t.with3("login-invited-team", "title", title, "place", place, "role", role)
        };
        Some((row.id, said))
    };
    Ok(waiting.iter().filter_map(invitation).collect())
}
