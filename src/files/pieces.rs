//! Large things on their way to a store and from it: a piece at a time, never whole in memory.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use object_store::path::Path as At;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use super::hex;

/// What is larger than this goes in pieces of this size.
pub const PIECE: u64 = 8 * 1024 * 1024;

/// Puts what `next` hands out, [`PIECE`] bytes at a time and nothing when that was all. Tells size and
/// digest of it. The store has it whole or not at all.
pub async fn put<E, Next>(
    store: &dyn ObjectStore,
    at: &At,
    mut next: impl FnMut() -> Next,
) -> Result<(u64, String), E>
where
    E: From<object_store::Error> + From<io::Error>,
    Next: Future<Output = io::Result<Vec<u8>>>,
{
    let mut piece = next().await?;
    let (mut size, mut sum) = (length(&piece), Sha256::new());
    sum.update(&piece);
    if size < PIECE {
        store.put(at, piece.into()).await?;
        return Ok((size, hex(&sum.finalize())));
    }
    let mut upload = store.put_multipart(at).await?;
    while !piece.is_empty() {
        upload.put_part(piece.into()).await?;
        piece = next().await?;
        size += length(&piece);
        sum.update(&piece);
    }
    upload.complete().await?;
    Ok((size, hex(&sum.finalize())))
}

/// Writes what is kept there to a file on this disk. Tells size and digest of it; nothing where nothing
/// is kept.
pub async fn get<E>(store: &dyn ObjectStore, at: &At, to: &Path) -> Result<Option<(u64, String)>, E>
where
    E: From<object_store::Error> + From<io::Error>,
{
    let size = match store.head(at).await {
        Ok(about) => about.size,
        Err(object_store::Error::NotFound { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let (mut to, mut sum, mut done) = (File::create(to)?, Sha256::new(), 0);
    while done < size {
        let end = size.min(done + PIECE);
        let piece = store.get_range(at, done..end).await?;
        sum.update(&piece);
        to.write_all(&piece)?;
        done = end;
    }
    to.sync_all()?;
    Ok(Some((size, hex(&sum.finalize()))))
}

fn length(piece: &[u8]) -> u64 {
    piece.len() as u64
}
