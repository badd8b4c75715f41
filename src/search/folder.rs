//! Opens the index folder, and makes an empty index where there is none that can be used.
//!
//! Each version has its own folder, and in each version each choice of facets, `v4-1f0c9a2b`: two
//! processes never disagree about what a file means, and nothing outside these folders is ever
//! deleted. The others are deleted when this one has been filled: until then a copy of the server that
//! still runs the last program serves from its own.
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use tantivy::directory::error::LockError;
use tantivy::directory::{DirectoryLock, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::schema::Schema;
use tantivy::{Directory as _, Index, IndexReader, IndexSettings, ReloadPolicy, TantivyError};

use super::schema::{Fields, register};
use super::{Error, SCHEMA_VERSION, Why};

/// Whoever makes or repairs the index holds the lock for a moment only.
const TRIES: u32 = 50;
const BETWEEN: Duration = Duration::from_millis(100);
/// Blocks of stored text kept unpacked for each segment, 16 kB each.
const UNPACKED: usize = 8;
/// Of the digest of the facets, in the name of a folder.
const DIGITS: usize = 8;
/// An index of up to so many bytes is held against its sums when it is opened; nobody should wait for a
/// larger one to be read whole.
const LITTLE: u64 = if cfg!(test) { 300_000 } else { 64 * 1024 * 1024 };

pub(super) struct Ready {
    pub(super) index: Index,
    pub(super) reader: IndexReader,
    /// Set when it was made anew.
    pub(super) why: Option<Why>,
    /// It is large, and has not been held against its sums.
    pub(super) unproven: bool,
}

/// Where the indexes of all versions are, and which of them is ours.
pub(super) struct Folder {
    dir: PathBuf,
    name: String,
}

/// The name of an index of this version with these facets.
pub(super) fn layout(fields: &Fields) -> String {
    let facets: String = fields.facets().flat_map(|name| [name, "\n"]).collect();
    let digest = crate::files::digest(facets.as_bytes());
    format!("v{SCHEMA_VERSION}-{}", &digest[..DIGITS])
}

impl Folder {
    pub(super) fn new(dir: &Path, fields: &Fields) -> Self {
        Self { dir: dir.to_owned(), name: layout(fields) }
    }

    /// The folder of all versions.
    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The folder of this version.
    pub(super) fn own(&self) -> PathBuf {
        self.dir.join(&self.name)
    }

    /// Opens what is in it, made anew when it is missing or damaged.
    pub(super) fn open(&self, schema: &Schema) -> Result<Ready, Error> {
        let folder = self.own();
        fs::create_dir_all(&folder).map_err(cannot(&folder))?;
        let directory = MmapDirectory::open(&folder).map_err(|error| Error::Index(error.into()))?;
        if let Ok(ready) = attempt(&directory, &folder, schema) {
            return Ok(ready);
        }
        // What looks damaged may be another process at work, so look again once it cannot be.
        let _lock = lock(&directory, &folder)?;
        let why = match attempt(&directory, &folder, schema) {
            Ok(ready) => return Ok(ready),
            Err(Why::Missing) if !self.others().is_empty() => Why::OtherVersion,
            Err(why) => why,
        };
        wipe(&folder)?;
        let index = Index::create(directory, schema.clone(), IndexSettings::default())?;
        register(index.tokenizers());
        let reader = reader(&index, ReloadPolicy::OnCommitWithDelay)?;
        Ok(Ready { index, reader, why: Some(why), unproven: false })
    }

    /// Once this version is filled nobody needs the others. They only take up room, so a failure
    /// here is no reason to stop.
    pub(super) fn remove_others(&self) {
        for folder in self.others() {
            drop(fs::remove_dir_all(folder));
        }
    }

    fn others(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        entries
            .filter(|entry| {
                let name = entry.file_name();
                name.to_str().is_some_and(|name| name != self.name && is_version(name))
            })
            .map(|entry| entry.path())
            .filter(|path| path.join("meta.json").is_file())
            .collect()
    }
}

/// `v3`, as the first versions were called, or `v4-1f0c9a2b`.
fn is_version(name: &str) -> bool {
    let Some(name) = name.strip_prefix('v') else { return false };
    let (number, facets) = name.split_once('-').unwrap_or((name, ""));
    let is_digest = facets.len() == DIGITS && facets.bytes().all(|b| b.is_ascii_hexdigit());
    number.parse::<u32>().is_ok() && (is_digest || !name.contains('-'))
}

/// An index that is gone when it is dropped.
pub(super) fn in_memory(schema: &Schema) -> tantivy::Result<(Index, IndexReader)> {
    let index = Index::create_in_ram(schema.clone());
    register(index.tokenizers());
    let reader = reader(&index, ReloadPolicy::Manual)?;
    Ok((index, reader))
}

/// Opens what is there, or says why that cannot be used.
fn attempt(directory: &MmapDirectory, folder: &Path, schema: &Schema) -> Result<Ready, Why> {
    let damaged = |error: TantivyError| Why::Damaged(error.to_string());
    if !Index::exists(directory).map_err(|error| damaged(error.into()))? {
        return Err(Why::Missing);
    }
    let index = Index::open(directory.clone()).map_err(damaged)?;
    if index.schema() != *schema {
        return Err(Why::OtherVersion);
    }
    let files = index.load_metas().map_err(damaged)?.list_segment_files();
    let size: u64 =
        files.iter().filter_map(|file| Some(fs::metadata(folder.join(file)).ok()?.len())).sum();
    let unproven = size > LITTLE;
    if !unproven {
        let broken = index.validate_checksum().map_err(damaged)?;
        if let Some(file) = broken.iter().min() {
            return Err(Why::Damaged(format!("{} has changed", file.display())));
        }
    }
    register(index.tokenizers());
    let reader = reader(&index, ReloadPolicy::OnCommitWithDelay).map_err(damaged)?;
    Ok(Ready { index, reader, why: None, unproven })
}

fn reader(index: &Index, policy: ReloadPolicy) -> tantivy::Result<IndexReader> {
    let builder = index.reader_builder().reload_policy(policy);
    builder.doc_store_cache_num_blocks(UNPACKED).try_into()
}

fn lock(directory: &MmapDirectory, folder: &Path) -> Result<DirectoryLock, Error> {
    for _ in 0..TRIES {
        match directory.acquire_lock(&INDEX_WRITER_LOCK) {
            Ok(lock) => return Ok(lock),
            Err(LockError::LockBusy) => sleep(BETWEEN),
            Err(LockError::IoError(source)) => {
                let source = std::io::Error::new(source.kind(), source.to_string());
                return Err(cannot(folder)(source));
            }
        }
    }
    Err(Error::Busy)
}

/// Removes the index files. The lock files stay: they are held.
fn wipe(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(cannot(folder))? {
        let path = entry.map_err(cannot(folder))?.path();
        if path.extension().is_some_and(|ending| ending == "lock") {
            continue;
        }
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(cannot(&path))?;
    }
    Ok(())
}

fn cannot(path: &Path) -> impl Fn(std::io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Folder { path: path.clone(), source }
}
