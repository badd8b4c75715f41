//! Gathers what goes into a package, piece by piece: nobody holds all of it at once.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{decisions, text};
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::end_of_oslo_day;
use crate::db::Db;
use crate::error::Error;
use crate::files::Files;
use crate::i18n::{Lang, Text};
use crate::items::{Content, Item, Registers, files, item_entity, revision};
use crate::kinds::Kinds;
use crate::library::versions::{self, FactTold};
use crate::organisations;
use crate::people::places;
use crate::work::Least;

/// Where it is gathered from.
#[derive(Clone)]
pub struct Source {
    pub db: Db,
    pub clock: Clock,
    pub files: Files,
    /// The site's public address.
    pub site: String,
    /// What there may be texts of: each says what its facts are called.
    pub kinds: Kinds,
    /// The language of what is said around the texts.
    pub t: Text,
    /// How few people are told of to nobody.
    pub least: Least,
}

/// Of whom, and from when until when: both days are in it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub place: Uuid,
    pub name: String,
    pub from: Date,
    pub to: Date,
}

/// One file of the package.
#[derive(Debug)]
pub struct Piece {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What comes through to whoever packs. Without an end the package is broken off.
#[derive(Debug)]
pub enum Came {
    Piece(Piece),
    /// What the manifest says besides the list of its files.
    End(Value),
}

/// The paths of files that are in the package, by their digests.
type Kept = BTreeMap<String, String>;

/// So many items are read at a time.
const AT_ONCE: u64 = 50;

/// Whoever packs has gone: nobody wants the rest.
fn gone<T>(_: T) -> Error {
    Error::Internal("nobody takes the archive package any more".to_owned())
}

impl Asked {
    pub fn begin(&self) -> OffsetDateTime {
        self.from.previous_day().map_or(OffsetDateTime::UNIX_EPOCH, end_of_oslo_day)
    }

    pub fn end(&self) -> OffsetDateTime {
        end_of_oslo_day(self.to)
    }
}

/// Sends all of it, and then the end.
pub async fn gather(source: &Source, asked: &Asked, out: &mpsc::Sender<Came>) -> Result<(), Error> {
    let slug = slug(source, asked).await?;
    let (mut after, mut kept) = (Uuid::nil(), Kept::new());
    let (mut items, mut listed) = (BTreeSet::new(), Vec::new());
    loop {
        let some = some(&source.db, (asked.place, slug.as_deref()), after).await?;
        let Some(last) = some.last() else { break };
        after = last.id;
        for item in &some {
            items.insert(item.id);
            let texts = texts(source, asked, (item, &mut kept), out).await?;
            let made = decisions::of(&source.db, item, asked).await?;
            if let Some(made) = made {
                let path = format!("texts/{}/decisions.json", item.id);
                put(out, path, pretty(&made)?).await?;
            }
            listed.extend(texts);
        }
    }
    let log = decisions::log(&source.db, &source.clock, asked, &items).await?;
    put(out, "log.json".to_owned(), pretty(&Value::Array(log))?).await?;
    let roles = decisions::roles(&source.db, asked).await?;
    put(out, "roles.json".to_owned(), pretty(&Value::Array(roles))?).await?;
    let index = text::index(source.t, asked, &listed)?;
    put(out, "index.html".to_owned(), index.into_bytes()).await?;
    let made_at = source.clock.now().format(&Rfc3339).unwrap_or_default();
    let about = json!({
        "format": "padriver-archive", "version": 1, "made_at": made_at, "site": source.site,
        "program": env!("CARGO_PKG_VERSION"), "texts": listed.len(),
        "place": { "id": asked.place, "name": asked.name },
        "period": { "from": asked.from.to_string(), "to": asked.to.to_string() },
    });
    out.send(Came::End(about)).await.map_err(gone)
}

/// What an organisation is filed by; none for a centre, which items name by its id.
async fn slug(source: &Source, asked: &Asked) -> Result<Option<String>, Error> {
    let network = Network::load(&source.db).await?;
    let found = network.organisations.iter().find(|one| one.id == asked.place);
    Ok(found.map(|one| one.slug.clone()))
}

/// Some of the items that are the place's, and have been public, in the order of their ids.
async fn some(
    db: &impl ConnectionTrait,
    (place, slug): (Uuid, Option<&str>),
    after: Uuid,
) -> Result<Vec<Item>, DbErr> {
    let mut theirs = Condition::any().add(item_entity::Column::CentreId.eq(place));
    if let Some(slug) = slug {
        let filed = Query::select()
            .column("item_id")
            .from("item_facet")
            .and_where(Expr::col("facet").eq(organisations::FACET))
            .and_where(Expr::col("value").eq(slug))
            .to_owned();
        theirs = theirs.add(item_entity::Column::Id.in_subquery(filed));
    }
    item_entity::Entity::find()
        .filter(theirs)
        .filter(item_entity::Column::PublishedAt.is_not_null())
        .filter(item_entity::Column::Id.gt(after))
        .order_by_asc(item_entity::Column::Id)
        .limit(AT_ONCE)
        .all(db)
        .await
}

/// The texts of an item that were public in the period, each as it is stored and as it is read, with
/// their files. Tells what the list of contents says of each.
async fn texts(
    source: &Source,
    asked: &Asked,
    (item, kept): (&Item, &mut Kept),
    out: &mpsc::Sender<Came>,
) -> Result<Vec<text::Listed>, Error> {
    let still = revision::Column::ReplacedAt.is_null();
    let rows = revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item.id))
        .filter(revision::Column::PublishedAt.lt(asked.end()))
        .filter(still.or(revision::Column::ReplacedAt.gt(asked.begin())))
        .order_by_asc(revision::Column::Number)
        .all(&source.db)
        .await?;
    let registers = Registers::load(&source.db).await?;
    let mut listed = Vec::new();
    for row in rows {
        let path = format!("texts/{}/{}", item.id, row.number);
        let files = files_of(source, &row, kept, out).await?;
        put(out, format!("{path}.json"), pretty(&stored(item, &row, &files))?).await?;
        let Some(content) = row.content() else { continue };
        let facts = facts(source, &registers, item, &content);
        let page = text::page(source.t, asked, (item, &row), (&content, facts), &files)?;
        put(out, format!("{path}.html"), page.into_bytes()).await?;
        let since = row.published_at.map(|at| source.t.day(*at)).unwrap_or_default();
        listed.push(text::Listed { path: format!("{path}.html"), title: content.title, since });
    }
    Ok(listed)
}

