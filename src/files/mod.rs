//! Where files are kept: named by the digest of what is in them, so that the same file is kept once.

mod aside;

use std::path::Path;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use uuid::Uuid;

mod types;

pub use types::{FileType, TYPES, recognise, short_name};

/// The largest file taken in, in bytes, unless the settings say another.
pub const MAX_SIZE: u64 = 25 * 1024 * 1024;
/// A picture on a page is never larger: readers wait for it.
pub const MAX_PICTURE: u64 = 10 * 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the file store: {0}")]
    Store(#[from] object_store::Error),
    #[error("the folder for files can't be made: {0}")]
    Folder(#[from] std::io::Error),
}

/// Files behind one door, whatever keeps them.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    largest: u64,
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
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), largest: MAX_SIZE })
    }

    /// Takes in files of up to so many bytes.
    #[must_use]
    pub fn up_to(self, largest: u64) -> Self {
        Self { largest, ..self }
    }

    pub fn largest(&self) -> u64 {
        self.largest
    }

    /// Keeps `bytes` and tells their digest.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<String, Error> {
        let digest = digest(&bytes);
        self.store.put(&key(&digest), bytes.into()).await?;
        Ok(digest)
    }

    /// The bytes with this digest, if they are kept here.
    pub async fn read(&self, digest: &str) -> Result<Option<Vec<u8>>, Error> {
        match self.store.get(&key(digest)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// When the bytes were last brought in, if they are kept here.
    pub async fn written_at(&self, digest: &str) -> Result<Option<OffsetDateTime>, Error> {
        match self.store.head(&key(digest)).await {
            Ok(about) => {
                let seconds = about.last_modified.timestamp();
                Ok(OffsetDateTime::from_unix_timestamp(seconds).ok())
            }
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// Removes the bytes with this digest, if they are kept here.
    pub async fn remove(&self, digest: &str) -> Result<(), Error> {
        match self.store.delete(&key(digest)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(e.into()),
        }
    }
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
