//! Files that people send in, before anybody has looked at them: apart from those that are kept, under an id
//! of their own. They come in pieces, so that a large one never stands whole in memory on its way.

use std::time::Duration;

use axum::body::Bytes;
use object_store::path::Path as Key;
use object_store::{ObjectStoreExt, WriteMultipart};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Error, Files, unless_absent, written_at};

/// They stand under this name, which is no digest.
const FOLDER: &str = "quarantine";
/// So many pieces may be on their way to the store at once.
const AT_ONCE: usize = 2;

/// A file on its way in.
pub struct Incoming {
    upload: WriteMultipart,
    patience: Duration,
    left: u64,
    size: u64,
}

impl Files {
    /// Begins to take in a file of up to [`Files::largest`] bytes.
    pub async fn take_in(&self, id: Uuid) -> Result<Incoming, Error> {
        let upload = self.in_time(self.store.put_multipart(&key(id))).await?;
        let upload = WriteMultipart::new(upload);
        Ok(Incoming { upload, patience: self.patience, left: self.largest, size: 0 })
    }

    pub async fn quarantined(&self, id: Uuid) -> Result<Option<Vec<u8>>, Error> {
        self.bytes(&key(id)).await
    }

    /// It has been looked at. One that is gone already is no fault.
    pub async fn drop_quarantined(&self, id: Uuid) -> Result<(), Error> {
        unless_absent(self.in_time(self.store.delete(&key(id))).await)?;
        Ok(())
    }

    /// All that lies there, and since when.
    pub async fn in_quarantine(&self) -> Result<Vec<(Uuid, OffsetDateTime)>, Error> {
        let folder = Key::from(FOLDER);
        let found = self.in_time(self.store.list_with_delimiter(Some(&folder))).await?;
        let of = |about: &object_store::ObjectMeta| {
            let id = about.location.filename().and_then(|name| Uuid::try_parse(name).ok())?;
            Some((id, written_at(about)))
        };
        Ok(found.objects.iter().filter_map(of).collect())
    }
}

impl Incoming {
    /// Takes a piece more; false when that is more than is taken.
    pub async fn take(&mut self, piece: Bytes) -> Result<bool, Error> {
        let size = piece.len() as u64;
        if size > self.left {
            self.left = 0;
            return Ok(false);
        }
        (self.left, self.size) = (self.left - size, self.size + size);
        let room = tokio::time::timeout(self.patience, self.upload.wait_for_capacity(AT_ONCE));
        room.await.map_err(|_| Error::TooSlow(self.patience.as_secs()))??;
        self.upload.put(piece);
        Ok(true)
    }

    /// It is there whole; tells its size.
    pub async fn finish(self) -> Result<u64, Error> {
        if self.size == 0 {
            // There are stores that keep nothing of no pieces.
            self.give_up().await?;
            return Ok(0);
        }
        let kept = tokio::time::timeout(self.patience, self.upload.finish()).await;
        kept.map_err(|_| Error::TooSlow(self.patience.as_secs()))??;
        Ok(self.size)
    }

    /// Nothing of it stays.
    pub async fn give_up(self) -> Result<(), Error> {
        let gone = tokio::time::timeout(self.patience, self.upload.abort()).await;
        Ok(gone.map_err(|_| Error::TooSlow(self.patience.as_secs()))??)
    }
}

fn key(id: Uuid) -> Key {
    Key::from(format!("{FOLDER}/{id}"))
}
