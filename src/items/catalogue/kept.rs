//! The catalogue on disk: a start reads one file instead of the whole database, and follows the change
//! feed from where that has come to.
//!
//! Only a help. What is missing, cut short, of another program or of another database is left alone.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use crc32fast::Hasher;
use uuid::Uuid;

use super::bytes::{Reader, Slice};
use super::columns::{Columns, ItemRow, Row};
use super::orders::Ordered;
use super::runs::{Run, Runs};

const MAGIC: u64 = u64::from_le_bytes(*b"katalog1");
/// Raised when the file is written in another way, or rows are made of an item in another way.
const EDITION: u64 = 2;
/// The sum at the end, in bytes: to notice a file cut short or a bad disk, not an enemy.
const SUM: usize = 4;

/// What a catalogue has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Until {
    /// The place in the feed.
    pub position: u64,
    /// The feed of which database, and of which schema; see [`super::super::changes::mark`].
    pub of: String,
}

/// What was kept, if it is whole.
pub fn read(path: &Path) -> Option<(Columns, Until)> {
    let file = File::open(path).ok()?;
    let left = file.metadata().ok()?.len().checked_sub(SUM as u64)?;
    let mut from = Reader { from: BufReader::new(file), left, sum: Hasher::new() };
    if from.number()? != MAGIC || from.number()? != EDITION {
        return None;
    }
    let position = from.number()?;
    let of = from.text()?;
    let columns = Columns::read(&mut from)?;
    let Reader { mut from, left, sum } = from;
    let mut told = [0; SUM];
    from.read_exact(&mut told).ok()?;
    let is_whole = left == 0 && u32::from_le_bytes(told) == sum.finalize();
    is_whole.then_some((columns, Until { position, of }))
}

/// Puts it in place of what was kept before, all or nothing. `next` hands out what comes after so many
/// bytes of the columns; nothing when they have changed meanwhile, and then nothing is kept. Tells
/// whether it was.
pub fn write(
    path: &Path,
    until: &Until,
    next: impl FnMut(usize) -> Option<Slice>,
) -> io::Result<bool> {
    let temporary = path.with_extension(std::process::id().to_string());
    let done = write_to(&temporary, until, next).and_then(|is_whole| {
        if is_whole { fs::rename(&temporary, path).map(|()| true) } else { Ok(false) }
    });
    if !matches!(done, Ok(true)) {
        fs::remove_file(&temporary).ok();
    }
    done
}

fn write_to(
    path: &Path,
    until: &Until,
    mut next: impl FnMut(usize) -> Option<Slice>,
) -> io::Result<bool> {
    let (mut to, mut sum) = (File::create(path)?, Hasher::new());
    let of = &until.of;
    let mut head = [MAGIC, EDITION, until.position, of.len() as u64].map(u64::to_le_bytes).concat();
    head.extend_from_slice(of.as_bytes());
    sum.update(&head);
    to.write_all(&head)?;
    let (mut done, mut is_more) = (0, true);
    while is_more {
        let Some(slice) = next(done) else { return Ok(false) };
        sum.update(&slice.taken);
        to.write_all(&slice.taken)?;
        done += slice.taken.len();
        is_more = slice.is_full();
    }
    to.write_all(&sum.finalize().to_le_bytes())?;
    to.sync_all()?;
    Ok(true)
}

impl Columns {
    /// Tells all, in the order that [`Columns::read`] asks for it.
    pub fn write(&self, to: &mut Slice) {
        to.array(&self.items, item_bytes);
        to.array(&self.rows, row_bytes);
        to.array(&self.spans, |(from, until)| pair(from.to_le_bytes(), until.to_le_bytes()));
        to.array(&self.texts, |text| text.into_bytes());
        let when: Vec<_> =
            self.when.iter().map(|(row, (starts, ends))| (*row, *starts, *ends)).collect();
        to.array(&when, |(row, starts, ends)| when_bytes(*row, *starts, *ends));
        to.numbers(&self.free);
        to.bytes(&self.title_keys.all);
        to.number(self.title_keys.freed as u64);
        to.numbers(&self.filed_under.all);
        to.number(self.filed_under.freed as u64);
        for set in [&self.now, &self.archived, &self.translations, &self.timed, &self.undated] {
            to.set(set);
        }
        for sets in [&self.kinds, &self.langs, &self.superseded] {
            to.sets(sets);
        }
        to.number(self.facets.len() as u64);
        for (facet, values) in &self.facets {
            to.bytes(facet.as_bytes());
            to.number(values.len() as u64);
            for (value, number) in values {
                to.bytes(value.as_bytes());
                to.number(u64::from(*number));
            }
        }
        to.number(self.values.len() as u64);
        for set in &self.values {
            to.set(set);
        }
        for order in [&self.by_age, &self.by_title, &self.by_start] {
            to.numbers(&order.rows);
        }
    }

