//! Reads lines into items: all of a line or nothing of it, and the same line twice changes nothing.

pub mod beside;
mod check;
mod image;
mod read;

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::attachments;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db::{self, AsDbErr, Clash, Db, DbErr};
use crate::files::Files;
use crate::items::{Registers, Stored, WriteError, Writer, files};
use crate::kinds::Kinds;

use super::ItemLine;
use super::registers::RegisterLines;
use read::{read_item, read_line};

/// What the import needs of the program.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub db: &'a Db,
    pub clock: &'a Clock,
    pub files: &'a Files,
    pub kinds: &'a Kinds,
    pub registers: &'a Registers,
    /// Where pictures are looked for.
    pub folder: &'a Path,
    /// Writes over what a person has changed since the last import.
    pub force: bool,
}

/// A line that was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// From 1.
    pub line: usize,
    pub why: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Imported {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// So many items wait to be filed anew, by the registers that the file held.
    pub to_file: u64,
    pub failures: Vec<Failure>,
}

/// Why a line was refused, or why the import can't go on at all.
#[derive(Debug)]
pub enum ImportError {
    Refused(Vec<String>),
    /// The database failed: nothing of this line is written.
    Database(DbErr),
    /// The file store is at fault: no further line will fare better.
    Broken(String),
}

impl From<DbErr> for ImportError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<WriteError> for ImportError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Db(error) => error.into(),
            WriteError::EditedByHand => Self::Refused(vec![EDITED_BY_HAND.to_owned()]),
            WriteError::TooEarly(since) => Self::Refused(vec![format!(
                "`updated_at` is before {}, since when the text that it would replace has been public: leave it out, or say a later day",
                oslo_day(since)
            )]),
            refused => Self::Refused(vec![refused.to_string()]),
        }
    }
}

/// What a person wrote is not lost by an import that knows nothing of it.
const EDITED_BY_HAND: &str = "somebody has changed this item here since it was imported last, so it was left as it is; with --force the file wins, and what was changed here stays among its revisions";

impl AsDbErr for ImportError {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            Self::Refused(_) | Self::Broken(_) => None,
        }
    }
}

impl ImportError {
    /// Why this line did not go in, or in `Err` why none will. A line that met another writer has
    /// been tried again and again, and the next may fare better.
    pub fn of_line(self) -> Result<Vec<String>, String> {
        match self {
            Self::Refused(why) => Ok(why),
            Self::Broken(why) => Err(why),
            Self::Database(error) => match db::clash(&error) {
                Some(Clash::Collided) => Ok(vec![MET.to_owned()]),
                Some(Clash::Taken) => Ok(vec![TAKEN.to_owned()]),
                Some(Clash::Busy) => Err(format!("{BUSY} ({error})")),
                None => Err(error.to_string()),
            },
        }
    }
}

const MET: &str = "another program was writing the same just then: import the line again";
const TAKEN: &str = "its id or its address is another item's already";
const BUSY: &str = "another program is writing, and does not come to an end. What is above is stored: import the file again";

/// Imports every line of `file`; calls `progress` with the bytes read so far. A line that refers to
/// one further down (a translation before its original) is tried again at the end.
pub async fn import_file(
    context: &Context<'_>,
    file: &Path,
    progress: &dyn Fn(u64),
) -> Result<Imported, String> {
    let name = file.display();
    let opened = std::fs::File::open(file).map_err(|e| format!("{name} can't be read: {e}"))?;
    let mut reader = std::io::BufReader::new(opened);
    let mut imported = Imported::default();
    let Some(found) = registers_of(context, file, &mut imported).await? else {
        return Ok(imported);
    };
    // What the file itself said of centres and places holds for its items.
    let fresh = if found.is_empty() {
        None
    } else {
        Some(Registers::load(context.db).await.map_err(|e| e.to_string())?)
    };
    let registers = fresh.as_ref().unwrap_or(context.registers);
    let context = &Context { registers, ..*context };
    let mut items = Items { context, imported, seen: HashMap::new(), again: Vec::new() };
    let (mut number, mut bytes) = (0, 0);
    let told = |number, why| format!("{name}, line {number}: {why}");
    loop {
        number += 1;
        let mut raw = Vec::new();
        let read = read_line(&mut reader, &mut raw).map_err(|e| format!("{name}: {e}"))?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        progress(bytes);
        if !found.contains(&number) {
            items.take(number, raw).await.map_err(|why| told(number, why))?;
        }
    }
    for (number, raw) in std::mem::take(&mut items.again) {
        items.take_again(number, &raw).await.map_err(|why| told(number, why))?;
    }
    let mut imported = items.imported;
    imported.failures.sort_by_key(|failure| failure.line);
    Ok(imported)
}

