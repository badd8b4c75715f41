//! The catalogue as bytes: told slice by slice, so that nobody waits for more than that and no more than
//! that is in memory twice; and read as it comes from the disk.

use std::collections::HashMap;
use std::io::Read;

use crc32fast::Hasher;
use roaring::RoaringBitmap;

/// So much is taken at a time, in bytes. Tests take many slices.
const ROOM: usize = if cfg!(test) { 300 } else { 4 * 1024 * 1024 };
/// So much is read at a time.
const AT_ONCE: usize = 64 * 1024;
/// The longest text, in bytes: names of kinds, facets and values.
const LONGEST: usize = 100_000;

/// All is told to it from the beginning each time; it keeps what comes after the part that was taken
/// before, and no more than there is room for.
pub struct Slice {
    skip: usize,
    pub taken: Vec<u8>,
}

impl Slice {
    pub fn after(skip: usize) -> Self {
        Self { skip, taken: Vec::with_capacity(ROOM) }
    }

    /// There may be more.
    pub fn is_full(&self) -> bool {
        self.taken.len() >= ROOM
    }

    fn room(&self) -> usize {
        ROOM.saturating_sub(self.taken.len())
    }

    /// Something that is taken whole.
    fn whole(&mut self, size: usize, write: impl FnOnce(&mut Vec<u8>)) {
        if self.skip >= size {
            self.skip -= size;
        } else if !self.is_full() {
            write(&mut self.taken);
        }
    }

    pub fn number(&mut self, number: u64) {
        self.whole(8, |taken| taken.extend_from_slice(&number.to_le_bytes()));
    }

    pub fn bytes(&mut self, all: &[u8]) {
        self.number(all.len() as u64);
        let past = self.skip.min(all.len());
        self.skip -= past;
        let end = all.len().min(past + self.room());
        self.taken.extend_from_slice(&all[past..end]);
    }

    /// How many there are, and each.
    pub fn array<T, const N: usize>(&mut self, all: &[T], each: impl Fn(&T) -> [u8; N]) {
        self.number(all.len() as u64);
        let past = (self.skip / N).min(all.len());
        self.skip -= past * N;
        for one in all[past..].iter().take(self.room().div_ceil(N)) {
            self.taken.extend_from_slice(&each(one));
        }
    }

    pub fn numbers(&mut self, all: &[u32]) {
        self.array(all, |number| number.to_le_bytes());
    }

    pub fn set(&mut self, set: &RoaringBitmap) {
        let size = set.serialized_size();
        self.number(size as u64);
        self.whole(size, |taken| set.serialize_into(taken).expect("memory is always there"));
    }

    pub fn sets(&mut self, sets: &HashMap<String, RoaringBitmap>) {
        self.number(sets.len() as u64);
        for (name, set) in sets {
            self.bytes(name.as_bytes());
            self.set(set);
        }
    }
}

/// Reads what slices have taken. Whatever is not as it was told is nothing.
pub struct Reader<R> {
    pub from: R,
    /// So many bytes there are still to come: nothing is made ready for more.
    pub left: u64,
    pub sum: Hasher,
}

impl<R: Read> Reader<R> {
    fn fill(&mut self, bytes: &mut [u8]) -> Option<()> {
        self.left = self.left.checked_sub(bytes.len() as u64)?;
        self.from.read_exact(bytes).ok()?;
        self.sum.update(bytes);
        Some(())
    }

    pub fn number(&mut self) -> Option<u64> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes)?;
        Some(u64::from_le_bytes(bytes))
    }

    /// As many as are said to follow, of so many bytes each.
    fn count(&mut self, size: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        let bytes = count.checked_mul(size)?;
        (bytes as u64 <= self.left).then_some(count)
    }

    pub fn bytes(&mut self) -> Option<Vec<u8>> {
        let mut bytes = vec![0; self.count(1)?];
        self.fill(&mut bytes)?;
        Some(bytes)
    }

    pub fn array<T, const N: usize>(&mut self, each: impl Fn([u8; N]) -> T) -> Option<Vec<T>> {
        let count = self.count(N)?;
        let mut all = Vec::with_capacity(count);
        let mut some = vec![0; AT_ONCE / N * N];
        while all.len() < count {
            let size = some.len().min((count - all.len()) * N);
            self.fill(&mut some[..size])?;
            all.extend(some[..size].as_chunks::<N>().0.iter().map(|bytes| each(*bytes)));
        }
        Some(all)
    }

    pub fn numbers(&mut self) -> Option<Vec<u32>> {
        self.array(u32::from_le_bytes)
    }

    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.bytes()?).ok().filter(|text| text.len() <= LONGEST)
    }

    pub fn set(&mut self) -> Option<RoaringBitmap> {
        RoaringBitmap::deserialize_from(self.bytes()?.as_slice()).ok()
    }

    pub fn sets(&mut self) -> Option<HashMap<String, RoaringBitmap>> {
        let count = self.number()?;
        (0..count).map(|_| Some((self.text()?, self.set()?))).collect()
    }
}
