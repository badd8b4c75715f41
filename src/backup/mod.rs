//! Everything there is, copied to a safe place, looked through, and put back.
//!
//! A backup is a folder, or a prefix in a bucket: the database, the settings without secrets, and each
//! file, with a manifest that is written last. What has no manifest is no backup. Putting it back adds
//! the files first, which hurts nobody, for they are named by what is in them; then the database is
//! exchanged at one stroke; then what is left of the old is swept.

mod check;
mod key;
mod make;
mod manifest;
mod restore;
mod scratch;
mod settings;
mod shelf;
#[cfg(test)]
mod tests;

pub use check::{Checked, check, repair_files};
pub use key::{Key, write_new_key};
pub use make::{Made, make};
pub use manifest::Manifest;
pub use restore::{Restored, restore, unfinished};
pub use settings::without_secrets;
pub use shelf::Shelf;

/// Files that are on their way at a time.
const AT_ONCE: usize = 4;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What is asked for can't be done as things are; nothing is changed.
    #[error("{0}")]
    Refused(String),
    /// These parts are not as they were when the backup was made; nothing is changed.
    #[error("the backup is damaged, and nothing is changed")]
    Damaged(Vec<String>),
    #[error("the place of the backup: {0}")]
    Place(#[from] object_store::Error),
    #[error(transparent)]
    Files(#[from] crate::files::Error),
    #[error("{0}")]
    Disk(#[from] std::io::Error),
    #[error("{0}")]
    Failed(String),
}

/// How far it has come; whoever asked is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The database is copied, or looked at.
    Database,
    /// So many files of so many are done.
    File(u64, u64),
    /// A backup: all but the manifest is there. Putting back: the whole of it is as it was made.
    Whole,
    /// Putting back: it has begun to change what is here.
    Begun,
    /// All files are here.
    Files,
    /// The database is exchanged.
    Exchanged,
}

/// Told of each step.
pub type Told<'a> = &'a (dyn Fn(Step) + Sync);
