//! Documents on their way to the index writer, and a limit on how many may wait.
//!
//! The writer takes ten thousand documents into its queue before it makes anybody wait, whatever
//! their size. A rebuild would hold them all in memory; here it waits for the writer instead.
use std::slice;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tantivy::Document;
use tantivy::schema::{Field, OwnedValue};

/// Text waiting to be written, in bytes.
const MOST: usize = 4_000_000;
/// A writer that takes nothing for this long has failed; the next document will say so.
const PATIENCE: Duration = Duration::from_secs(10);

/// The values of a document. A text in many fields is there once.
pub(super) type Values = Vec<(Field, Arc<OwnedValue>)>;

#[derive(Clone, Default)]
pub(super) struct Queue(Arc<Waiting>);

#[derive(Default)]
struct Waiting {
    bytes: Mutex<usize>,
    fewer: Condvar,
}

impl Queue {
    /// Makes a document ready for the writer, as soon as there is room for its text.
    pub(super) fn row(&self, values: Values, bytes: usize) -> Row {
        let mut waiting = self.0.lock();
        while *waiting > MOST {
            let woken = self.0.fewer.wait_timeout(waiting, PATIENCE);
            let (guard, timeout) = woken.unwrap_or_else(PoisonError::into_inner);
            waiting = guard;
            if timeout.timed_out() {
                break;
            }
        }
        *waiting += bytes;
        Row { values, bytes, queue: self.clone() }
    }
}

impl Waiting {
    fn lock(&self) -> MutexGuard<'_, usize> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A document in the queue. The writer drops it when it has read it.
pub(super) struct Row {
    values: Values,
    bytes: usize,
    queue: Queue,
}

impl Drop for Row {
    fn drop(&mut self) {
        *self.queue.0.lock() -= self.bytes;
        self.queue.0.fewer.notify_one();
    }
}

impl Document for Row {
    type Value<'a> = &'a OwnedValue;
    type FieldsValuesIter<'a> = RowValues<'a>;

    fn iter_fields_and_values(&self) -> RowValues<'_> {
        RowValues(self.values.iter())
    }
}

pub(super) struct RowValues<'a>(slice::Iter<'a, (Field, Arc<OwnedValue>)>);

impl<'a> Iterator for RowValues<'a> {
    type Item = (Field, &'a OwnedValue);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(field, value)| (*field, &**value))
    }
}
