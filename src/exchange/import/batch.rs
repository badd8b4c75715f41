//! Takes the lines of a file in, some at a time. What is new and public goes in together; all else goes
//! in by itself, and nothing before what stands above it in the file. Where those that go together
//! can't, each goes in by itself: so one bad line never refuses another.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::known::Known;
use super::read::read_item;
use super::ready::{self, Ready};
use super::{Context, Failure, ImportError, Imported, Note, check};
use crate::exchange::ItemLine;
use crate::items::{ImportOutcome, Remark, Stored};

/// So many lines are taken in at once: a write transaction of theirs is over in some hundredths of a
/// second.
const LINES: usize = 128;
/// Or as many as are so many bytes together.
const BYTES: usize = 1024 * 1024;

/// At which line no further one will fare better, and why.
pub type Stop = (usize, String);

/// The items of a file, on their way in.
pub struct Items<'a> {
    context: &'a Context<'a>,
    imported: Imported,
    /// On which line each stood first.
    seen: HashMap<String, usize>,
    /// Lines that have been read, and their bytes.
    waiting: Vec<Waiting>,
    bytes: usize,
    /// Lines whose original may stand further down.
    again: Vec<Waiting>,
    /// Nothing stands further down.
    at_end: bool,
}

struct Waiting {
    number: usize,
    line: ItemLine,
}

/// Some lines at once.
struct Batch {
    /// The items that they name; none when that no longer holds, and each line goes by itself.
    known: Option<Known>,
    /// Those that go in together, next.
    new: Vec<(Waiting, Ready)>,
    /// Which ids its lines have given.
    ids: HashSet<Uuid>,
}

/// How a line is to go in.
enum Way {
    /// By what is known of the batch.
    Known,
    /// By what is here when all before it has gone in.
    Alone,
    /// When all others have.
    Later,
}

impl<'a> Items<'a> {
    pub fn new(context: &'a Context<'a>, imported: Imported) -> Self {
        Self {
            context,
            imported,
            seen: HashMap::new(),
            waiting: Vec::new(),
            bytes: 0,
            again: Vec::new(),
            at_end: false,
        }
    }

    /// Takes one line more.
    pub async fn take(&mut self, number: usize, raw: &[u8]) -> Result<(), Stop> {
        let line = match read_item(raw, number == 1) {
            Ok(None) => return Ok(()),
            Ok(Some(line)) => line,
            Err(refused) => return self.count(number, Err(refused)),
        };
        let twice = match self.seen.entry(line.external_id.clone()) {
            Entry::Occupied(first) => Some(format!(
                "`external_id` {:?} stands on line {} already: an item has one line in a file",
                first.key(),
                first.get()
            )),
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        };
        if let Some(why) = twice {
            return self.count(number, Err(ImportError::Refused(vec![why])));
        }
        self.bytes += raw.len();
        self.waiting.push(Waiting { number, line });
        if self.waiting.len() == LINES || self.bytes >= BYTES {
            self.store_waiting().await?;
        }
        Ok(())
    }

    /// What is left, and then the lines that waited for an original further down.
    pub async fn finish(mut self) -> Result<Imported, Stop> {
        self.store_waiting().await?;
        self.at_end = true;
        let mut again = std::mem::take(&mut self.again).into_iter();
        loop {
            self.waiting.extend(again.by_ref().take(LINES));
            if self.waiting.is_empty() {
                break;
            }
            self.store_waiting().await?;
        }
        self.imported.failures.sort_by_key(|failure| failure.line);
        self.imported.notes.sort_by_key(|note| note.line);
        Ok(self.imported)
    }

    /// Stores the lines that have been read.
    pub async fn store_waiting(&mut self) -> Result<(), Stop> {
        self.bytes = 0;
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let known = {
            let lines: Vec<&ItemLine> = waiting.iter().map(|waiting| &waiting.line).collect();
            // What the database has against it is told of the line that meets it.
            Known::look_up(self.context.db, &lines).await.ok()
        };
        let mut batch = Batch { known, new: Vec::new(), ids: HashSet::new() };
        for waiting in waiting {
            self.place(&mut batch, waiting).await?;
        }
        self.store_new(&mut batch).await?;
        // Whoever else is served by this program comes first.
        tokio::task::yield_now().await;
        Ok(())
    }

