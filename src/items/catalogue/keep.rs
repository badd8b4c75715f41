//! Keeps the catalogue on disk, and finds it there at the next start.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::bytes::Slice;
use super::columns::Columns;
use super::kept::{self, Until};
use super::{Catalogue, Inner, NOT_KEPT, changed};
use crate::db::{self, Db, DbErr};
use crate::items::changes;

/// How often it is looked whether much has changed.
const LOOK: Duration = Duration::from_mins(5);
/// So many changes are much: following them takes no longer than a moment.
const MUCH: u64 = 1_000;
/// When one in so many texts has changed it is quicker to read all of them.
const MOST: u64 = 4;

/// Why it is not kept.
#[derive(Debug, thiserror::Error)]
pub enum Unkept {
    #[error("the disk: {0}")]
    Disk(#[from] io::Error),
    #[error("the database: {0}")]
    Database(#[from] DbErr),
    #[error("it was cut off: {0}")]
    CutOff(#[from] tokio::task::JoinError),
}

impl Catalogue {
    /// What was kept, with what has changed since; nothing when it can't be trusted, or when it is no
    /// less work to read all.
    pub(super) async fn recall(&self) -> Result<Option<(Columns, u64)>, DbErr> {
        let Some(file) = self.shared.file.clone() else { return Ok(None) };
        let read = tokio::task::spawn_blocking(move || kept::read(&file)).await;
        let Some((mut columns, until)) = read.ok().flatten() else { return Ok(None) };
        let db = &self.shared.db;
        let feed = changes::newest(db).await?;
        let most = MUCH.max(columns.texts() as u64 / MOST);
        if until.position > feed
            || feed - until.position > most
            || origin(db, until.position).await? != until.of
        {
            return Ok(None);
        }
        self.shared.kept.store(until.position, Ordering::Relaxed);
        let mut position = until.position;
        while position < feed {
            let (next, ids, entries) = changed(db, position, feed).await?;
            columns.apply(&ids, entries);
            position = next;
        }
        Ok(Some((columns, position)))
    }

    /// Keeps it when much has changed since it was kept last, for as long as the task runs.
    pub async fn keep_up(&self) {
        if self.shared.file.is_none() || !self.shared.is_on {
            return;
        }
        loop {
            let kept = self.shared.kept.load(Ordering::Relaxed);
            let is_much = kept == NOT_KEPT
                || self.shared.position().is_some_and(|at| at.saturating_sub(kept) >= MUCH);
            if is_much && let Err(error) = self.keep().await {
                tracing::warn!(%error, "the catalogue can't be kept; the next start makes it anew");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Keeps it as it is now. Tells whether it did: not when that is kept already, nor when it changes while
    /// it is written down.
    pub async fn keep(&self) -> Result<bool, Unkept> {
        let Some(file) = self.shared.file.clone() else { return Ok(false) };
        let Some((position, turn)) = self.shared.state() else { return Ok(false) };
        if self.shared.kept.load(Ordering::Relaxed) == position {
            return Ok(false);
        }
        let until = Until { position, of: origin(&self.shared.db, position).await? };
        let catalogue = self.clone();
        let write = move || kept::write(&file, &until, |done| catalogue.shared.slice(turn, done));
        let is_kept = tokio::task::spawn_blocking(write).await??;
        if is_kept {
            self.shared.kept.store(position, Ordering::Relaxed);
        }
        Ok(is_kept)
    }
}

/// Where what is kept comes from.
async fn origin(db: &Db, position: u64) -> Result<String, DbErr> {
    let mark = changes::mark(db, position).await?;
    Ok(format!("{} {}", db::schema(), mark.unwrap_or_default()))
}

impl Inner {
    fn state(&self) -> Option<(u64, u64)> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().map(|held| (held.position, held.turn))
    }

    fn position(&self) -> Option<u64> {
        self.state().map(|(position, _)| position)
    }

    /// The bytes of it after so many; nothing when it is no longer as it was.
    pub(super) fn slice(&self, turn: u64, done: usize) -> Option<Slice> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let held = held.as_ref().filter(|held| held.turn == turn)?;
        let mut slice = Slice::after(done);
        held.columns.write(&mut slice);
        Some(slice)
    }
}

/// Forgets what is kept: it holds what is to be gone.
pub fn forget(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
