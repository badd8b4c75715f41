//! The lines of a file that are no items: places, organisations and centres, all of them or none.

use std::collections::BTreeSet;
use std::io::Write;

use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::adoptions;
use super::export::Beside;
use super::import::beside::{self, Document};
use super::import::{Context, Failure, ImportError, Note};
use crate::centres::{self, By, Incoming};
use crate::clock::Clock;
use crate::db::{self, AsDbErr, Db, DbErr};
use crate::error::Error;
use crate::items::refile::{self, Concerned};
use crate::items::{in_plain_words, struck_files_again};
use crate::organisations;
use crate::places::{self, PlaceLine, Places};
use crate::rows;
use crate::statements::{self, File, Raw};

/// The kinds of line that are read here.
const KINDS: [&str; 5] =
    ["county", "municipality", "succession", organisations::REGISTER, centres::REGISTER];

/// The lines of a file that are about registers (places, organisations, centres) and no items, with
/// what they say.
#[derive(Clone, Debug, Default)]
pub struct RegisterLines {
    pub lines: BTreeSet<usize>,
    places: Vec<(usize, PlaceLine)>,
    said: Incoming,
    failures: Vec<Failure>,
    /// Lines that are about no register either, and go in after the items.
    pub adoptions: adoptions::Lines,
}

/// How it went with the lines that are about registers.
#[derive(Clone, Debug, Default)]
pub struct RegisterOutcome {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// So many items wait to be filed by the registers as they are now.
    pub to_file: u64,
    pub failures: Vec<Failure>,
    /// Where what people have said by form stands, against the file; and what was struck and stays so.
    pub notes: Vec<Note>,
}

#[derive(Deserialize)]
struct OfKind {
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    kind: String,
    #[serde(default)]
    id: Option<Uuid>,
    slug: String,
    /// Those that it has had.
    #[serde(default)]
    old_slugs: Option<Vec<String>>,
    statements: Vec<Value>,
}

impl RegisterLines {
    /// Looks at one line of the file; one that is an item is left for later.
    pub fn look_at(&mut self, number: usize, raw: &[u8]) {
        let raw = raw.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw);
        // A line that is not UTF-8 is refused as what it is, with the rest of the registers.
        let text = String::from_utf8_lossy(raw);
        let Ok(OfKind { kind }) = serde_json::from_str(&text) else { return };
        if kind == adoptions::KIND {
            self.adoptions.insert(number, raw.to_vec());
            return;
        }
        if !KINDS.contains(&kind.as_str()) {
            return;
        }
        self.lines.insert(number);
        if std::str::from_utf8(raw).is_err() {
            let why = format!("the line {}", rows::NOT_UTF8);
            self.failures.push(Failure { line: number, why: vec![why] });
            return;
        }
        if let Err(why) = self.read(number, &kind, raw) {
            self.failures.push(Failure { line: number, why: vec![why] });
        }
    }

    fn read(&mut self, number: usize, kind: &str, raw: &[u8]) -> Result<(), String> {
        let plain = |e: serde_json::Error| {
            let text = e.to_string();
            in_plain_words(text.split(" at line ").next().unwrap_or_default())
        };
        if kind != organisations::REGISTER && kind != centres::REGISTER {
            let line: PlaceLine = serde_json::from_slice(raw).map_err(plain)?;
            self.places.push((number, line));
            return Ok(());
        }
        let subject: Subject = serde_json::from_slice(raw).map_err(plain)?;
        let known = match kind {
            organisations::REGISTER => self.said.organisations.contains_key(&subject.slug),
            _ => self.said.centres.contains_key(&subject.slug),
        };
        if known {
            return Err(format!("{kind} {:?} stands twice in the file", subject.slug));
        }
        if subject.statements.is_empty() {
            return Err("`statements` is empty".to_owned());
        }
        if let Some(id) = subject.id {
            self.said.claim(kind, &subject.slug, id, format!("line {number}"))?;
        }
        for old in subject.old_slugs.iter().flatten() {
            self.said.had(kind, &subject.slug, old, format!("line {number}"))?;
        }
        for (n, statement) in subject.statements.iter().enumerate() {
            let row = format!("line {number}, statement {}", n + 1);
            self.said.add(&subject.kind, &subject.slug, Raw::from_json(statement, row)?)?;
        }
        Ok(())
    }

    /// Stores all that was found, or nothing.
    pub async fn store(self, context: &Context<'_>) -> Result<RegisterOutcome, String> {
        if !self.failures.is_empty() {
            return Ok(RegisterOutcome { failures: self.failures, ..RegisterOutcome::default() });
        }
        let first = self.lines.first().copied().unwrap_or(1);
        taken(store(context, &self.places, self.said).await, first)
    }
}

