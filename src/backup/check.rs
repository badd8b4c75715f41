//! Looks through what is here: the database, every file by its digest, and the search index.

use std::collections::BTreeSet;

use time::{Duration, OffsetDateTime};

use super::make::referenced;
use super::{Error, Key, Manifest, Shelf, Step, Told, restore};
use crate::db::{self, Db};
use crate::files::{self, Files};
use crate::items::changes;
use crate::kinds::Kinds;
use crate::search::{Index, Opened};

/// What is wrong.
#[derive(Debug, Default)]
pub struct Checked {
    /// One line each; nothing here can mend them.
    pub database: Vec<String>,
    /// The database speaks of them, and the store has them not.
    pub missing: Vec<String>,
    /// The bytes are others than their name says.
    pub damaged: Vec<String>,
    /// Nothing has them: digests.
    pub unreferenced: Vec<String>,
    /// What the index has not as the database has it.
    pub index: Vec<String>,
}

/// An import keeps the bytes before it writes the row: younger ones may be on their way in.
const UNDER_WAY: Duration = Duration::hours(1);
/// How many items are read at a time.
const PAGE: u64 = 200;
/// A server that runs follows within a second; it gets a few.
const TRIES: u32 = 6;
const BETWEEN: std::time::Duration = std::time::Duration::from_millis(500);

impl Checked {
    pub fn is_well(&self) -> bool {
        self.lines().is_empty()
    }

    /// One line for each thing that is wrong.
    pub fn lines(&self) -> Vec<String> {
        let files = |digests: &[String], what: &str| -> Vec<String> {
            digests.iter().map(|digest| format!("the file {digest} {what}")).collect()
        };
        [
            self.database.clone(),
            files(&self.missing, "is missing"),
            files(&self.damaged, "is damaged"),
            files(&self.unreferenced, "belongs to nothing"),
            self.index.clone(),
        ]
        .concat()
    }
}

pub async fn check(
    db: &Db,
    store: &Files,
    opened: &Opened,
    kinds: &Kinds,
    now: OffsetDateTime,
    told: Told<'_>,
) -> Result<Checked, Error> {
    let mut found = Checked { database: db::whole::faults(db).await, ..Checked::default() };
    told(Step::Database);
    look_at_files(db, store, now, told, &mut found).await?;
    match look_at_index(db, opened, kinds).await {
        Ok(index) => found.index = index,
        Err(e) => found.database.push(format!("the database can't be read: {e}")),
    }
    Ok(found)
}

async fn look_at_files(
    db: &Db,
    store: &Files,
    now: OffsetDateTime,
    told: Told<'_>,
    found: &mut Checked,
) -> Result<(), Error> {
    // First those that are kept: what comes in meanwhile is kept before the database speaks of it.
    let kept = store.all().await?;
    let wanted = match referenced(db).await {
        Ok(wanted) => wanted,
        Err(error) => {
            found.database.push(error.to_string());
            return Ok(());
        }
    };
    let all = kept.len() as u64;
    let names: BTreeSet<&str> = kept.iter().map(|file| file.digest.as_str()).collect();
    for digest in wanted.iter().filter(|digest| !names.contains(digest.as_str())) {
        // It may have come since.
        if store.read(digest).await?.is_none() {
            found.missing.push(digest.clone());
        }
    }
    for (number, file) in (1..).zip(&kept) {
        if !wanted.contains(&file.digest) {
            if now - file.written_at >= UNDER_WAY {
                found.unreferenced.push(file.digest.clone());
            }
        } else if let Some(bytes) = store.read(&file.digest).await?
            && files::digest(&bytes) != file.digest
        {
            found.damaged.push(file.digest.clone());
        }
        told(Step::File(number, all));
    }
    Ok(())
}

/// Position and number of the index against those of the database.
async fn look_at_index(db: &Db, opened: &Opened, kinds: &Kinds) -> Result<Vec<String>, db::DbErr> {
    let index = &opened.index;
    if let Some(why) = &opened.why {
        return Ok(vec![format!("{why}: it is empty until it is built")]);
    }
    let mut found = Vec::new();
    for _ in 0..TRIES {
        found = differences(db, index, kinds).await?;
        if found.is_empty() {
            break;
        }
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(found)
}

async fn differences(db: &Db, index: &Index, kinds: &Kinds) -> Result<Vec<String>, db::DbErr> {
    changes::settle(db).await?;
    let (seen, newest) = (index.seen(), changes::newest(db).await?);
    if seen > newest {
        return Ok(vec![format!(
            "the search index is of another database: it has seen change {seen} of {newest}"
        )]);
    }
    if seen < newest {
        return Ok(vec![format!("the search index lags: it has seen change {seen} of {newest}")]);
    }
    let (mut wanted, mut after) = (0_u64, None);
    loop {
        let page = changes::all_visible(db, after, PAGE).await?;
        let Some(last) = page.last else { break };
        after = Some(last);
        let known = page.shown.iter().filter(|shown| kinds.named(&shown.item.kind).is_some());
        wanted += known.count() as u64;
    }
    let has = index.count();
    if has == wanted {
        return Ok(Vec::new());
    }
    Ok(vec![format!("the search index has {has} item(s), the database {wanted}")])
}

/// Brings in from a backup what is missing or damaged, and removes what belongs to nothing. What is
/// mended is taken out of `found`; tells what was done.
pub async fn repair_files(
    db: &Db,
    store: &Files,
    found: &mut Checked,
    from: Option<(&Shelf, Option<&Key>)>,
) -> Result<Vec<String>, Error> {
    let mut done = Vec::new();
    if let Some((shelf, key)) = from {
        let manifest = Manifest::read(shelf, key).await?;
        for broken in [&mut found.missing, &mut found.damaged] {
            let mut left = Vec::new();
            for digest in broken.drain(..) {
                let part = manifest.files().find(|(named, _)| *named == digest);
                let bytes = match part {
                    Some((_, part)) => restore::get(shelf, part, key).await,
                    None => Err(Error::Damaged(Vec::new())),
                };
                match bytes {
                    Ok(bytes) => {
                        store.keep(bytes).await?;
                        done.push(format!("the file {digest} is brought in from the backup"));
                    }
                    Err(Error::Damaged(_)) => left.push(digest),
                    Err(other) => return Err(other),
                }
            }
            *broken = left;
        }
    }
    // Something may have got it since.
    let wanted = referenced(db).await?;
    for digest in found.unreferenced.drain(..).filter(|digest| !wanted.contains(digest)) {
        store.remove(&digest).await?;
        done.push(format!("the file {digest} is removed"));
    }
    Ok(done)
}