    fn read(from: &mut Reader<impl Read>) -> Option<Self> {
        let items: Vec<ItemRow> = from.array(item_of)?;
        let rows = from.array(row_of)?;
        let spans = from.array(|bytes: [u8; 16]| (number(&bytes, 0), number(&bytes, 8)))?;
        let texts = from.array(Uuid::from_bytes)?;
        let when = from
            .array(|bytes: [u8; 20]| (word(&bytes, 0), (number(&bytes, 4), number(&bytes, 12))))?;
        let free = from.numbers()?;
        let title_keys = Runs { all: from.bytes()?, freed: size(from.number()?)? };
        let filed_under = Runs { all: from.numbers()?, freed: size(from.number()?)? };
        let [now, archived, translations, timed, undated] =
            [from.set()?, from.set()?, from.set()?, from.set()?, from.set()?];
        let [kinds, langs, superseded] = [from.sets()?, from.sets()?, from.sets()?];
        let facets = facets_of(from)?;
        let count = from.number()?;
        let values = (0..count).map(|_| from.set()).collect::<Option<_>>()?;
        let [by_age, by_title, by_start] =
            [from.numbers()?, from.numbers()?, from.numbers()?].map(Ordered::of);
        let mut columns = Self {
            item_of_id: HashMap::with_capacity(items.len()),
            families: HashMap::new(),
            when: when.into_iter().collect(),
            items,
            rows,
            spans,
            texts,
            free,
            title_keys,
            filed_under,
            now,
            archived,
            translations,
            timed,
            undated,
            kinds,
            langs,
            superseded,
            facets,
            values,
            by_age,
            by_title,
            by_start,
        };
        columns.name_items();
        Some(columns)
    }
}

fn facets_of(from: &mut Reader<impl Read>) -> Option<HashMap<String, HashMap<String, u32>>> {
    let facets = from.number()?;
    let mut of_facet = || {
        let (facet, count) = (from.text()?, from.number()?);
        let value = |_| Some((from.text()?, u32::try_from(from.number()?).ok()?));
        let values: HashMap<String, u32> = (0..count).map(value).collect::<Option<_>>()?;
        Some((facet, values))
    };
    (0..facets).map(|_| of_facet()).collect()
}

fn item_bytes(item: &ItemRow) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..16].copy_from_slice(item.id.as_bytes());
    bytes[16..20].copy_from_slice(&item.original.to_le_bytes());
    bytes[20..24].copy_from_slice(&item.first.to_le_bytes());
    bytes[24..].copy_from_slice(&item.published.to_le_bytes());
    bytes
}

fn item_of(bytes: [u8; 32]) -> ItemRow {
    let mut id = [0; 16];
    id.copy_from_slice(&bytes[..16]);
    ItemRow {
        id: Uuid::from_bytes(id),
        original: word(&bytes, 16),
        first: word(&bytes, 20),
        published: number(&bytes, 24),
    }
}

fn row_bytes(row: &Row) -> [u8; 24] {
    let Row { item, next, title_key, filed_under } = row;
    let words = [*item, *next, title_key.start, title_key.len, filed_under.start, filed_under.len];
    let mut bytes = [0; 24];
    for (place, word) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(words) {
        *place = word.to_le_bytes();
    }
    bytes
}

fn row_of(bytes: [u8; 24]) -> Row {
    let run = |at| Run { start: word(&bytes, at), len: word(&bytes, at + 4) };
    Row { item: word(&bytes, 0), next: word(&bytes, 4), title_key: run(8), filed_under: run(16) }
}

fn pair(one: [u8; 8], other: [u8; 8]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&one);
    bytes[8..].copy_from_slice(&other);
    bytes
}

fn when_bytes(row: u32, starts: i64, ends: i64) -> [u8; 20] {
    let mut bytes = [0; 20];
    bytes[..4].copy_from_slice(&row.to_le_bytes());
    bytes[4..].copy_from_slice(&pair(starts.to_le_bytes(), ends.to_le_bytes()));
    bytes
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes[at..].first_chunk().map_or(0, |word| u32::from_le_bytes(*word))
}

fn number(bytes: &[u8], at: usize) -> i64 {
    bytes[at..].first_chunk().map_or(0, |number| i64::from_le_bytes(*number))
}

fn size(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}
