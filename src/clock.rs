//! Time and chance come in as arguments: the one place that asks the machine for either.

use std::sync::{Arc, Mutex, PoisonError};

use time::OffsetDateTime;
use uuid::Uuid;

/// The clock of the running program, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set: Option<Arc<Mutex<OffsetDateTime>>>,
}

impl Clock {
    /// A clock that stands still at `at` until [`Clock::advance`] moves it.
    pub fn fixed(at: OffsetDateTime) -> Self {
        Self { set: Some(Arc::new(Mutex::new(at))) }
    }

    /// The present instant in UTC, cut to whole milliseconds: what both engines keep alike.
    #[expect(clippy::disallowed_methods, reason = "this is the clock everyone else is told to use")]
    pub fn now(&self) -> OffsetDateTime {
        let now = match &self.set {
            Some(set) => *set.lock().unwrap_or_else(PoisonError::into_inner),
            None => OffsetDateTime::now_utc(),
        };
        now.replace_millisecond(now.millisecond()).unwrap_or(now)
    }

    /// Moves a fixed clock; a running one does not care.
    pub fn advance(&self, by: time::Duration) {
        if let Some(set) = &self.set {
            *set.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// A new row id that sorts by the time it was made.
    #[expect(clippy::disallowed_methods, reason = "this is the source of ids everyone else uses")]
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    /// Below each id that has been given since so long ago.
    pub fn id_before(&self, ago: time::Duration) -> Uuid {
        // An id begins with its milliseconds (RFC 9562).
        let now = self.new_id().as_u128() >> 80;
        let ago = ago.whole_milliseconds().unsigned_abs();
        Uuid::from_u128(now.saturating_sub(ago) << 80)
    }

    /// 122 unpredictable bits, for request ids and for secrets.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the source of chance everyone else uses"
    )]
    pub fn random_id(&self) -> Uuid {
        Uuid::new_v4()
    }
}
