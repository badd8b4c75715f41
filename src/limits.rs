//! How often one visitor may ask: meters that the rooms declare, kept in memory by each copy of the server.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, RateLimiter};
use uuid::Uuid;

use crate::config;
use crate::error::Error;

pub use governor::Quota;

/// A meter for one kind of work that costs or that can be misused, named by the room that does it.
#[derive(Debug)]
pub struct Declared {
    /// What measurements call it.
    pub name: &'static str,
    pub quota: fn(&config::RateLimits) -> Quota,
}

/// Programs that ask for data.
pub const API: Declared = Declared {
    name: "api",
    quota: |limits| per_second(limits.api_per_second).allow_burst(at_least_one(limits.api_burst)),
};

/// The same for programs on this machine: they were let in by whoever runs it.
pub const API_HERE: Declared =
    Declared { name: "api-here", quota: |limits| per_second(limits.api_here_per_second) };

/// Pages that cost far more to make than others, whichever room makes them: lists of another day,
/// lists by title, what a version changed.
pub const HEAVY: Declared =
    Declared { name: "heavy", quota: |limits| per_minute(limits.heavy_reads_per_minute) };

/// What belongs to no room.
pub const METERS: &[&Declared] = &[&API, &API_HERE, &HEAVY];

/// By whom a request is counted: somebody who is known, else the network that they ask from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    pub account: Option<Uuid>,
    /// Cut so that it names no person.
    pub network: String,
    /// A program on this very machine, with no proxy between.
    pub is_here: bool,
}

/// All the meters there are: each counts how often somebody asks for one thing, and refuses what is
/// too often.
pub struct RateLimiters {
    on: bool,
    meters: HashMap<&'static str, DefaultKeyedRateLimiter<Key>>,
}

/// Whose work is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// Somebody who is known: a hospital behind one address is many of them.
    Account(Uuid),
    Network(String),
    /// Something else than who asks.
    Other(String),
}

impl RateLimiters {
    pub fn new(settings: &config::RateLimits, declared: &[&'static Declared]) -> Self {
        let meter = |one: &&'static Declared| (one.name, RateLimiter::keyed((one.quota)(settings)));
        Self { on: settings.on, meters: declared.iter().map(meter).collect() }
    }

    /// Counts one more for who asks: by account where there is one, and else by network. Too many is an
    /// answer of its own.
    pub fn count(&self, meter: &Declared, asker: &Asker) -> Result<(), Error> {
        let network = || Key::Network(asker.network.clone());
        self.check(meter, asker.account.map_or_else(network, Key::Account))
    }

    /// Counts one more for something else than who asks, such as an address that is written to.
    pub fn count_for(&self, meter: &Declared, what: &str) -> Result<(), Error> {
        self.check(meter, Key::Other(what.to_owned()))
    }

    fn check(&self, meter: &Declared, key: Key) -> Result<(), Error> {
        if !self.on {
            return Ok(());
        }
        // Nothing goes uncounted because somebody forgot to list its meter.
        let undeclared = || Error::Internal(format!("no room declares the meter {}", meter.name));
        let limiter = self.meters.get(meter.name).ok_or_else(undeclared)?;
        limiter.check_key(&key).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            metrics::counter!("padriver_limited_total", "meter" => meter.name).increment(1);
            Error::TooMany { retry_after: wait.as_secs() + 1 }
        })
    }

    /// Forgets those who have been quiet; without it the meters would only grow.
    pub async fn forget_the_quiet(&self) {
        if !self.on {
            return;
        }
        loop {
            tokio::time::sleep(Duration::from_mins(5)).await;
            for limiter in self.meters.values() {
                limiter.retain_recent();
                limiter.shrink_to_fit();
            }
        }
    }
}

/// The same count, and only once however often it is asked for: a transaction may be run again.
pub fn once<E: Send + 'static>(
    count: impl Fn() -> Result<(), E> + Clone + Send + Sync + 'static,
) -> impl Fn() -> Result<(), E> + Clone + Send + Sync + 'static {
    let is_counted = Arc::new(AtomicBool::new(false));
    move || {
        if !is_counted.load(Ordering::Relaxed) {
            count()?;
            is_counted.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// The meter of the API for one who asks from there.
pub fn api_for(asker: &Asker) -> &'static Declared {
    if asker.is_here { &API_HERE } else { &API }
}

/// A limit of nought lets one through: what should not be done at all is switched off elsewhere.
fn at_least_one(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}

pub fn per_second(n: u32) -> Quota {
    Quota::per_second(at_least_one(n))
}

pub fn per_minute(n: u32) -> Quota {
    Quota::per_minute(at_least_one(n))
}

pub fn per_hour(n: u32) -> Quota {
    Quota::per_hour(at_least_one(n))
}

/// `n` at once, and then one more for each `n`th of a day.
pub fn per_day(n: u32) -> Quota {
    let n = at_least_one(n);
    let step = Duration::from_hours(24) / n.get();
    Quota::with_period(step).unwrap_or(Quota::per_hour(n)).allow_burst(n)
}
