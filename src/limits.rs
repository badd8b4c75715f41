//! How often one network may ask: settings, kept in memory by each copy of the server.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config;
use crate::error::Error;

/// Who asks straight from this machine, with no proxy between.
pub const THIS_MACHINE: &str = "this machine";

/// One meter for each kind of work that costs or that can be misused.
pub struct Limits {
    on: bool,
    pub forms: Meter,
    pub search: Meter,
    /// Papers, each of which takes a while to set.
    pub pdf: Meter,
    /// Suggestions come with each letter or so: some to every search.
    pub suggest: Meter,
    pub api: Meter,
    /// The same for programs on this machine: they were let in by whoever runs it.
    api_here: Meter,
    /// Tries to send a tip, from one network: a guard against robots, far above what people need.
    pub tip_tries: Meter,
    /// Tips that are sent from one network.
    pub tips: Meter,
    /// In the name of one address.
    pub tips_from: Meter,
    /// To one address.
    pub tips_to: Meter,
    /// Tips from everybody: whatever else fails, no more leave than this.
    pub tips_of_all: Meter,
}

/// For each search so many suggestions may be asked for.
const SUGGESTIONS: u32 = 6;

pub struct Meter {
    on: bool,
    limiter: DefaultKeyedRateLimiter<String>,
}

impl Limits {
    pub fn new(settings: config::Limits) -> Self {
        let config::Limits {
            on,
            forms_per_hour,
            searches_per_minute,
            pdfs_per_minute,
            api_per_second,
            ..
        } = settings;
        let some = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self {
            on,
            forms: Meter::new(on, Quota::per_hour(some(forms_per_hour))),
            search: Meter::new(on, Quota::per_minute(some(searches_per_minute))),
            pdf: Meter::new(on, Quota::per_minute(some(pdfs_per_minute))),
            suggest: Meter::new(
                on,
                Quota::per_minute(some(searches_per_minute.saturating_mul(SUGGESTIONS))),
            ),
            api: Meter::new(
                on,
                Quota::per_second(some(api_per_second)).allow_burst(some(settings.api_burst)),
            ),
            api_here: Meter::new(on, Quota::per_second(some(settings.api_here_per_second))),
            tip_tries: Meter::new(on, Quota::per_hour(some(settings.tip_tries_per_hour))),
            tips: Meter::new(on, per_day(some(settings.tips_per_network_per_day))),
            tips_from: Meter::new(on, per_day(some(settings.tips_per_sender_per_day))),
            tips_to: Meter::new(on, per_day(some(settings.tips_per_address_per_day))),
            tips_of_all: Meter::new(on, Quota::per_hour(some(settings.tips_in_all_per_hour))),
        }
    }

    /// The meter of the API for one who asks from there.
    pub fn api_for(&self, network: &str) -> &Meter {
        if network == THIS_MACHINE { &self.api_here } else { &self.api }
    }

    /// Forgets networks that have been quiet; without it the meters would only grow.
    pub async fn forget_the_quiet(&self) {
        if !self.on {
            return;
        }
        loop {
            tokio::time::sleep(Duration::from_mins(5)).await;
            let tips =
                [&self.tip_tries, &self.tips, &self.tips_from, &self.tips_to, &self.tips_of_all];
            let usual =
                [&self.forms, &self.search, &self.suggest, &self.pdf, &self.api, &self.api_here];
            for meter in usual.into_iter().chain(tips) {
                meter.limiter.retain_recent();
                meter.limiter.shrink_to_fit();
            }
        }
    }
}

/// `n` at once, and then one more for each `n`th of a day.
fn per_day(n: NonZeroU32) -> Quota {
    let step = Duration::from_hours(24) / n.get();
    Quota::with_period(step).unwrap_or(Quota::per_hour(n)).allow_burst(n)
}

impl Meter {
    fn new(on: bool, quota: Quota) -> Self {
        Self { on, limiter: RateLimiter::keyed(quota) }
    }

    /// Counts one more for `network`; too many is an answer of its own.
    pub fn count(&self, network: &str) -> Result<(), Error> {
        if !self.on {
            return Ok(());
        }
        self.limiter.check_key(&network.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            metrics::counter!("padriver_limited_total").increment(1);
            Error::TooMany { retry_after: wait.as_secs() + 1 }
        })
    }
}
