//! Where files are kept: named by the digest of what is in them, so that the same file is kept once.

mod aside;
pub mod pieces;
mod place;
mod quarantine;
mod shared;
mod suspect;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use object_store::path::Path as Key;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use uuid::Uuid;

mod types;

pub use place::Place;
pub use quarantine::Incoming;
pub use shared::Shared;
pub use suspect::{Suspect, suspect};
pub use types::{FileType, TYPES, recognise, short_name};

/// The largest file taken in, in bytes, unless the settings say another.
pub const MAX_SIZE: u64 = 25 * 1024 * 1024;
/// A picture on a page is never larger: readers wait for it.
pub const MAX_PICTURE: u64 = 10 * 1024 * 1024;

/// A store that is asked for one file may take so long, all tries together: somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the file store: {0}")]
    Store(#[from] object_store::Error),
    #[error("the file store has not answered in {0} seconds")]
    TooSlow(u64),
    #[error("the folder for files can't be written: {0}")]
    Folder(#[from] std::io::Error),
}

/// Files behind one door, whatever keeps them.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    largest: u64,
    patience: Duration,
}

/// What the store says of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    pub digest: String,
    pub size: u64,
    pub written_at: OffsetDateTime,
}

/// A picture of a kind that browsers show and that can't carry script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
}

impl Files {
    /// Files in a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> Result<Self, Error> {
        Self::at(&Place::Folder(folder.to_owned()))
    }

    pub fn at(place: &Place) -> Result<Self, Error> {
        Ok(Self { store: place.open(PATIENCE)?, largest: MAX_SIZE, patience: PATIENCE })
    }

    /// Takes in files of up to so many bytes.
    #[must_use]
    pub fn up_to(self, largest: u64) -> Self {
        Self { largest, ..self }
    }

    /// Waits no longer for one file.
    #[must_use]
    pub fn waits(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub fn largest(&self) -> u64 {
        self.largest
    }

    /// Keeps `bytes` and tells their digest: whole, or not at all.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<String, Error> {
        let digest = digest(&bytes);
        self.in_time(self.store.put(&key(&digest), bytes.into())).await?;
        Ok(digest)
    }

    /// The bytes with this digest, if they are kept here.
    pub async fn read(&self, digest: &str) -> Result<Option<Vec<u8>>, Error> {
        self.bytes(&key(digest)).await
    }

    async fn bytes(&self, key: &Key) -> Result<Option<Vec<u8>>, Error> {
        let read = async { self.store.get(key).await?.bytes().await };
        Ok(unless_absent(self.in_time(read).await)?.map(|bytes| bytes.to_vec()))
    }

    /// What the store does, if it is done in time.
    async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, object_store::Error>>,
    ) -> Result<T, Error> {
        match tokio::time::timeout(self.patience, work).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(Error::TooSlow(self.patience.as_secs())),
        }
    }

    /// When the bytes were last brought in, if they are kept here.
    pub async fn written_at(&self, digest: &str) -> Result<Option<OffsetDateTime>, Error> {
        let about = unless_absent(self.in_time(self.store.head(&key(digest))).await)?;
        Ok(about.map(|about| written_at(&about)))
    }

    /// Removes the bytes with this digest, if they are kept here.
    pub async fn remove(&self, digest: &str) -> Result<(), Error> {
        unless_absent(self.in_time(self.store.delete(&key(digest))).await)?;
        Ok(())
    }

    /// All that are kept, in the order of their digests. What is set aside or shared is not among them.
    pub async fn all(&self) -> Result<Vec<Kept>, Error> {
        let mut all = Vec::new();
        for folder in self.in_time(self.store.list_with_delimiter(None)).await?.common_prefixes {
            if folder.as_ref().len() != 2 {
                continue;
            }
            let found = self.in_time(self.store.list_with_delimiter(Some(&folder))).await?;
            all.extend(found.objects.iter().filter_map(|about| {
                let digest = about.location.filename().filter(|name| is_digest(name))?;
                let (digest, size) = (digest.to_owned(), about.size);
                Some(Kept { digest, size, written_at: written_at(about) })
            }));
        }
        all.sort();
        Ok(all)
    }
}

/// That nothing is there is no fault.
fn unless_absent<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Err(Error::Store(object_store::Error::NotFound { .. })) => Ok(None),
        other => other.map(Some),
    }
}

fn written_at(about: &ObjectMeta) -> OffsetDateTime {
    let seconds = about.last_modified.timestamp();
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// Is this the name of a file that is kept?
pub fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The id of a file: made of its digest, so that the same bytes have the same id wherever they come
/// in, and an address that is cached for ever never shows another file.
pub fn id_of(digest: &str) -> Uuid {
    let mut bytes = [0; 16];
    for (n, byte) in bytes.iter_mut().enumerate() {
        let pair = digest.get(2 * n..2 * n + 2).unwrap_or("00");
        *byte = u8::from_str_radix(pair, 16).unwrap_or(0);
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

fn key(digest: &str) -> Key {
    Key::from(format!("{}/{digest}", digest.get(..2).unwrap_or("00")))
}

/// Looks at the bytes, not at the name: is this a picture we show, and how large is it?
pub fn picture(bytes: &[u8]) -> Option<Picture> {
    let media_type = match imagesize::image_type(bytes).ok()? {
        imagesize::ImageType::Png => "image/png",
        imagesize::ImageType::Jpeg => "image/jpeg",
        imagesize::ImageType::Webp => "image/webp",
        imagesize::ImageType::Gif => "image/gif",
        _ => return None,
    };
    let size = imagesize::blob_size(bytes).ok()?;
    Some(Picture {
        media_type,
        width: u32::try_from(size.width).ok()?,
        height: u32::try_from(size.height).ok()?,
    })
}

#[cfg(test)]
pub mod tests;
