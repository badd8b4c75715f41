//! How often one visitor may ask: meters that the rooms declare.
//!
//! What only reads is counted by each copy of the server in its memory: that costs nothing, and two
//! copies bear twice as much. What leaves here, such as letters, is counted in the database for all
//! copies together, in the transaction that writes it (`shared`).

mod shared;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, RateLimiter};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::clock::Clock;
use crate::config;
use crate::db::Db;
use crate::error::Error;
use crate::seal::Seal;

pub use governor::Quota;

/// A meter for one kind of work that costs or that can be misused, named by the room that does it.
#[derive(Debug)]
pub struct Declared {
    /// What measurements call it.
    pub name: &'static str,
    /// All copies of the server count together ([`RateLimiters::count_in`]), and not each for itself.
    pub shared: bool,
    pub quota: fn(&config::RateLimits) -> Quota,
}

/// Programs that ask for data.
pub const API: Declared = Declared {
    name: "api",
    shared: false,
    quota: |limits| per_second(limits.api_per_second).allow_burst(at_least_one(limits.api_burst)),
};

/// The same for programs on this machine: they were let in by whoever runs it.
pub const API_HERE: Declared = Declared {
    name: "api-here",
    shared: false,
    quota: |limits| per_second(limits.api_here_per_second),
};

/// Pages that cost far more to make than others, whichever room makes them: lists of another day,
/// lists by title, what a version changed.
pub const HEAVY: Declared = Declared {
    name: "heavy",
    shared: false,
    quota: |limits| per_minute(limits.heavy_reads_per_minute),
};

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
    meters: HashMap<&'static str, Meter>,
    seal: Seal,
    clock: Clock,
}

enum Meter {
    Here(DefaultKeyedRateLimiter<Key>),
    Shared(Quota),
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
    pub fn new(
        settings: &config::RateLimits,
        declared: &[&'static Declared],
        seal: &Seal,
        clock: &Clock,
    ) -> Self {
        let meter = |one: &&'static Declared| {
            let quota = (one.quota)(settings);
            let meter = if one.shared {
                Meter::Shared(quota)
            } else {
                Meter::Here(RateLimiter::keyed(quota))
            };
            (one.name, meter)
        };
        let meters = declared.iter().map(meter).collect();
        Self { on: settings.on, meters, seal: seal.clone(), clock: clock.clone() }
    }

    /// Counts one more for who asks: by account where there is one, and else by network. Too many is an
    /// answer of its own.
    pub fn count(&self, meter: &Declared, asker: &Asker) -> Result<(), Error> {
        self.check(meter, Key::of(asker))
    }

    /// Counts one more for something else than who asks, such as an address that is written to.
    pub fn count_for(&self, meter: &Declared, what: &str) -> Result<(), Error> {
        self.check(meter, Key::Other(what.to_owned()))
    }

    /// As [`RateLimiters::count`], for all copies together: in the transaction that writes what is
    /// counted. When that is undone, so is the count.
    pub async fn count_in(
        &self,
        tx: &impl ConnectionTrait,
        meter: &Declared,
        asker: &Asker,
    ) -> Result<(), Error> {
        self.check_in(tx, meter, Key::of(asker)).await
    }

    /// As [`RateLimiters::count_for`], for all copies together.
    pub async fn count_for_in(
        &self,
        tx: &impl ConnectionTrait,
        meter: &Declared,
        what: &str,
    ) -> Result<(), Error> {
        self.check_in(tx, meter, Key::Other(what.to_owned())).await
    }

    fn check(&self, meter: &Declared, key: Key) -> Result<(), Error> {
        if !self.on {
            return Ok(());
        }
        let Meter::Here(limiter) = self.meter(meter)? else {
            let why = format!("the meter {} is counted in the database", meter.name);
            return Err(Error::Internal(why));
        };
        limiter.check_key(&key).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            too_many(meter, wait.as_secs() + 1)
        })
    }

    async fn check_in(
        &self,
        tx: &impl ConnectionTrait,
        meter: &Declared,
        key: Key,
    ) -> Result<(), Error> {
        if !self.on {
            return Ok(());
        }
        let Meter::Shared(quota) = self.meter(meter)? else {
            let why = format!("the meter {} is counted in memory", meter.name);
            return Err(Error::Internal(why));
        };
        let who = self.seal.digest(meter.name, &key.written());
        let counted = shared::count(tx, meter.name, &who, quota, self.clock.now()).await?;
        counted.map_err(|wait| too_many(meter, wait))
    }

    /// Nothing goes uncounted because somebody forgot to list its meter.
    fn meter(&self, meter: &Declared) -> Result<&Meter, Error> {
        let undeclared = || Error::Internal(format!("no room declares the meter {}", meter.name));
        self.meters.get(meter.name).ok_or_else(undeclared)
    }

    /// Forgets those who have been quiet; without it the meters would only grow.
    pub async fn forget_the_quiet(&self, db: &Db) {
        if !self.on {
            return;
        }
        loop {
            tokio::time::sleep(Duration::from_mins(5)).await;
            for meter in self.meters.values() {
                if let Meter::Here(limiter) = meter {
                    limiter.retain_recent();
                    limiter.shrink_to_fit();
                }
            }
            if let Err(error) = shared::sweep(db, self.clock.now()).await {
                tracing::warn!(%error, "shared meters could not be swept");
            }
        }
    }
}

impl Key {
    fn of(asker: &Asker) -> Self {
        let network = || Self::Network(asker.network.clone());
        asker.account.map_or_else(network, Self::Account)
    }

    /// No two keys are written alike.
    fn written(&self) -> String {
        match self {
            Self::Account(id) => format!("account {id}"),
            Self::Network(network) => format!("network {network}"),
            Self::Other(what) => format!("other {what}"),
        }
    }
}

fn too_many(meter: &Declared, retry_after: u64) -> Error {
    metrics::counter!("padriver_limited_total", "meter" => meter.name).increment(1);
    Error::TooMany { retry_after }
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
