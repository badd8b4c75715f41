//! What copies of the program hand to each other, by name: beside the files of items, in no backup,
//! and never what a reader asks for.

use std::io;
use std::path::Path;

use object_store::ObjectStoreExt;
use object_store::path::Path as Key;
use time::OffsetDateTime;

use super::{Error, Files, pieces, unless_absent, written_at};

/// Under this name, which is no digest.
const SHARED: &str = "shared";

/// Something that is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Within its folder.
    pub name: String,
    pub size: u64,
    pub written_at: OffsetDateTime,
}

impl Files {
    /// Puts something small; what had the name is written over.
    pub async fn share(&self, name: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.in_time(self.store.put(&key(name), bytes.into())).await?;
        Ok(())
    }

    /// Puts something that may be larger than memory has room for.
    pub async fn share_large(
        &self,
        name: &str,
        bytes: impl AsRef<[u8]> + Clone + Send + 'static,
    ) -> Result<(u64, String), Error> {
        let mut from = 0;
        let next = move || {
            let (bytes, begin) = (bytes.clone(), from);
            let step = usize::try_from(pieces::PIECE).unwrap_or(usize::MAX);
            from += step;
            // It may have to come from the disk first.
            let read = move || {
                let all = bytes.as_ref();
                let (begin, end) = (begin.min(all.len()), (begin + step).min(all.len()));
                all[begin..end].to_vec()
            };
            async move { tokio::task::spawn_blocking(read).await.map_err(io::Error::other) }
        };
        pieces::put(&*self.store, &key(name), next).await
    }

    pub async fn shared(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        self.bytes(&key(name)).await
    }

    /// Writes it to a file on this disk. Tells size and digest, if it is there.
    pub async fn shared_to(&self, name: &str, to: &Path) -> Result<Option<(u64, String)>, Error> {
        pieces::get(&*self.store, &key(name), to).await
    }

    /// What is in a folder, without what is in folders within it.
    pub async fn shared_in(&self, folder: &str) -> Result<Vec<Shared>, Error> {
        let found = self.in_time(self.store.list_with_delimiter(Some(&key(folder)))).await?;
        let shared = |about: &object_store::ObjectMeta| {
            let name = about.location.filename()?.to_owned();
            Some(Shared { name, size: about.size, written_at: written_at(about) })
        };
        Ok(found.objects.iter().filter_map(shared).collect())
    }

    /// The folders within a folder, by their names.
    pub async fn shared_folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        let found = self.in_time(self.store.list_with_delimiter(Some(&key(folder)))).await?;
        let names = found.common_prefixes.iter().filter_map(Key::filename);
        Ok(names.map(str::to_owned).collect())
    }

    /// One that is gone already is no fault.
    pub async fn drop_shared(&self, name: &str) -> Result<(), Error> {
        unless_absent(self.in_time(self.store.delete(&key(name))).await)?;
        Ok(())
    }

    /// Drops a folder with all that is in it.
    pub async fn drop_shared_folder(&self, folder: &str) -> Result<(), Error> {
        self.drop_folder(key(folder)).await
    }

    /// Drops all that is handed over.
    pub async fn drop_all_shared(&self) -> Result<(), Error> {
        self.drop_folder(Key::from(SHARED)).await
    }

    async fn drop_folder(&self, folder: Key) -> Result<(), Error> {
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            let found = self.in_time(self.store.list_with_delimiter(Some(&folder))).await?;
            folders.extend(found.common_prefixes);
            for about in found.objects {
                unless_absent(self.in_time(self.store.delete(&about.location)).await)?;
            }
        }
        Ok(())
    }
}

fn key(name: &str) -> Key {
    Key::from(format!("{SHARED}/{name}"))
}
