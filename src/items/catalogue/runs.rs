//! Many short runs of values in one piece of memory: a row then costs eight bytes and what is in it.

/// Where a run stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub(super) start: u32,
    pub(super) len: u32,
}

/// What is freed stays until [`Runs::tidied`] leaves it behind.
#[derive(Debug)]
pub struct Runs<T> {
    pub(super) all: Vec<T>,
    pub(super) freed: usize,
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self { all: Vec::new(), freed: 0 }
    }
}

/// Less than this is not worth tidying.
const LITTLE: usize = 64 * 1024;

impl<T: Copy> Runs<T> {
    /// A run that there is no room for is empty: there are four thousand million places.
    pub fn put(&mut self, run: &[T]) -> Run {
        let (start, len) = (u32::try_from(self.all.len()), u32::try_from(run.len()));
        let (Ok(start), Ok(len)) = (start, len) else { return Run::default() };
        self.all.extend_from_slice(run);
        Run { start, len }
    }

    pub fn get(&self, run: Run) -> &[T] {
        let start = run.start as usize;
        self.all.get(start..start + run.len as usize).unwrap_or_default()
    }

    pub fn free(&mut self, run: Run) {
        self.freed += run.len as usize;
    }

    /// The same without what was freed, when that is more than half; `runs` are all that are left.
    pub fn tidied<'r>(&mut self, runs: impl Iterator<Item = &'r mut Run>) {
        if self.freed < LITTLE || self.freed * 2 < self.all.len() {
            return;
        }
        let mut tidied = Self { all: Vec::with_capacity(self.all.len() - self.freed), freed: 0 };
        for run in runs {
            *run = tidied.put(self.get(*run));
        }
        *self = tidied;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_freed_goes_and_what_is_left_stays() {
        let mut runs = Runs::default();
        let mut all: Vec<Run> = (0..1000_u32).map(|n| runs.put(&vec![n; 200])).collect();
        for freed in all.drain(..900) {
            runs.free(freed);
        }
        runs.tidied(all.iter_mut());
        assert_eq!(runs.all.len(), 100 * 200);
        for (run, n) in all.iter().zip(900_u32..) {
            assert_eq!(runs.get(*run), vec![n; 200]);
        }
        assert!(runs.get(Run::default()).is_empty());
    }
}
