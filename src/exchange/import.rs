//! Reads lines into items: all of a line or nothing of it, and the same line twice changes nothing.

pub mod beside;
mod check;
mod image;

use std::collections::BTreeSet;
use std::io::BufRead;
use std::path::Path;

use crate::clock::Clock;
use crate::db::{self, AsDbErr, Clash, Db, DbErr};
use crate::files::Files;
use crate::items::{Registers, Stored, WriteError, Writer, files};
use crate::kinds::Kinds;
use crate::{attachments, organisations};

use super::ItemLine;
use super::registers::RegisterLines;

/// The longest line read: an item with its history, and far above any real one.
const LONGEST: usize = 8 * 1024 * 1024;

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
    let mut again = Vec::new();
    let (mut number, mut bytes) = (0, 0);
    loop {
        number += 1;
        let mut raw = Vec::new();
        let read = read_line(&mut reader, &mut raw).map_err(|e| format!("{name}: {e}"))?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        progress(bytes);
        if found.contains(&number) {
            continue;
        }
        match one(context, &raw, number == 1).await {
            Ok(None) => {}
            Ok(Some(stored)) => imported.count(stored),
            Err(ImportError::Refused(why))
                if why.iter().any(|w| w.starts_with(check::NO_ORIGINAL)) =>
            {
                again.push((number, raw));
            }
            Err(stop) => match stop.of_line() {
                Ok(why) => imported.failures.push(Failure { line: number, why }),
                Err(why) => return Err(format!("{name}, line {number}: {why}")),
            },
        }
    }
    for (number, raw) in again {
        match one(context, &raw, false).await {
            Ok(None) => {}
            Ok(Some(stored)) => imported.count(stored),
            Err(stop) => match stop.of_line() {
                Ok(why) => imported.failures.push(Failure { line: number, why }),
                Err(why) => return Err(format!("{name}, line {number}: {why}")),
            },
        }
    }
    imported.failures.sort_by_key(|failure| failure.line);
    Ok(imported)
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

impl Imported {
    fn count(&mut self, stored: Stored) {
        match stored {
            Stored::Created(_) => self.created += 1,
            Stored::Updated(_) => self.updated += 1,
            Stored::Unchanged(_) => self.unchanged += 1,
        }
    }
}

/// Reads to the end of the line, but keeps no more than a byte over the limit of it.
fn read_line(reader: &mut impl BufRead, raw: &mut Vec<u8>) -> std::io::Result<usize> {
    let mut total = 0;
    loop {
        let some = reader.fill_buf()?;
        if some.is_empty() {
            return Ok(total);
        }
        let end = some.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(some.len(), |at| at + 1);
        let room = (LONGEST + 1).saturating_sub(raw.len());
        raw.extend_from_slice(&some[..taken.min(room)]);
        reader.consume(taken);
        total += taken;
        if end.is_some() {
            return Ok(total);
        }
    }
}

async fn one(
    context: &Context<'_>,
    raw: &[u8],
    first: bool,
) -> Result<Option<Stored>, ImportError> {
    let refused = |why: String| ImportError::Refused(vec![why]);
    if raw.len() > LONGEST {
        return Err(refused(format!("the line is longer than {} MiB", LONGEST >> 20)));
    }
    let text = std::str::from_utf8(raw).map_err(|e| {
        refused(format!(
            "not UTF-8: byte {} of the line can't be read; is it Latin-1?",
            e.valid_up_to() + 1
        ))
    })?;
    let text = if first { text.trim_start_matches('\u{feff}') } else { text };
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let line: ItemLine = serde_json::from_str(text).map_err(|e| refused(plain(&e)))?;
    store_line(context, line).await.map(Some)
}

/// The parser's words, without the line number that it thinks it is on.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line 1 column ") {
        Some((what, column)) => format!("{what} (column {column})"),
        None => text,
    }
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
    let names: Vec<String> = (incoming.kind.search_text)(&incoming.content)
        .organisations
        .lines()
        .map(str::to_owned)
        .collect();
    db::bulk_transaction::<Stored, ImportError, _>(context.db, |tx| {
        let (incoming, names, picture) = (incoming.clone(), names.clone(), picture.clone());
        let (clock, attached) = (context.clock.clone(), attached.clone());
        let (kinds, force) = (context.kinds.stored().to_vec(), context.force);
        Box::pin(async move {
            organisations::remember(tx, &names).await?;
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