/// What was refused, by line; one that names no line is told of `first`.
fn taken(
    how: Result<RegisterOutcome, ImportError>,
    first: usize,
) -> Result<RegisterOutcome, String> {
    let stop = match how {
        Ok(taken) => return Ok(taken),
        Err(stop) => stop,
    };
    let failure = |why: String| Failure { line: line_of(&why, first), why: vec![why] };
    let failures = stop.of_line()?.into_iter().map(failure).collect();
    Ok(RegisterOutcome { failures, ..RegisterOutcome::default() })
}

/// The line that a fault names first.
fn line_of(why: &str, otherwise: usize) -> usize {
    let after = why.split_once("line ").map_or("", |(_, after)| after);
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(otherwise)
}

async fn store(
    context: &Context<'_>,
    lines: &[(usize, PlaceLine)],
    mut said: Incoming,
) -> Result<RegisterOutcome, ImportError> {
    said.by = if context.force { By::FileOver } else { By::File };
    let kept = keep_files(context, &mut said).await?;
    db::bulk_transaction::<RegisterOutcome, ImportError, _>(context.db, |tx| {
        let (clock, said, kept) = (context.clock.clone(), said.clone(), kept.clone());
        let lines = lines.to_vec();
        Box::pin(async move {
            let mut taken = RegisterOutcome { notes: kept.notes, ..RegisterOutcome::default() };
            statements::keep_files(tx, &kept.files).await?;
            if !kept.struck.is_empty() {
                struck_files_again(tx, &clock, &kept.of, &kept.struck).await?;
            }
            if !lines.is_empty() {
                let old = Places::load(tx).await?;
                let merged = places::merge(&old, &lines).map_err(ImportError::Refused)?;
                if merged.created + merged.updated > 0 {
                    let broken = centres::broken_by(tx, &merged.places).await?;
                    if !broken.is_empty() {
                        return Err(ImportError::Refused(broken));
                    }
                    places::replace(tx, &clock, &merged.places).await?;
                    taken.to_file = refile::request(tx, &clock, Concerned::All).await?;
                }
                taken.created += merged.created;
                taken.updated += merged.updated;
                taken.unchanged += merged.unchanged;
            }
            let done = centres::import(tx, &clock, said).await?.map_err(ImportError::Refused)?;
            taken.created += done.created;
            taken.updated += done.updated;
            taken.unchanged += done.unchanged;
            let note = |(row, what): (String, String)| Note { line: line_of(&row, 1), what };
            taken.notes.extend(done.kept.into_iter().map(note));
            if done.renamed > 0 {
                taken.to_file = refile::request(tx, &clock, Concerned::OldOrganisations).await?;
            }
            Ok(taken)
        })
    })
    .await
}

/// The files that statements name.
#[derive(Clone, Debug, Default)]
struct Kept {
    files: Vec<File>,
    /// Those of them that had been struck, and come back as whoever imports has said …
    struck: Vec<Uuid>,
    /// … to these centres, as far as they are here …
    of: Vec<Uuid>,
    /// … which is told.
    notes: Vec<Note>,
}

/// Keeps the files that statements name, and puts their ids where their paths were.
async fn keep_files(context: &Context<'_>, said: &mut Incoming) -> Result<Kept, ImportError> {
    let (mut kept, mut faults) = (Kept::default(), Vec::new());
    for (slug, raws) in &mut said.centres {
        for raw in raws.iter_mut().filter(|raw| !raw.fields.get("file").is_empty()) {
            let named = raw.fields.get("file").to_owned();
            match beside::document(context, slug, "file", &named).await {
                Ok((document, was_struck)) => {
                    raw.fields.set("file", document.id.to_string());
                    if was_struck {
                        kept.struck.push(document.id);
                        kept.of.extend(context.registers.centres.get(slug).map(|it| it.id));
                        let what = format!("of {slug:?}, {named} {WAS_STRUCK}");
                        kept.notes.push(Note { line: line_of(&raw.row, 1), what });
                    }
                    kept.files.push(row_of(document));
                }
                Err(ImportError::Refused(why)) => {
                    faults.extend(why.into_iter().map(|why| format!("{}: {why}", raw.row)));
                }
                Err(broken) => return Err(broken),
            }
        }
    }
    if faults.is_empty() { Ok(kept) } else { Err(ImportError::Refused(faults)) }
}

const WAS_STRUCK: &str = "had been struck, and is here again as you said";

fn row_of(Document { id, name, media_type, digest, size }: Document) -> File {
    let size = i32::try_from(size).unwrap_or(i32::MAX);
    File { id, name, media_type: media_type.to_owned(), digest, size }
}

