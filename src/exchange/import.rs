//! Reads lines into items: all of a line or nothing of it, and the same line twice changes nothing.

mod batch;
pub mod beside;
mod check;
mod image;
mod known;
mod read;
mod ready;
mod said;
mod source;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Seek};
use std::path::Path;

use crate::clock::Clock;
use crate::db::{self, AsDbErr, Clash, Db, DbErr};
use crate::files::Files;
use crate::items::{Over, Registers, Stored, WriteError};
use crate::kinds::Kinds;

use super::ItemLine;
use super::adoptions;
use super::registers::RegisterLines;
use batch::{Items, Stop};
use read::read_line;

pub use source::Source;

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
    /// Writes over what was struck by law; it may come back.
    pub over_strikes: bool,
}

impl Context<'_> {
    fn over(&self) -> Over {
        Over { edits: self.force, strikes: self.over_strikes }
    }
}

/// A line that was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// From 1.
    pub line: usize,
    pub why: Vec<String>,
}

impl Failure {
    /// With its line, which some faults name themselves.
    pub fn told(&self) -> String {
        let own = format!("line {}", self.line);
        let without = |why: &String| {
            let rest = why.strip_prefix(&own).and_then(|rest| rest.strip_prefix([':', ',']));
            rest.map_or_else(|| why.clone(), |rest| rest.trim_start().to_owned())
        };
        let why: Vec<String> = self.why.iter().map(without).collect();
        format!("{own}: {}", why.join("; "))
    }
}

/// A line that went in, and where its item is another than the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// From 1.
    pub line: usize,
    pub what: String,
}

#[derive(Debug, Default)]
pub struct Imported {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// So many items wait to be filed anew, by the registers that the file held.
    pub to_file: u64,
    /// So many items were written without a picture that their lines have left out, and that is not
    /// here.
    pub without_picture: usize,
    /// The same of files, one or more of each item.
    pub without_files: usize,
    pub failures: Vec<Failure>,
    pub notes: Vec<Note>,
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
            struck @ WriteError::Struck { .. } => {
                Self::Refused(vec![format!("{struck}: {IT_MAY_COME}, {STANDS}")])
            }
            refused => Self::Refused(vec![refused.to_string()]),
        }
    }
}

/// How a refusal ends that a strike is the reason of.
const STANDS: &str = "and no import brings it back, with --force or without, unless you say --over-strikes, which is written down and shown on the page";
const IT_MAY_COME: &str =
    "nothing is kept of what it was, so any new words of this line may be that";

/// What a person wrote is not lost by an import that knows nothing of it.
const EDITED_BY_HAND: &str = "somebody has changed this item here since it was imported last, or thrown its draft away, so it was left as it is; with --force the file wins, and what was changed here stays among its revisions";

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

/// So many items that came in or were changed make other plans worth while.
const MANY: usize = 500;

/// Imports every line of `file`; calls `progress` with the bytes read so far. A line that refers to
/// one further down (a translation before its original) is tried again at the end.
pub async fn import_file(
    context: &Context<'_>,
    file: &Path,
    progress: &dyn Fn(u64),
) -> Result<Imported, String> {
    let name = file.display().to_string();
    let opened = File::open(file).map_err(|e| format!("{name} can't be read: {e}"))?;
    import_lines(context, &name, opened, progress).await
}

/// The same of a file that is open at its beginning, called `name` where it is spoken of. It is read
/// twice, so it must be a file indeed: see [`Source`].
pub async fn import_lines(
    context: &Context<'_>,
    name: &str,
    file: File,
    progress: &dyn Fn(u64),
) -> Result<Imported, String> {
    let unread = |e: io::Error| format!("{name} can't be read: {e}");
    let mut reader = BufReader::new(file);
    let mut imported = Imported::default();
    let Some((found, adopted)) = registers_of(context, name, &mut reader, &mut imported).await?
    else {
        return Ok(imported);
    };
    reader.rewind().map_err(unread)?;
    // What the file itself said of centres and places holds for its items.
    let fresh = if found.is_empty() {
        None
    } else {
        Some(Registers::load(context.db).await.map_err(|e| e.to_string())?)
    };
    let registers = fresh.as_ref().unwrap_or(context.registers);
    let context = &Context { registers, ..*context };
    let mut items = Items::new(context, imported);
    let (mut number, mut bytes) = (0, 0);
    let mut raw = Vec::new();
    let told = |(number, why): Stop| format!("{name}, line {number}: {why}");
    loop {
        number += 1;
        raw.clear();
        let read = match read_line(&mut reader, &mut raw) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) => {
                items.store_waiting().await.map_err(told)?;
                return Err(format!("{name}: {error}"));
            }
        };
        bytes += read as u64;
        progress(bytes);
        if !found.contains(&number) && !adopted.contains_key(&number) {
            items.take(number, &raw).await.map_err(told)?;
        }
    }
    let mut imported = items.finish().await.map_err(told)?;
    adoptions::import(context, &adopted, &mut imported).await?;
    if imported.created + imported.updated >= MANY
        && let Err(error) = db::gather_statistics(context.db).await
    {
        tracing::warn!(%error, "the statistics of the database could not be gathered");
    }
    Ok(imported)
}

/// Takes in the lines that are no items, before those that are. `None` when they are refused: then
/// nothing of the file goes in. Otherwise which lines they were, and those that are to go in after the items.
async fn registers_of(
    context: &Context<'_>,
    name: &str,
    reader: &mut BufReader<File>,
    imported: &mut Imported,
) -> Result<Option<(BTreeSet<usize>, adoptions::Lines)>, String> {
    let mut found = RegisterLines::default();
    for number in 1.. {
        let mut raw = Vec::new();
        if read_line(reader, &mut raw).map_err(|e| format!("{name}: {e}"))? == 0 {
            break;
        }
        found.look_at(number, &raw);
    }
    let adopted = std::mem::take(&mut found.adoptions);
    if found.lines.is_empty() {
        return Ok(Some((BTreeSet::new(), adopted)));
    }
    let lines = found.lines.clone();
    let taken = found.store(context).await.map_err(|why| format!("{name}: {why}"))?;
    imported.created += taken.created;
    imported.updated += taken.updated;
    imported.unchanged += taken.unchanged;
    imported.to_file = taken.to_file;
    imported.failures.extend(taken.failures);
    imported.notes.extend(taken.notes);
    Ok(imported.failures.is_empty().then_some((lines, adopted)))
}

/// Checks one line and stores it in a transaction of its own.
pub async fn store_line(context: &Context<'_>, line: ItemLine) -> Result<Stored, ImportError> {
    Ok(ready::store_line(context, &line).await?.stored)
}
