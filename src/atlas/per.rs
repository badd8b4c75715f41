//! The day that a page is asked for: today, or any other in the address.

use time::Date;

use crate::app::App;
use crate::dates::{DateFault, oslo_day, shown_as};
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::web::Visit;

/// `?per=2017-06-01`; «1.6.2017» and «juni 2017» are understood as well. A year or a month is shown
/// as it was at its end, so that what came in the course of it is there.
#[derive(Clone, Debug)]
pub struct Per {
    /// The day that the page shows.
    pub day: Date,
    pub today: Date,
    /// As it was typed, for the field.
    pub typed: String,
    /// What was typed is longer than a day.
    pub is_period: bool,
    /// Why what was typed is no day: the page shows today and says so.
    pub fault: Option<&'static str>,
}

impl Per {
    pub fn read(app: &App, visit: &Visit) -> Result<Self, Error> {
        let today = oslo_day(app.clock.now());
        let query = visit.parameters()?;
        if query.is_repeated("per") {
            return Err(Error::NotUnderstood("per"));
        }
        let typed = query.get("per").unwrap_or_default().trim().to_owned();
        let typed: String = typed.chars().take(40).collect();
        let per = Self { day: today, today, typed, is_period: false, fault: None };
        Ok(match shown_as(&per.typed, today) {
            Ok(None) => per,
            Ok(Some((day, is_period))) => Self { day, is_period, ..per },
            // i18n-keys: atlas-per-malformed
            Err(DateFault::Malformed) => Self { fault: Some("atlas-per-malformed"), ..per },
            Err(fault) => Self { fault: Some(fault.key()), ..per },
        })
    }

    /// Is it another day than today?
    pub fn is_chosen(&self) -> bool {
        self.day != self.today
    }

    /// Has the day not come yet? Of it is told what is known today.
    pub fn is_ahead(&self) -> bool {
        self.day > self.today
    }

    /// Keeps the day in the links of the page.
    pub fn suffix(&self) -> String {
        if self.is_chosen() { format!("?per={}", self.day) } else { String::new() }
    }

    pub fn said(&self, t: &Text) -> String {
        t.date(self.day)
    }

    /// Which day a year or a month is shown as.
    pub fn note(&self, t: &Text) -> Option<Words> {
        let date = self.said(t);
        let key = if self.is_ahead() { "atlas-per-period-ahead" } else { "atlas-per-period" };
        self.is_period.then(|| t.with2(key, "typed", &self.typed, "date", date))
    }

    /// That the day has not come yet.
    pub fn ahead(&self, t: &Text) -> Option<Words> {
        self.is_ahead().then(|| t.with("atlas-per-ahead", "date", self.said(t)))
    }

    /// What is wrong with the field, in words.
    pub fn fault_words(&self, t: &Text) -> Option<String> {
        self.fault.map(|key| t.plain(key))
    }
}
