//! Where a backup lies: written to, and read from, a part at a time.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use object_store::path::Path as At;
use object_store::{ObjectStore, ObjectStoreExt};

use super::Error;
use crate::files::{Place, pieces};

/// Nobody waits for one request longer.
const PATIENCE: Duration = Duration::from_mins(2);

#[derive(Clone)]
pub struct Shelf {
    store: Arc<dyn ObjectStore>,
    place: Place,
    /// In a folder: what it is called until it is whole.
    unfinished: Option<PathBuf>,
}

impl Shelf {
    /// To write to. What is there already is left alone.
    pub fn begin(place: &Place) -> Result<Self, Error> {
        let Place::Folder(folder) = place else {
            let store = place.open(PATIENCE)?;
            return Ok(Self { store, place: place.clone(), unfinished: None });
        };
        if folder.exists() {
            return Err(taken(place));
        }
        // Without a `/` at its end.
        let mut name = folder.components().collect::<PathBuf>().into_os_string();
        name.push(".unfinished");
        let unfinished = PathBuf::from(name);
        // Of one that was cut off.
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)?;
        }
        let store = Place::Folder(unfinished.clone()).open(PATIENCE)?;
        Ok(Self { store, place: place.clone(), unfinished: Some(unfinished) })
    }

    /// In a bucket nothing may be under the prefix: it might be something else, such as the files of
    /// the site.
    pub(super) async fn is_free(&self) -> Result<(), Error> {
        let found = self.store.list_with_delimiter(None).await?;
        if found.objects.is_empty() && found.common_prefixes.is_empty() {
            return Ok(());
        }
        Err(taken(&self.place))
    }

    /// To read from.
    pub fn open(place: &Place) -> Result<Self, Error> {
        if let Place::Folder(folder) = place
            && !folder.is_dir()
        {
            return Err(Error::Refused(format!("there is no backup at {place}")));
        }
        Ok(Self { store: place.open(PATIENCE)?, place: place.clone(), unfinished: None })
    }

    /// It has its name only now. A bucket has no such names: there the manifest says that it is whole.
    pub(super) fn finish(self) -> Result<(), Error> {
        let (Place::Folder(folder), Some(unfinished)) = (&self.place, &self.unfinished) else {
            return Ok(());
        };
        sync_folders(unfinished)?;
        if folder.exists() {
            return Err(taken(&self.place));
        }
        fs::rename(unfinished, folder)?;
        let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
        Ok(File::open(above.unwrap_or(Path::new(".")))?.sync_all()?)
    }

    pub(super) async fn put(&self, at: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.store.put(&At::from(at), bytes.into()).await?;
        Ok(())
    }

    /// Nothing where there is no such part.
    pub(super) async fn get(&self, at: &str) -> Result<Option<Vec<u8>>, Error> {
        match self.store.get(&At::from(at)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// Tells size and digest of what was written.
    pub(super) async fn put_file(&self, at: &str, from: &Path) -> Result<(u64, String), Error> {
        let mut from = File::open(from)?;
        let next = || std::future::ready(next_piece(&mut from));
        pieces::put(&*self.store, &At::from(at), next).await
    }

    /// Tells size and digest of what was there; nothing where there is no such part.
    pub(super) async fn get_file(
        &self,
        at: &str,
        to: &Path,
    ) -> Result<Option<(u64, String)>, Error> {
        pieces::get(&*self.store, &At::from(at), to).await
    }
}

impl fmt::Display for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)
    }
}

fn next_piece(from: &mut File) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    Read::by_ref(from).take(pieces::PIECE).read_to_end(&mut piece)?;
    Ok(piece)
}

fn taken(place: &Place) -> Error {
    Error::Refused(format!("there is something at {place} already: give another name"))
}

/// The names in the folders are on the disk too.
fn sync_folders(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sync_folders(&path)?;
        }
    }
    Ok(File::open(folder)?.sync_all()?)
}
