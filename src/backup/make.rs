//! Makes a backup while the site serves: the database as of one instant, then the files, then the
//! manifest that says that all of it is there.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use time::format_description::well_known::Rfc3339;
use tokio::task::JoinSet;

use super::manifest::{FORM, Part, What, name};
use super::scratch::Scratch;
use super::{AT_ONCE, Error, Key, Manifest, Shelf, Step, Told, unfinished, without_secrets};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::{self, Whole};
use crate::files::{self, Files, Kept, Place, digest};
use crate::items;
use crate::statements;

/// A backup that is whole.
#[derive(Debug)]
pub struct Made {
    pub files: u64,
    /// Of all parts.
    pub bytes: u64,
    /// Files that could not be taken along, one line each: the rest is whole.
    pub troubles: Vec<String>,
}

pub async fn make(
    settings: &Settings,
    store: &Files,
    clock: &Clock,
    to: &Place,
    key: Option<&Key>,
    told: Told<'_>,
) -> Result<Made, Error> {
    if let Some(why) = unfinished(settings) {
        return Err(Error::Refused(why));
    }
    let whole = Whole::of(&settings.database).map_err(Error::Refused)?;
    whole.can_copy().map_err(Error::Refused)?;
    let db = whole.open(&settings.database).await.map_err(Error::Refused)?;
    let schema = db::whole::step(&db).await.map_err(Error::Refused)?;
    let schema = schema.ok_or_else(|| Error::Refused("the database is empty".to_owned()))?;
    let scratch = Scratch::begin(&settings.data_dir)?;
    let shelf = Shelf::begin(to)?;
    shelf.is_free().await?;

    let made_at = clock.now().format(&Rfc3339).map_err(|e| Error::Failed(e.to_string()))?;
    let copy = scratch.file("database");
    whole.copy(&db, &copy).await.map_err(Error::Failed)?;
    let mut parts = vec![put_database(&shelf, &scratch, &copy, key).await?];
    told(Step::Database);
    let text = without_secrets(settings)?.into_bytes();
    parts.push(put(&shelf, What::Settings, "settings.toml", text, key).await?);
    // Files come in before the database speaks of them, so all that the copy speaks of are listed now.
    let kept = store.all().await?;
    let mut troubles = missing(&db, store, &kept).await?;
    db.close().await.ok();
    let taken = take_files(&shelf, store, kept, key, told).await?;
    troubles.extend(taken.troubles);
    parts.extend(taken.parts);

    let files = parts.len() as u64 - 2;
    let bytes = parts.iter().map(|part| part.size).sum();
    let manifest = Manifest {
        form: FORM,
        padriver: env!("CARGO_PKG_VERSION").to_owned(),
        engine: whole.engine().to_owned(),
        schema,
        made_at,
        parts,
    };
    told(Step::Whole);
    manifest.write(&shelf, key).await?;
    shelf.finish()?;
    Ok(Made { files, bytes, troubles })
}

async fn put_database(
    shelf: &Shelf,
    scratch: &Scratch,
    copy: &Path,
    key: Option<&Key>,
) -> Result<Part, Error> {
    let at = name("database", key);
    let from = match key {
        None => copy.to_owned(),
        Some(key) => {
            let locked = scratch.file("database.locked");
            let mut from = BufReader::new(File::open(copy)?);
            key.lock(&mut from, &mut BufWriter::new(File::create(&locked)?))?;
            locked
        }
    };
    let (size, sha256) = shelf.put_file(&at, &from).await?;
    Ok(Part { what: What::Database, at, size, sha256 })
}

async fn put(
    shelf: &Shelf,
    what: What,
    called: &str,
    open: Vec<u8>,
    key: Option<&Key>,
) -> Result<Part, Error> {
    let bytes = match key {
        None => open,
        Some(key) => {
            let mut locked = Vec::with_capacity(open.len() + 1024);
            key.lock(&mut open.as_slice(), &mut locked)?;
            locked
        }
    };
    let (at, size, sha256) = (name(called, key), bytes.len() as u64, digest(&bytes));
    shelf.put(&at, bytes).await?;
    Ok(Part { what, at, size, sha256 })
}

#[derive(Default)]
struct Taken {
    parts: Vec<Part>,
    troubles: Vec<String>,
}

/// A few at a time, in whatever order they come.
async fn take_files(
    shelf: &Shelf,
    store: &Files,
    kept: Vec<Kept>,
    key: Option<&Key>,
    told: Told<'_>,
) -> Result<Taken, Error> {
    let (mut taken, all) = (Taken::default(), kept.len() as u64);
    let mut on_their_way = JoinSet::new();
    let mut kept = (1_u64..).zip(kept);
    let mut done = 0;
    loop {
        while on_their_way.len() < AT_ONCE
            && let Some((number, file)) = kept.next()
        {
            let (shelf, store, key) = (shelf.clone(), store.clone(), key.cloned());
            on_their_way.spawn(take_file(shelf, store, file.digest, number, key));
        }
        let Some(came) = on_their_way.join_next().await else { break };
        match came.map_err(|e| Error::Failed(e.to_string()))?? {
            Came::Part(part) => taken.parts.push(part),
            Came::Trouble(line) => taken.troubles.push(line),
            Came::Swept => {}
        }
        done += 1;
        told(Step::File(done, all));
    }
    taken.parts.sort_by_cached_key(|part| part.what.clone());
    Ok(taken)
}

enum Came {
    Part(Part),
    Trouble(String),
    /// It was there when the files were listed, and nothing has it any more.
    Swept,
}

/// One that is locked is called by a number: its digest would tell whoever has the same file.
async fn take_file(
    shelf: Shelf,
    store: Files,
    digest: String,
    number: u64,
    key: Option<Key>,
) -> Result<Came, Error> {
    let Some(bytes) = store.read(&digest).await? else { return Ok(Came::Swept) };
    if files::digest(&bytes) != digest {
        return Ok(Came::Trouble(format!(
            "the file {digest} is damaged, and is not in the backup"
        )));
    }
    let called = match key {
        None => format!("files/{}/{digest}", &digest[..2]),
        Some(_) => format!("files/{number:08}"),
    };
    Ok(Came::Part(put(&shelf, What::File(digest), &called, bytes, key.as_ref()).await?))
}

/// Files that the database speaks of and the store has not.
async fn missing(db: &db::Db, store: &Files, kept: &[Kept]) -> Result<Vec<String>, Error> {
    let kept: BTreeSet<&str> = kept.iter().map(|file| file.digest.as_str()).collect();
    let mut missing = Vec::new();
    for digest in referenced(db).await? {
        // One that has come since is of no text in the copy.
        if !kept.contains(digest.as_str()) && store.written_at(&digest).await?.is_none() {
            missing.push(format!("the file {digest} is missing, and is not in the backup"));
        }
    }
    Ok(missing)
}

/// The digests of all files that something has.
pub(super) async fn referenced(db: &db::Db) -> Result<BTreeSet<String>, Error> {
    let told = |e: db::DbErr| Error::Failed(format!("the database: {e}"));
    let mut all: BTreeSet<String> =
        items::files::all_digests(db).await.map_err(told)?.into_iter().collect();
    let of_statements = statements::files(db).await.map_err(told)?;
    all.extend(of_statements.into_values().map(|file| file.digest));
    Ok(all)
}