/// The items of a file, on their way in.
struct Items<'a> {
    context: &'a Context<'a>,
    imported: Imported,
    /// On which line each stood first.
    seen: HashMap<String, usize>,
    /// Lines whose original may stand further down.
    again: Vec<(usize, Vec<u8>)>,
}

impl Items<'_> {
    /// `Err` when no further line will fare better.
    async fn take(&mut self, number: usize, raw: Vec<u8>) -> Result<(), String> {
        let line = match read_item(&raw, number == 1) {
            Ok(None) => return Ok(()),
            Ok(Some(line)) => line,
            Err(refused) => return self.count(number, Err(refused)),
        };
        let stored = match self.seen.entry(line.external_id.clone()) {
            Entry::Occupied(first) => {
                let (id, first) = (first.key(), first.get());
                let why = format!(
                    "`external_id` {id:?} stands on line {first} already: an item has one line in a file"
                );
                Err(ImportError::Refused(vec![why]))
            }
            Entry::Vacant(free) => {
                free.insert(number);
                store_line(self.context, line).await
            }
        };
        match stored {
            Err(ImportError::Refused(why))
                if why.iter().any(|w| w.starts_with(check::NO_ORIGINAL)) =>
            {
                self.again.push((number, raw));
                Ok(())
            }
            stored => self.count(number, stored),
        }
    }

    async fn take_again(&mut self, number: usize, raw: &[u8]) -> Result<(), String> {
        let Ok(Some(line)) = read_item(raw, number == 1) else { return Ok(()) };
        let stored = store_line(self.context, line).await;
        self.count(number, stored)
    }

    fn count(&mut self, line: usize, stored: Result<Stored, ImportError>) -> Result<(), String> {
        match stored {
            Ok(Stored::Created(_)) => self.imported.created += 1,
            Ok(Stored::Updated(_)) => self.imported.updated += 1,
            Ok(Stored::Unchanged(_)) => self.imported.unchanged += 1,
            Err(stop) => self.imported.failures.push(Failure { line, why: stop.of_line()? }),
        }
        Ok(())
    }
}

/// Takes in the lines that are no items, before those that are. `None` when they are refused: then
/// nothing of the file goes in. Otherwise which lines they were.
async fn registers_of(
    context: &Context<'_>,
    file: &Path,
    imported: &mut Imported,
) -> Result<Option<BTreeSet<usize>>, String> {
    let name = file.display();
    let opened = std::fs::File::open(file).map_err(|e| format!("{name} can't be read: {e}"))?;
    let mut reader = std::io::BufReader::new(opened);
    let mut found = RegisterLines::default();
    for number in 1.. {
        let mut raw = Vec::new();
        if read_line(&mut reader, &mut raw).map_err(|e| format!("{name}: {e}"))? == 0 {
            break;
        }
        found.look_at(number, &raw);
    }
    if found.lines.is_empty() {
        return Ok(Some(BTreeSet::new()));
    }
    let lines = found.lines.clone();
    let taken = found.store(context).await.map_err(|why| format!("{name}: {why}"))?;
    imported.created += taken.created;
    imported.updated += taken.updated;
    imported.unchanged += taken.unchanged;
    imported.to_file = taken.to_file;
    imported.failures.extend(taken.failures);
    Ok(imported.failures.is_empty().then_some(lines))
}

/// Checks one line and stores it in a transaction of its own.
pub async fn store_line(context: &Context<'_>, line: ItemLine) -> Result<Stored, ImportError> {
    let picture = match &line.image {
        Some(image) => Some(image::read(context, image).await?),
        None => None,
    };
    let attached = beside::keep(context, &line.files).await?;
    let incoming = check::incoming(
        context,
        line,
        picture.as_ref().map(|p| &p.image),
        attached.iter().map(|kept| kept.attachment.clone()).collect(),
    )
    .await?;
    db::bulk_transaction::<Stored, ImportError, _>(context.db, |tx| {
        let (incoming, picture) = (incoming.clone(), picture.clone());
        let (clock, attached) = (context.clock.clone(), attached.clone());
        let (kinds, force) = (context.kinds.stored().to_vec(), context.force);
        Box::pin(async move {
            let stored = Writer::new(tx, &clock, &kinds).import(&incoming, force).await?;
            let picture = picture.map(|picture| picture.row(stored.id()));
            let attached = attached.iter().map(|kept| kept.row(stored.id()));
            for row in picture.into_iter().chain(attached) {
                attachments::expect(tx, &clock, &row).await?;
                files::add(tx, &clock, row).await?;
            }
            Ok(stored)
        })
    })
    .await
}
