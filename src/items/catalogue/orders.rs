//! Rows in the orders that lists have, ready to be walked.

use std::cmp::Ordering;

use roaring::RoaringBitmap;

/// The rows of the catalogue in one order.
#[derive(Debug, Default)]
pub struct Ordered {
    pub(super) rows: Vec<u32>,
    /// New ones, that have no place yet.
    fresh: Vec<u32>,
}

impl Ordered {
    /// Rows that are in order.
    pub fn of(rows: Vec<u32>) -> Self {
        Self { rows, fresh: Vec::new() }
    }

    pub fn add(&mut self, row: u32) {
        self.fresh.push(row);
    }

    /// Before any of the numbers is used anew.
    pub fn remove(&mut self, gone: &RoaringBitmap) {
        self.rows.retain(|row| !gone.contains(*row));
    }

    /// Gives the new ones their places. As costly as going through all of them once.
    pub fn settle(&mut self, compare: impl Fn(u32, u32) -> Ordering) {
        if self.fresh.is_empty() {
            return;
        }
        self.fresh.sort_unstable_by(|a, b| compare(*a, *b));
        let old = std::mem::take(&mut self.rows);
        let mut fresh = self.fresh.drain(..).peekable();
        self.rows.reserve_exact(old.len() + fresh.len());
        for row in old {
            while let Some(new) = fresh.next_if(|new| compare(*new, row) == Ordering::Less) {
                self.rows.push(new);
            }
            self.rows.push(row);
        }
        self.rows.extend(fresh);
    }

    /// Some of those among `wanted`, from one end or the other.
    ///
    /// Few of many are put in order by themselves; else the order is walked until enough are found.
    pub fn page(
        &self,
        wanted: &RoaringBitmap,
        is_backwards: bool,
        (skip, take): (usize, usize),
        compare: impl Fn(u32, u32) -> Ordering,
    ) -> Vec<u32> {
        let count = usize::try_from(wanted.len()).unwrap_or(usize::MAX);
        if skip >= count || take == 0 {
            return Vec::new();
        }
        let end = skip.saturating_add(take).min(count);
        let walked = self.rows.len() / count * end;
        if walked < count.saturating_mul(4) {
            return walk(self.rows.iter(), wanted, is_backwards, skip, end - skip);
        }
        let mut rows: Vec<u32> = wanted.iter().collect();
        let compare = |a: &u32, b: &u32| {
            if is_backwards { compare(*b, *a) } else { compare(*a, *b) }
        };
        if end < rows.len() {
            rows.select_nth_unstable_by(end - 1, compare);
            rows.truncate(end);
        }
        rows.sort_unstable_by(compare);
        rows.split_off(skip)
    }
}

fn walk<'r>(
    rows: impl DoubleEndedIterator<Item = &'r u32>,
    wanted: &RoaringBitmap,
    is_backwards: bool,
    skip: usize,
    take: usize,
) -> Vec<u32> {
    let is_wanted = |row: &u32| wanted.contains(*row);
    if is_backwards {
        rows.rev().copied().filter(is_wanted).skip(skip).take(take).collect()
    } else {
        rows.copied().filter(is_wanted).skip(skip).take(take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_the_same_however_they_are_found() {
        // In an order that is not that of the numbers, in three portions.
        let place = |row: u32| row.wrapping_mul(2_654_435_761);
        let compare = |a: u32, b: u32| place(a).cmp(&place(b));
        let mut ordered = Ordered::default();
        for portion in [0..700, 700..1500, 1500..2000] {
            portion.for_each(|row| ordered.add(row));
            ordered.settle(compare);
        }
        let gone: RoaringBitmap = (0..100).collect();
        ordered.remove(&gone);
        for every in [1, 3, 50, 900] {
            let wanted: RoaringBitmap = (100..2000).step_by(every).collect();
            for is_backwards in [false, true] {
                let mut all: Vec<u32> = wanted.iter().collect();
                all.sort_by(|a, b| compare(*a, *b));
                if is_backwards {
                    all.reverse();
                }
                for (skip, take) in [(0, 1), (0, 20), (20, 20), (1890, 20), (0, 5000), (5000, 1)] {
                    let expected: Vec<u32> = all.iter().copied().skip(skip).take(take).collect();
                    assert_eq!(
                        ordered.page(&wanted, is_backwards, (skip, take), compare),
                        expected
                    );
                }
            }
        }
    }
}
