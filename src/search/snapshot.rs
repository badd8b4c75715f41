//! The whole index as of one commit, to be handed to another copy of the program; and one that was
//! handed over, put in place of what is here.
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use serde_json::Value;
use tantivy::directory::{
    Directory as _, INDEX_WRITER_LOCK, META_LOCK, ManagedDirectory, MmapDirectory, OwnedBytes,
    TerminatingWrite as _,
};
use tantivy::{IndexMeta, TantivyError};

use super::{Error, Index, folder, kept};

/// Says which files are the index; written last.
const META: &str = "meta.json";
/// A commit may come between two looks at what there is.
const TRIES: u32 = 20;

/// What an index was at one commit. It stays readable whatever becomes of the index meanwhile.
pub struct Snapshot {
    /// How far the change feed had been read.
    pub seen: u64,
    /// Says what the parts are to each other.
    pub meta: String,
    pub parts: Vec<Part>,
}

/// A file of it, mapped from the disk. It never changes under its name, but for the words.
pub struct Part {
    pub name: String,
    pub bytes: OwnedBytes,
}

impl Index {
    /// Another name for each version and each choice of facets: an index of another is of no use.
    pub fn layout(&self) -> String {
        folder::layout(self.fields())
    }

    /// Beside the folders of the indexes; none for an index in memory.
    pub fn beside(&self, name: &str) -> Option<PathBuf> {
        Some(self.inner.folder.as_ref()?.dir().join(name))
    }

    /// All that was there at the last commit; nothing while it has never been filled.
    pub fn snapshot(&self) -> Result<Option<Snapshot>, Error> {
        let directory = self.inner.index.directory();
        // Nothing is thrown away while this is held, and what is open can be read afterwards.
        let lock = directory.acquire_lock(&META_LOCK).map_err(TantivyError::from)?;
        let (meta, metas) = self.committed()?;
        let Some(seen) = metas.payload.as_deref().and_then(|seen| seen.parse().ok()) else {
            return Ok(None);
        };
        let files: BTreeSet<PathBuf> = metas.list_segment_files().into_iter().collect();
        let mut parts = Vec::with_capacity(files.len() + 1);
        for file in &files {
            if !directory.exists(file).map_err(TantivyError::from)? {
                continue;
            }
            let open = directory.open_read(file).map_err(TantivyError::from)?;
            let bytes = open.read_bytes().map_err(TantivyError::from)?;
            parts.push(Part { name: file.display().to_string(), bytes });
        }
        drop(lock);
        parts.extend(self.words());
        Ok(Some(Snapshot { seen, meta, parts }))
    }

    /// What the last commit says, as it is written and as it is read.
    fn committed(&self) -> Result<(String, IndexMeta), Error> {
        let index = &self.inner.index;
        let written = || index.directory().atomic_read(Path::new(META)).map_err(TantivyError::from);
        for _ in 0..TRIES {
            let before = written()?;
            let metas = index.load_metas()?;
            if written()? == before {
                let meta = String::from_utf8(before).map_err(|_| Error::Foreign)?;
                return Ok((meta, metas));
            }
        }
        Err(Error::Busy)
    }

    /// They only save time: where they can't be read they are left out.
    fn words(&self) -> Option<Part> {
        let own = self.inner.folder.as_ref()?.own();
        let open = MmapDirectory::open(own).ok()?.open_read(Path::new(kept::NAME)).ok()?;
        Some(Part { name: kept::NAME.to_owned(), bytes: open.read_bytes().ok()? })
    }

    /// Puts what was a [`Snapshot`] in place of all there is: its parts, by name, lie in files of this
    /// disk, which are used up. Readers see the old until it is whole. When it fails after it has begun
    /// the index is to be built anew.
    pub fn adopt(&self, meta: &str, parts: &[(String, PathBuf)]) -> Result<(), Error> {
        if !self.is_ours(meta) || !parts.iter().all(|(name, _)| is_name(name)) {
            return Err(Error::Foreign);
        }
        let inner = &self.inner;
        let _turn = inner.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let directory = inner.index.directory();
        let lock = directory.acquire_lock(&INDEX_WRITER_LOCK).map_err(TantivyError::from)?;
        self.set_sound(false);
        for (name, from) in parts {
            match &inner.folder {
                Some(folder) if name == kept::NAME => {
                    fs::rename(from, folder.own().join(name)).map_err(TantivyError::from)?;
                }
                None if name == kept::NAME => {}
                _ => put(directory, Path::new(name), from)?,
            }
        }
        directory.sync_directory().map_err(TantivyError::from)?;
        directory.atomic_write(Path::new(META), meta.as_bytes()).map_err(TantivyError::from)?;
        drop(lock);
        inner.reader.reload()?;
        inner.views.look_first()?;
        self.set_sound(true);
        self.set_filled();
        Ok(())
    }

    /// Has it been made with the fields that ours has?
    fn is_ours(&self, meta: &str) -> bool {
        let Ok(meta) = serde_json::from_str::<Value>(meta) else { return false };
        let ours = serde_json::to_value(self.inner.index.schema());
        ours.is_ok_and(|ours| meta["schema"] == ours) && meta["payload"].is_string()
    }
}

/// A name as the files of an index have: never a way out of its folder.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
}

/// Through the directory, which adds its own sum to it, and throws it away when it is no longer used.
fn put(directory: &ManagedDirectory, name: &Path, from: &Path) -> Result<(), Error> {
    if directory.exists(name).map_err(TantivyError::from)? {
        // A segment has the same name wherever it is, and may have been made here.
        if is_there(directory, name, from).unwrap_or(false) {
            return fs::remove_file(from).map_err(|error| TantivyError::from(error).into());
        }
        // Of a try that was cut off.
        directory.delete(name).map_err(|error| TantivyError::from(io::Error::other(error)))?;
    }
    let mut to = directory.open_write(name).map_err(TantivyError::from)?;
    let mut read = File::open(from).map_err(TantivyError::from)?;
    io::copy(&mut read, &mut to).map_err(TantivyError::from)?;
    to.terminate().map_err(TantivyError::from)?;
    // There need not be room for it twice.
    fs::remove_file(from).map_err(TantivyError::from)?;
    Ok(())
}

fn is_there(directory: &ManagedDirectory, name: &Path, from: &Path) -> io::Result<bool> {
    let open = directory.open_read(name).map_err(io::Error::other)?;
    let there = open.read_bytes()?;
    let (mut rest, mut read) = (there.as_slice(), BufReader::new(File::open(from)?));
    loop {
        let some = read.fill_buf()?;
        let length = some.len();
        match rest.strip_prefix(some) {
            Some(after) if length > 0 => rest = after,
            Some(after) => return Ok(after.is_empty()),
            None => return Ok(false),
        }
        read.consume(length);
    }
}
