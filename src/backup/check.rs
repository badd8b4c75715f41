//! Looks through what is here: the database, every file by its digest, and the search index.

use std::collections::BTreeSet;

use time::{Duration, OffsetDateTime};

use super::make::referenced;
use super::{Error, Key, Manifest, Shelf, Step, Told, restore};
use crate::db::{self, Db};
use crate::files::{self, Files};
use crate::items::{self, UnreadableTexts, changes};
use crate::kinds::Kinds;
use crate::search::{Index, Opened};

/// What is wrong.
#[derive(Debug, Default)]
pub struct Checked {
    /// One line each; nothing here can mend them.
    pub database: Vec<String>,
    /// Of these something can't be read where it is stored.
    pub texts: Vec<UnreadableTexts>,
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
/// Of what can't be read of a text so much is named.
const NAMED: usize = 20;
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
            self.texts.iter().map(text_line).collect(),
            files(&self.missing, "is missing"),
            files(&self.damaged, "is damaged"),
            files(&self.unreferenced, "belongs to nothing"),
            self.index.clone(),
        ]
        .concat()
    }
}

/// Which text it is, and where in it: never what stands there.
fn text_line(texts: &UnreadableTexts) -> String {
    let UnreadableTexts { item, external_id, revisions, paths, .. } = texts;
    let noun = if revisions.len() == 1 { "revision" } else { "revisions" };
    let numbers: Vec<String> = revisions.iter().map(ToString::to_string).collect();
    let what = match paths.len() {
        0 => "the text".to_owned(),
        count if count <= NAMED => paths.join(", "),
        count => format!("{} and {} more", paths[..NAMED].join(", "), count - NAMED),
    };
    format!("{external_id} ({item}), {noun} {}: {what} can't be read", numbers.join(", "))
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
    let unread = |e: db::DbErr| format!("the database can't be read: {e}");
    match items::unreadable_texts(db, kinds.stored()).await {
        Ok(texts) => found.texts = texts,
        Err(e) => found.database.push(unread(e)),
    }
    match look_at_index(db, opened, kinds, &found.texts).await {
        Ok(index) => found.index = index,
        Err(e) => found.database.push(unread(e)),
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
async fn look_at_index(
    db: &Db,
    opened: &Opened,
    kinds: &Kinds,
    texts: &[UnreadableTexts],
) -> Result<Vec<String>, db::DbErr> {
    let index = &opened.index;
    if let Some(why) = &opened.why {
        return Ok(vec![format!("{why}: it is empty until it is built")]);
    }
    if !index.is_sound().unwrap_or(false) {
        return Ok(vec!["the search index is damaged".to_owned()]);
    }
    let lost = texts.iter().filter(|texts| texts.paths.is_empty() && texts.is_public).count();
    let mut found = Vec::new();
    for _ in 0..TRIES {
        found = differences(db, index, kinds, lost as u64).await?;
        if found.is_empty() {
            break;
        }
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(found)
}

/// A text that is lost is told as such, whether or not the index has it from when it could be read.
async fn differences(
    db: &Db,
    index: &Index,
    kinds: &Kinds,
    lost: u64,
) -> Result<Vec<String>, db::DbErr> {
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
    let all = changes::count_visible(db).await?;
    let known = all.iter().filter(|(kind, _)| kinds.named(kind).is_some());
    let wanted: u64 = known.map(|(_, count)| u64::try_from(*count).unwrap_or_default()).sum();
    let has = index.count();
    if (wanted.saturating_sub(lost)..=wanted).contains(&has) {
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
