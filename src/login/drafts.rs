//! What somebody is writing, as their own page tells it: how far it has come, whose it is, and who else
//! writes in it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::waits::{lang_attr, passed_on};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db::{Db, DbErr};
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::{Item, Stage, revision, working};
use crate::people::persons::person;
use crate::people::places;
use crate::rights::Who;
use crate::waiting::reach;
use crate::web::Visit;

/// A text that they are writing.
pub struct Draft {
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    pub href: String,
    pub stage: Words,
    pub colour: &'static str,
    pub kind: Words,
    pub saved: Words,
    /// Whom it belongs to; empty for what belongs to nobody yet.
    pub place: String,
    /// Who else has written in it since it last was public.
    pub others: Option<Words>,
    /// Since when it is theirs, of what another began and they have not gone on with.
    pub passed_on: Option<Words>,
}

/// The newest first, in two questions. What waits for them tells which were passed on.
pub async fn of(
    app: &App,
    visit: &Visit,
    network: &Network,
    who: &Who,
) -> Result<Vec<Draft>, Error> {
    let t = visit.t;
    let mine = working::by(&app.db, who.id, &reach(who)).await?;
    let others = others(&app.db, mine.iter().map(|(item, _)| item.id), who.id).await?;
    let today = oslo_day(app.clock.now());
    let draft = |(item, text): working::Draft| {
        let kind = app.kinds.named(&item.kind)?;
        let place = item.centre_id.and_then(|at| places::name(network, at, today));
        let (stage, colour) = stage(t, &text);
        let names = others.get(&item.id).map(joined);
        Some(Draft {
            title: text.content().unwrap_or_default().title,
            lang: lang_attr(t, &item.lang),
            href: format!("/{}/skriv/{}", t.lang.code(), item.id),
            stage,
            colour,
            kind: t.get(kind.word),
            saved: t.with("login-draft-saved", "day", t.day(*text.created_at)),
            place: place.unwrap_or_default().to_owned(),
            others: names.map(|names| t.with("login-draft-others", "names", names)),
            passed_on: passed_on(visit, item.id),
        })
    };
    Ok(mine.into_iter().filter_map(draft).collect())
}

/// A text of theirs that is public.
pub struct Published {
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    pub public: String,
    pub when: Words,
    /// Where they go on with it; nowhere when they no longer write for its place.
    pub steps: Option<String>,
}

/// So many are named.
const MOST: u64 = 5;

/// What they have begun and others have published, the newest first.
pub async fn published(app: &App, t: Text, who: &Who) -> Result<Vec<Published>, Error> {
    let theirs = working::published_by(&app.db, who.id, MOST).await?;
    let published = |item: Item| {
        let kind = app.kinds.named(&item.kind)?;
        let code = t.lang.code();
        let is_at_home = item.centre_id.is_none_or(|at| who.writes_for(at));
        Some(Published {
            lang: lang_attr(t, &item.lang),
            public: format!("/{code}/{}/{}", kind.path, item.slug),
            when: t.with("login-published-on", "day", t.day(*item.updated_at)),
            steps: is_at_home.then(|| format!("/{code}/skriv/{}/steg", item.id)),
            title: item.title,
        })
    };
    Ok(theirs.into_iter().filter_map(published).collect())
}

fn joined(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// How far a text has come, and its colour.
fn stage(t: Text, text: &revision::Model) -> (Words, &'static str) {
    match (text.stage(), text.publish_at) {
        (Stage::Draft, _) => (t.get("editing-stage-draft"), "neutral"),
        (Stage::InReview, _) => (t.get("editing-stage-review"), "info"),
        (Stage::Scheduled, Some(at)) => {
            (t.with("login-draft-scheduled", "day", t.day(*at)), "success")
        }
        (Stage::Scheduled, None) => (t.get("editing-stage-scheduled"), "success"),
    }
}

/// The names of others who have written in each of these since it last was public.
async fn others(
    db: &Db,
    items: impl Iterator<Item = Uuid>,
    but: Uuid,
) -> Result<BTreeMap<Uuid, BTreeSet<String>>, DbErr> {
    let items: Vec<Uuid> = items.collect();
    let mut others: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    if items.is_empty() {
        return Ok(others);
    }
    let by = revision::Entity::belongs_to(person::Entity)
        .from(revision::Column::Author)
        .to(person::Column::Id);
    let rows: Vec<(Uuid, String)> = revision::Entity::find()
        .select_only()
        .column(revision::Column::ItemId)
        .column(person::Column::Name)
        .distinct()
        .join(JoinType::InnerJoin, by.into())
        .filter(revision::Column::ItemId.is_in(items))
        .filter(revision::Column::Author.ne(but))
        .filter(working::is_since_public("revision"))
        .filter(person::Column::Name.ne(""))
        .into_tuple()
        .all(db)
        .await?;
    for (item, name) in rows {
        others.entry(item).or_default().insert(name);
    }
    Ok(others)
}
