//! Questions that found nothing or were set right, until they are counted: how often, and nothing of who asked or when.
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A question, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Miss {
    /// The language of the page that it was asked on.
    pub lang: &'static str,
    pub words: String,
    /// What it was taken for, if it found something by that.
    pub meant: Option<String>,
}

/// More than this between two counts is somebody who plays; the rest is not counted.
const MOST: usize = 500;

/// Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Missed(Arc<Mutex<BTreeMap<Miss, u32>>>);

impl Missed {
    pub fn add(&self, miss: Miss) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST && !held.contains_key(&miss) {
            return;
        }
        let times = held.entry(miss).or_default();
        *times = times.saturating_add(1);
    }

    /// All of them, to be counted once.
    pub fn take(&self) -> BTreeMap<Miss, u32> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