/// What the text says besides its body, in words; of a kind that there is no more, only the JSON tells.
fn facts(source: &Source, registers: &Registers, item: &Item, content: &Content) -> Vec<FactTold> {
    let Some(kind) = source.kinds.named(&item.kind) else { return Vec::new() };
    let lang = Lang::parse(&item.lang).unwrap_or(source.t.lang);
    versions::facts(kind, registers, (source.t, lang), (content, source.least))
}

fn stored(item: &Item, row: &revision::Model, files: &[text::File]) -> Value {
    let at = |at: Option<crate::db::Timestamp>| at.map(|at| written(*at));
    json!({
        "item": item.id, "external_id": item.external_id, "kind": item.kind, "lang": item.lang,
        "slug": item.slug, "state": item.state, "number": row.number, "author": row.author,
        "note": row.note, "written_at": written(*row.created_at),
        "published_at": at(row.published_at), "replaced_at": at(row.replaced_at),
        "files": files.iter().map(|file| json!({
            "path": file.path, "name": file.name, "sha256": file.digest,
        })).collect::<Vec<Value>>(),
        "content": row.content.0,
    })
}

pub fn written(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// The files of a text; the bytes of each go into the package once. What the store has lost is named
/// without a path.
async fn files_of(
    source: &Source,
    row: &revision::Model,
    kept: &mut Kept,
    out: &mpsc::Sender<Came>,
) -> Result<Vec<text::File>, Error> {
    let mut all = Vec::new();
    let Some(content) = row.content() else { return Ok(all) };
    let ids: Vec<Uuid> = content.files_and_picture().map(|(id, _)| id).collect();
    for id in ids {
        let Some(file) = files::by_id(&source.db, id).await? else { continue };
        if !kept.contains_key(&file.digest)
            && let Some(bytes) = source.files.read(&file.digest).await?
        {
            let path = format!("files/{}{}", file.digest, ending(&file.name));
            put(out, path.clone(), bytes).await?;
            kept.insert(file.digest.clone(), path);
        }
        let path = kept.get(&file.digest).cloned().unwrap_or_default();
        all.push(text::File { path, name: file.name, digest: file.digest });
    }
    Ok(all)
}

/// `.pdf`; nothing of a name goes into a path that could lead elsewhere.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_plain =
        (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { format!(".{}", ending.to_ascii_lowercase()) } else { String::new() }
}

async fn put(out: &mpsc::Sender<Came>, path: String, bytes: Vec<u8>) -> Result<(), Error> {
    out.send(Came::Piece(Piece { path, bytes })).await.map_err(gone)
}

fn pretty(value: &Value) -> Result<Vec<u8>, Error> {
    Ok(serde_json::to_vec_pretty(value)?)
}

/// What a place is called that day, for whoever asks for its package.
pub async fn named(db: &Db, place: Uuid, day: Date) -> Result<Option<String>, Error> {
    let network = Network::load(db).await?;
    Ok(places::name(&network, place, day).map(str::to_owned))
}
