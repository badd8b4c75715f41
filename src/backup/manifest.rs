//! What a backup holds: written last, so that what has a manifest is whole.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Error, Key, Shelf};
use crate::db::{self, Whole};
use crate::files;

/// Of the shape of a backup; one with a higher number is of a newer program.
pub const FORM: u32 = 1;
pub const NAME: &str = "manifest.json";
/// Behind the name of what is locked.
const LOCKED: &str = ".age";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub form: u32,
    /// The version of the program that made it.
    pub padriver: String,
    pub engine: String,
    /// The newest step of the schema that the database had.
    pub schema: String,
    /// The instant that the database is of, or a moment before it.
    pub made_at: String,
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub what: What,
    /// The name it has in the backup.
    pub at: String,
    /// Of what lies there, locked or not.
    pub size: u64,
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Database,
    Settings,
    /// By the digest of what is in it when it is open.
    File(String),
}

/// With a digest over all of it, so that no number in it can change unseen.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    manifest: Manifest,
    sha256: String,
}

impl Manifest {
    /// The part that there is one of.
    pub fn part(&self, what: &What) -> Option<&Part> {
        self.parts.iter().find(|part| part.what == *what)
    }

    /// The digests of the files, with where they lie.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Part)> {
        self.parts.iter().filter_map(|part| match &part.what {
            What::File(digest) => Some((digest.as_str(), part)),
            _ => None,
        })
    }

    pub(super) async fn write(&self, shelf: &Shelf, key: Option<&Key>) -> Result<(), Error> {
        let text = serde_json::to_vec_pretty(&Written {
            manifest: self.clone(),
            sha256: digest_of(self)?,
        });
        let mut bytes = text.map_err(|e| Error::Failed(e.to_string()))?;
        bytes.push(b'\n');
        if let Some(key) = key {
            let mut locked = Vec::new();
            key.lock(&mut bytes.as_slice(), &mut locked)?;
            bytes = locked;
        }
        shelf.put(&name(NAME, key), bytes).await
    }

    /// What the backup says of itself, if it is as it was written.
    pub async fn read(shelf: &Shelf, key: Option<&Key>) -> Result<Self, Error> {
        let open = shelf.get(NAME).await?;
        let bytes = match (open, shelf.get(&locked(NAME)).await?, key) {
            (Some(open), _, _) => open,
            (None, Some(bytes), Some(key)) => {
                let mut opened = Vec::new();
                key.open(NAME, &mut bytes.as_slice(), &mut opened)?;
                opened
            }
            (None, Some(_), None) => {
                return Err(Error::Refused(
                    "the backup is locked: give its key with --key-file".to_owned(),
                ));
            }
            (None, None, _) => {
                return Err(Error::Refused(format!(
                    "there is no whole backup at {shelf}: it has no manifest"
                )));
            }
        };
        let damaged = |why: String| Error::Damaged(vec![format!("{NAME}: {why}")]);
        // Of a newer form only the number is sure to be understood.
        let loose: serde_json::Value =
            serde_json::from_slice(&bytes).map_err(|e| damaged(e.to_string()))?;
        if loose["manifest"]["form"].as_u64().is_some_and(|form| form > u64::from(FORM)) {
            return Err(newer());
        }
        let Written { manifest, sha256 } =
            serde_json::from_value(loose).map_err(|e| damaged(e.to_string()))?;
        if digest_of(&manifest)? != sha256 {
            return Err(damaged("it is not as it was written".to_owned()));
        }
        Ok(manifest)
    }

    /// Can this program put it into that database?
    pub(super) fn fits(&self, whole: &Whole) -> Result<(), Error> {
        if !db::whole::knows(&self.schema) {
            return Err(newer());
        }
        if self.engine != whole.engine() {
            return Err(Error::Refused(format!(
                "the backup is of {} and the database here is of {}: give the right one with \
                 --database, or move the content with export and import",
                self.engine,
                whole.engine()
            )));
        }
        let mut seen = BTreeSet::new();
        let twice = self.parts.iter().any(|part| !seen.insert(&part.what));
        if twice || self.part(&What::Database).is_none() {
            return Err(Error::Damaged(vec![format!(
                "{NAME}: it names no database, or a part twice"
            )]));
        }
        if let Some((digest, _)) = self.files().find(|(digest, _)| !files::is_digest(digest)) {
            return Err(Error::Damaged(vec![format!("{NAME}: {digest:?} is no digest")]));
        }
        Ok(())
    }
}

fn newer() -> Error {
    Error::Refused(
        "the backup is of a newer version: put it back with that version, or a later one"
            .to_owned(),
    )
}

fn digest_of(manifest: &Manifest) -> Result<String, Error> {
    let text = serde_json::to_vec(manifest).map_err(|e| Error::Failed(e.to_string()))?;
    Ok(files::digest(&text))
}

fn locked(name: &str) -> String {
    format!("{name}{LOCKED}")
}

/// What a part is called, locked or not.
pub(super) fn name(open: &str, key: Option<&Key>) -> String {
    if key.is_some() { locked(open) } else { open.to_owned() }
}

impl Part {
    pub(super) fn is_locked(&self) -> bool {
        self.at.ends_with(LOCKED)
    }
}
