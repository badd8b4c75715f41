//! Files that are made and swept again, apart from those that are kept: named by whoever makes them.

use object_store::ObjectStoreExt;
use object_store::path::Path as Key;

use super::{Error, Files};

impl Files {
    /// Puts `bytes` aside under `name`; what had the name is written over.
    pub async fn set_aside(&self, name: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.store.put(&key(name), bytes.into()).await?;
        Ok(())
    }

    pub async fn aside(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        match self.store.get(&key(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// One that is gone already is no fault.
    pub async fn drop_aside(&self, name: &str) -> Result<(), Error> {
        match self.store.delete(&key(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(e.into()),
        }
    }
}

fn key(name: &str) -> Key {
    Key::from(format!("aside/{name}"))
}
