//! A folder for what is in between, as safe as the database beside it. One command has it at a time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::Error;

pub struct Scratch {
    folder: PathBuf,
    /// Held open: the lock goes with it, however the program ends.
    _lock: File,
}

impl Scratch {
    /// What one that was cut off has left is thrown away.
    pub fn begin(data_dir: &Path) -> Result<Self, Error> {
        fs::create_dir_all(data_dir)?;
        let lock = File::create(data_dir.join("backup.lock"))?;
        lock.try_lock().map_err(|_| {
            Error::Refused("another backup or restore is running on this data folder".to_owned())
        })?;
        let folder = data_dir.join("backup.scratch");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        Ok(Self { folder, _lock: lock })
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}
