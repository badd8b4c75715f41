//! Puts a backup back: all of it is looked through before anything is changed, and whenever it is cut
//! off there is either the old or the new, and doing it again finishes it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use sea_orm::ConnectionTrait;
use tokio::task::JoinSet;

use super::manifest::{Part, What};
use super::scratch::Scratch;
use super::{AT_ONCE, Error, Key, Manifest, Shelf, Step, Told};
use crate::config::Settings;
use crate::db::{self, Whole};
use crate::files::{Files, Place, digest};

/// What was put back.
#[derive(Debug)]
pub struct Restored {
    pub manifest: Manifest,
    pub files: u64,
}

/// In the data folder while things are changed: holds which backup it is that is put back.
const MARK: &str = "restoring";

/// Why nothing may be begun on this data folder, if so.
pub fn unfinished(settings: &Settings) -> Option<String> {
    let mark = settings.folder(MARK);
    mark.exists().then(|| {
        format!(
            "a backup was being put back, and that was cut off: run `padriver restore` again. To go \
             on with what is there instead, remove {}",
            mark.display()
        )
    })
}

pub async fn restore(
    settings: &Settings,
    store: &Files,
    from: &Place,
    key: Option<&Key>,
    overwrite: bool,
    told: Told<'_>,
) -> Result<Restored, Error> {
    let whole = Whole::of(&settings.database).map_err(Error::Refused)?;
    let shelf = Shelf::open(from)?;
    let manifest = Manifest::read(&shelf, key).await?;
    manifest.fits(&whole)?;
    whole.can_put_back().map_err(Error::Refused)?;
    let scratch = Scratch::begin(&settings.data_dir)?;
    let mark = Mark::of(settings, &manifest)?;
    if !overwrite && !mark.is_ours() {
        refuse_to_overwrite(&whole, settings, store).await?;
    }
    let copy = look_through(&shelf, &scratch, &manifest, &whole, key, told).await?;
    told(Step::Whole);

    // First the mark, then the look at who else is there: whoever begins now sees the one or is seen
    // by the other.
    let had_begun = mark.path.exists();
    mark.set()?;
    if let Err(why) = whole.free(&settings.database).await {
        if !had_begun {
            mark.remove()?;
        }
        return Err(Error::Refused(why));
    }
    told(Step::Begun);
    let files = put_files(&shelf, store, &manifest, key, told).await?;
    told(Step::Files);
    // It is of another database: the next to open it builds it.
    let index = settings.folder("index");
    if index.exists() {
        fs::remove_dir_all(&index)?;
    }
    whole.replace(&copy).map_err(Error::Failed)?;
    told(Step::Exchanged);
    bring_up(settings).await?;
    sweep(store, &manifest).await?;
    whole.forget_old();
    mark.remove()?;
    Ok(Restored { manifest, files })
}

async fn refuse_to_overwrite(
    whole: &Whole,
    settings: &Settings,
    store: &Files,
) -> Result<(), Error> {
    let is_empty = whole.is_empty(&settings.database).await.map_err(Error::Refused)?;
    let what = match (is_empty, store.all().await?.is_empty()) {
        (true, true) => return Ok(()),
        (false, _) => "the database is not empty",
        (true, false) => "there are files already",
    };
    Err(Error::Refused(format!(
        "{what}: to put the backup in the place of all that is here, say --overwrite"
    )))
}

/// Reads every part and holds it against the manifest. All that is wrong is told at once. Tells where
/// the copy of the database is, opened.
async fn look_through(
    shelf: &Shelf,
    scratch: &Scratch,
    manifest: &Manifest,
    whole: &Whole,
    key: Option<&Key>,
    told: Told<'_>,
) -> Result<PathBuf, Error> {
    let mut faults = Vec::new();
    let copy = scratch.file("database");
    if let Some(part) = manifest.part(&What::Database) {
        faults.extend(fault(get_database(shelf, scratch, part, &copy, key).await)?);
    }
    if faults.is_empty()
        && let Err(why) = whole.look_at(&copy).await
    {
        faults.push(format!("database: {why}"));
    }
    told(Step::Database);
    if let Some(part) = manifest.part(&What::Settings) {
        faults.extend(fault(get(shelf, part, key).await)?);
    }
    let parts: Vec<Part> = manifest.files().map(|(_, part)| part.clone()).collect();
    let (mut jobs, mut waiting) = (JoinSet::new(), parts.into_iter());
    let (all, mut done) = (manifest.files().count() as u64, 0);
    loop {
        while jobs.len() < AT_ONCE
            && let Some(part) = waiting.next()
        {
            let (shelf, key) = (shelf.clone(), key.cloned());
            jobs.spawn(async move { get(&shelf, &part, key.as_ref()).await.map(drop) });
        }
        let Some(came) = jobs.join_next().await else { break };
        faults.extend(fault(came.map_err(|e| Error::Failed(e.to_string()))?)?);
        done += 1;
        told(Step::File(done, all));
    }
    if faults.is_empty() { Ok(copy) } else { Err(Error::Damaged(faults)) }
}