    async fn place(&mut self, batch: &mut Batch, waiting: Waiting) -> Result<(), Stop> {
        let known = match (self.way(batch, &waiting), &batch.known) {
            (Way::Later, _) => {
                self.again.push(waiting);
                return Ok(());
            }
            (Way::Known, Some(known)) => known,
            _ => {
                self.store_new(batch).await?;
                return self.store_alone(batch, waiting).await;
            }
        };
        let number = waiting.number;
        let ready = match Ready::of(self.context, known, &waiting.line).await {
            Ok(ready) => ready,
            Err(refused @ ImportError::Refused(_)) => return self.count(number, Err(refused)),
            Err(stop) => {
                // What stands above is stored when the import ends.
                self.store_new(batch).await?;
                return self.count(number, Err(stop));
            }
        };
        match known.get(&waiting.line.external_id) {
            Some(old) if old.is_from(&ready.incoming, self.context.force) => {
                self.count(number, Ok(Stored::Unchanged(old.id).into()))
            }
            None if ready.incoming.has_been_public() => {
                batch.add(waiting, ready, self.context.clock.new_id());
                Ok(())
            }
            _ => {
                self.store_new(batch).await?;
                if batch.known.is_none() {
                    return self.store_alone(batch, waiting).await;
                }
                batch.has_stored(&waiting.line);
                let stored = ready::store(self.context, ready).await;
                self.count(number, stored)
            }
        }
    }

    fn way(&self, batch: &Batch, Waiting { number, line }: &Waiting) -> Way {
        let Some(known) = &batch.known else { return Way::Alone };
        if line.id.is_some_and(|id| batch.ids.contains(&id)) {
            return Way::Alone;
        }
        let Some(original) = &line.translation_of else { return Way::Known };
        let stood_above = self.seen.get(original).is_some_and(|above| above < number);
        if known.get(original).is_some() {
            Way::Known
        } else if stood_above || self.at_end {
            Way::Alone
        } else {
            Way::Later
        }
    }

    /// Stores what goes in together; what can't goes in line by line, and all the rest of the batch.
    async fn store_new(&mut self, batch: &mut Batch) -> Result<(), Stop> {
        let new = std::mem::take(&mut batch.new);
        if new.is_empty() {
            return Ok(());
        }
        let (lines, ready): (Vec<Waiting>, Vec<Ready>) = new.into_iter().unzip();
        if let Ok(outcomes) = ready::store_new(self.context, ready).await {
            for (waiting, outcome) in lines.into_iter().zip(outcomes) {
                self.count(waiting.number, Ok(outcome))?;
            }
            return Ok(());
        }
        tracing::debug!(lines = lines.len(), "what should go in together goes in line by line");
        batch.known = None;
        for waiting in lines {
            self.store_alone(batch, waiting).await?;
        }
        Ok(())
    }

    async fn store_alone(&mut self, batch: &mut Batch, waiting: Waiting) -> Result<(), Stop> {
        batch.has_stored(&waiting.line);
        match ready::store_line(self.context, &waiting.line).await {
            Err(ImportError::Refused(why))
                if !self.at_end && why.iter().any(|w| w.starts_with(check::NO_ORIGINAL)) =>
            {
                self.again.push(waiting);
                Ok(())
            }
            stored => self.count(waiting.number, stored),
        }
    }

    fn count(
        &mut self,
        line: usize,
        outcome: Result<ImportOutcome, ImportError>,
    ) -> Result<(), Stop> {
        match outcome {
            Ok(ImportOutcome { stored, remarks, lacks }) => {
                self.imported.without_picture += usize::from(lacks.image || lacks.pictures);
                self.imported.without_files += usize::from(lacks.files);
                match stored {
                    Stored::Created(_) => self.imported.created += 1,
                    Stored::Updated(_) => self.imported.updated += 1,
                    Stored::Unchanged(_) => self.imported.unchanged += 1,
                }
                let note = |remark: Remark| Note { line, what: remark.to_string() };
                self.imported.notes.extend(remarks.into_iter().map(note));
            }
            Err(stop) => {
                let why = stop.of_line().map_err(|why| (line, why))?;
                self.imported.failures.push(Failure { line, why });
            }
        }
        Ok(())
    }
}

impl Batch {
    /// One more that goes in together with the others. It has its id from now on, so that those below
    /// it can name it.
    fn add(&mut self, waiting: Waiting, mut ready: Ready, id: Uuid) {
        let id = *ready.incoming.id.get_or_insert(id);
        if let Some(known) = &mut self.known {
            known.add(&ready.incoming, id);
        }
        self.ids.insert(id);
        self.new.push((waiting, ready));
    }

    /// The item of this line is not what was known of it.
    fn has_stored(&mut self, line: &ItemLine) {
        self.ids.extend(line.id);
        if let Some(known) = &mut self.known {
            known.forget(&line.external_id);
        }
    }
}
