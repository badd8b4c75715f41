//! The looked-at words on disk, beside the index: a large index is then opened in a moment.
//!
//! Only a help: what is missing, damaged or of another program is left alone, and the words are
//! looked at again.
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::keys::{EDITION, fnv};
use super::words::{Entry, WordList};

pub(super) const NAME: &str = "words";
const MAGIC: u64 = u64::from_le_bytes(*b"ord-0001");

/// Words that were kept, and whether they were looked at by the rules of today.
pub(super) fn read(folder: &Path) -> Option<(WordList, bool)> {
    let bytes = fs::read(folder.join(NAME)).ok()?;
    let (body, sum) = bytes.split_last_chunk::<8>()?;
    if fnv(START, body) != u64::from_le_bytes(*sum) {
        return None;
    }
    let mut from = Reader(body);
    if from.long()? != MAGIC {
        return None;
    }
    let edition = from.long()?;
    let text = from.long()?;
    let texts = std::str::from_utf8(from.bytes(text)?).ok()?;
    let mut words = WordList::default();
    for word in texts.lines() {
        words.add(word);
    }
    let count = from.long()?;
    let (entries, rest) = from.bytes(count.checked_mul(16)?)?.as_chunks::<16>();
    let entry = |bytes: &[u8; 16]| {
        let number = u128::from_le_bytes(*bytes);
        #[expect(clippy::cast_possible_truncation, reason = "the parts it was made of")]
        let entry = Entry {
            key: number as u64,
            word: (number >> 64) as u32,
            from: (number >> 96) as u16,
            to: (number >> 112) as u16,
        };
        entry
    };
    let entries: Vec<Entry> = entries.iter().map(entry).collect();
    let is_whole = rest.is_empty() && entries.iter().all(|entry| entry.word < words.next());
    words.restore(entries);
    is_whole.then(|| (words, edition == rules()))
}

/// Puts them in place of what was kept before, all or nothing.
pub(super) fn write(folder: &Path, words: &WordList) -> io::Result<()> {
    let temporary = folder.join(format!("{NAME}.{}", std::process::id()));
    let done = write_to(&temporary, words).and_then(|()| fs::rename(&temporary, folder.join(NAME)));
    if done.is_err() {
        drop(fs::remove_file(&temporary));
    }
    done
}

fn write_to(path: &Path, words: &WordList) -> io::Result<()> {
    let mut out = Summed { out: BufWriter::new(fs::File::create(path)?), sum: START };
    out.long(MAGIC)?;
    out.long(rules())?;
    out.long(words.all().map(|(_, text)| text.len() as u64 + 1).sum())?;
    for (_, text) in words.all() {
        out.put(text.as_bytes())?;
        out.put(b"\n")?;
    }
    out.long(words.entries().len() as u64)?;
    for entry in words.entries() {
        let number = u128::from(entry.key)
            | u128::from(entry.word) << 64
            | u128::from(entry.from) << 96
            | u128::from(entry.to) << 112;
        out.put(&number.to_le_bytes())?;
    }
    let sum = out.sum;
    out.out.write_all(&sum.to_le_bytes())?;
    out.out.flush()
}

/// Tells the rules of one program from those of another.
fn rules() -> u64 {
    fnv(EDITION, &norsk::edition().to_le_bytes())
}

/// To notice a file cut short, not an enemy.
const START: u64 = 0xcbf2_9ce4_8422_2325;

struct Summed<W> {
    out: W,
    sum: u64,
}

impl<W: Write> Summed<W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum = fnv(self.sum, bytes);
        self.out.write_all(bytes)
    }

    fn long(&mut self, number: u64) -> io::Result<()> {
        self.put(&number.to_le_bytes())
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: u64) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(usize::try_from(count).ok()?)?;
        self.0 = rest;
        Some(bytes)
    }

    fn long(&mut self) -> Option<u64> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*bytes))
    }
}