/// What is wrong with a part; any other fault ends all.
fn fault<T>(came: Result<T, Error>) -> Result<Vec<String>, Error> {
    match came {
        Ok(_) => Ok(Vec::new()),
        Err(Error::Damaged(lines)) => Ok(lines),
        Err(other) => Err(other),
    }
}

fn damaged(part: &Part, why: &str) -> Error {
    Error::Damaged(vec![format!("{}: {why}", part.at)])
}

fn with_key(key: Option<&Key>) -> Result<&Key, Error> {
    key.ok_or_else(|| Error::Refused("parts of the backup are locked: give the key".to_owned()))
}

/// A part as it was before it was locked, if it is as it was written.
pub(super) async fn get(shelf: &Shelf, part: &Part, key: Option<&Key>) -> Result<Vec<u8>, Error> {
    let bytes = shelf.get(&part.at).await?.ok_or_else(|| damaged(part, "it is missing"))?;
    if bytes.len() as u64 != part.size || digest(&bytes) != part.sha256 {
        return Err(damaged(part, "it is not as it was written"));
    }
    let open = if part.is_locked() {
        let mut open = Vec::with_capacity(bytes.len());
        with_key(key)?.open(&part.at, &mut bytes.as_slice(), &mut open)?;
        open
    } else {
        bytes
    };
    match &part.what {
        What::File(named) if digest(&open) != *named => {
            Err(damaged(part, "there is another file in it than the manifest says"))
        }
        _ => Ok(open),
    }
}

async fn get_database(
    shelf: &Shelf,
    scratch: &Scratch,
    part: &Part,
    copy: &Path,
    key: Option<&Key>,
) -> Result<(), Error> {
    let stored = if part.is_locked() { scratch.file("database.locked") } else { copy.to_owned() };
    let found = shelf.get_file(&part.at, &stored).await?;
    let found = found.ok_or_else(|| damaged(part, "it is missing"))?;
    if found != (part.size, part.sha256.clone()) {
        return Err(damaged(part, "it is not as it was written"));
    }
    if part.is_locked() {
        let mut from = BufReader::new(File::open(&stored)?);
        let mut to = BufWriter::new(File::create(copy)?);
        with_key(key)?.open(&part.at, &mut from, &mut to)?;
    }
    Ok(())
}

/// Brings in the files. They are named by what is in them, so none stands in the way of another, and
/// one that was damaged is whole again.
async fn put_files(
    shelf: &Shelf,
    store: &Files,
    manifest: &Manifest,
    key: Option<&Key>,
    told: Told<'_>,
) -> Result<u64, Error> {
    let parts: Vec<Part> = manifest.files().map(|(_, part)| part.clone()).collect();
    let (all, mut done) = (parts.len() as u64, 0);
    let (mut jobs, mut waiting) = (JoinSet::new(), parts.into_iter());
    loop {
        while jobs.len() < AT_ONCE
            && let Some(part) = waiting.next()
        {
            let (shelf, store, key) = (shelf.clone(), store.clone(), key.cloned());
            jobs.spawn(async move {
                let bytes = get(&shelf, &part, key.as_ref()).await?;
                store.keep(bytes).await?;
                Ok::<(), Error>(())
            });
        }
        let Some(came) = jobs.join_next().await else { return Ok(all) };
        came.map_err(|e| Error::Failed(e.to_string()))??;
        done += 1;
        told(Step::File(done, all));
    }
}

/// Brings the database up to this program. Papers that were made are no part of a backup: they are
/// made anew when somebody asks.
async fn bring_up(settings: &Settings) -> Result<(), Error> {
    let db = db::connect(&settings.database).await.map_err(|e| Error::Failed(e.to_string()))?;
    let migrated = db::migrate(&db).await.map_err(|e| Error::Failed(e.to_string()));
    let swept = db.execute_unprepared("DELETE FROM print").await;
    db.close().await.ok();
    migrated?;
    swept.map_err(|e| Error::Failed(format!("the database: {e}")))?;
    Ok(())
}

/// What the backup has not is of what was here before.
async fn sweep(store: &Files, manifest: &Manifest) -> Result<(), Error> {
    let ours: BTreeSet<&str> = manifest.files().map(|(digest, _)| digest).collect();
    for file in store.all().await? {
        if !ours.contains(file.digest.as_str()) {
            store.remove(&file.digest).await?;
        }
    }
    store.drop_all_aside().await?;
    // What copies handed to each other is of the database that was.
    Ok(store.drop_all_shared().await?)
}

struct Mark {
    path: PathBuf,
    /// Which backup it is.
    which: String,
}

impl Mark {
    fn of(settings: &Settings, manifest: &Manifest) -> Result<Self, Error> {
        let text = serde_json::to_vec(manifest).map_err(|e| Error::Failed(e.to_string()))?;
        Ok(Self { path: settings.folder(MARK), which: digest(&text) })
    }

    /// Was this very backup being put back when it was cut off?
    fn is_ours(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|which| which == self.which)
    }

    fn set(&self) -> Result<(), Error> {
        let mut file = File::create(&self.path)?;
        file.write_all(self.which.as_bytes())?;
        file.sync_all()?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        Ok(File::open(folder)?.sync_all()?)
    }

    fn remove(&self) -> Result<(), Error> {
        Ok(fs::remove_file(&self.path)?)
    }
}
