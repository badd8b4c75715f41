//! Files that are made and swept again, apart from those that are kept: named by whoever makes them.

use object_store::ObjectStoreExt;
use object_store::path::Path as Key;

use super::{Error, Files, unless_absent};

/// What is set aside stands under this name, which is no digest.
const ASIDE: &str = "aside";

impl Files {
    /// Puts `bytes` aside under `name`; what had the name is written over.
    pub async fn set_aside(&self, name: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.in_time(self.store.put(&key(name), bytes.into())).await?;
        Ok(())
    }

    pub async fn aside(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        self.bytes(&key(name)).await
    }

    /// One that is gone already is no fault.
    pub async fn drop_aside(&self, name: &str) -> Result<(), Error> {
        unless_absent(self.in_time(self.store.delete(&key(name))).await)?;
        Ok(())
    }

    /// Drops all that is set aside.
    pub async fn drop_all_aside(&self) -> Result<(), Error> {
        let folder = Key::from(ASIDE);
        let found = self.in_time(self.store.list_with_delimiter(Some(&folder))).await?;
        for about in found.objects {
            unless_absent(self.in_time(self.store.delete(&about.location)).await)?;
        }
        Ok(())
    }
}

fn key(name: &str) -> Key {
    Key::from(format!("{ASIDE}/{name}"))
}