/// Reads a table of statements, whole or not at all.
pub async fn import_csv(context: &Context<'_>, bytes: &[u8]) -> Result<RegisterOutcome, String> {
    let read = Incoming::from_csv(bytes).map_err(ImportError::Refused);
    let how = match read {
        Ok(said) => store(context, &[], said).await,
        Err(why) => Err(why),
    };
    taken(how, 1)
}

/// How it went with newer files of places.
#[derive(Clone, Debug)]
pub struct PlacesOutcome {
    pub taken: places::PlacesRead,
    /// So many items wait to be filed by the places as they are now.
    pub to_file: u64,
}

/// Why newer files of places were refused.
#[derive(Debug)]
pub enum Unplaced {
    /// They contradict themselves, each other or what is stored.
    Faulty(Vec<String>),
    /// Centres or organisations lean on what would be gone.
    LeanedOn(Vec<String>),
    Database(DbErr),
}

impl From<DbErr> for Unplaced {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl AsDbErr for Unplaced {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            Self::Faulty(_) | Self::LeanedOn(_) => None,
        }
    }
}

/// Reads newer files of places, whole or not at all. What they are held against is read in the
/// transaction that writes them.
pub async fn import_places(
    db: &Db,
    clock: &Clock,
    given: &[(String, Vec<u8>)],
) -> Result<PlacesOutcome, Unplaced> {
    db::bulk_transaction::<PlacesOutcome, Unplaced, _>(db, |tx| {
        let (clock, given) = (clock.clone(), given.to_vec());
        Box::pin(async move {
            let taken = places::check_files(tx, &given).await?.map_err(Unplaced::Faulty)?;
            let broken = centres::broken_by(tx, &taken.places).await?;
            if !broken.is_empty() {
                return Err(Unplaced::LeanedOn(broken));
            }
            if taken.created + taken.updated == 0 {
                return Ok(PlacesOutcome { taken, to_file: 0 });
            }
            places::replace(tx, &clock, &taken.places).await?;
            let to_file = refile::request(tx, &clock, Concerned::All).await?;
            Ok(PlacesOutcome { taken, to_file })
        })
    })
    .await
}

/// Writes every register as lines: places, organisations, centres with all that is said of them.
pub async fn export_registers(
    db: &Db,
    out: &mut dyn Write,
    beside: Option<&Beside<'_>>,
    with_contacts: bool,
) -> Result<usize, Error> {
    let broken = |e: std::io::Error| Error::Internal(format!("the export can't be written: {e}"));
    let places = Places::load(db).await?;
    let mut lines: Vec<String> = Vec::new();
    for line in places::lines(&places) {
        lines.push(serde_json::to_string(&line)?);
    }
    let said = said(db, beside, with_contacts).await?;
    let registers =
        [(organisations::REGISTER, &said.organisations), (centres::REGISTER, &said.centres)];
    for (kind, subjects) in registers {
        for (slug, raws) in subjects {
            let statements: Vec<Value> =
                raws.iter().map(|raw| raw.to_json(&centres::LISTS)).collect();
            let mut line = json!({ "kind": kind, "slug": slug, "statements": statements });
            let id = said.ids.get(slug).filter(|_| kind == organisations::REGISTER);
            if let (Some((id, _)), Some(object)) = (id, line.as_object_mut()) {
                object.insert("id".to_owned(), json!(id));
                if let Some((old, _)) = said.old_slugs.get(slug) {
                    object.insert("old_slugs".to_owned(), json!(old));
                }
            }
            lines.push(line.to_string());
        }
    }
    for line in &lines {
        writeln!(out, "{line}").map_err(broken)?;
    }
    out.flush().map_err(broken)?;
    Ok(lines.len())
}

/// Every statement that is stored, as a table.
pub async fn export_csv(
    db: &Db,
    beside: Option<&Beside<'_>>,
    with_contacts: bool,
) -> Result<String, Error> {
    let said = said(db, beside, with_contacts).await?;
    centres::to_csv(&said).map_err(|e| Error::Internal(format!("the table can't be written: {e}")))
}

/// What is said, with the files it names written beside it; without a folder they are left out.
async fn said(
    db: &Db,
    beside: Option<&Beside<'_>>,
    with_contacts: bool,
) -> Result<Incoming, Error> {
    let mut said = centres::export(db, with_contacts).await?;
    let files = statements::files(db).await?;
    for raw in said.centres.values_mut().flatten() {
        let Some(id) = raw.fields.take("file") else { continue };
        let file = id.parse().ok().and_then(|id: Uuid| files.get(&id));
        let (Some(file), Some(beside)) = (file, beside) else { continue };
        if let Some(path) = beside.put("files", file.id, &file.name, &file.digest).await? {
            raw.fields.set("file", path);
        }
    }
    Ok(said)
}
