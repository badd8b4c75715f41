//! The day that a page is asked for: today, or any other in the address.

use time::Date;

use crate::app::App;
use crate::dates::{Fault, PartialDate, oslo_day};
use crate::error::Error;
use crate::i18n::Text;
use crate::web::Visit;

/// `?per=2017-06-01`; a year or a month is its first day, and «1.6.2017» is understood as well.
#[derive(Clone, Debug)]
pub struct Per {
    /// The day that the page shows.
    pub day: Date,
    pub today: Date,
    /// As it was typed, for the field.
    pub typed: String,
    /// Why what was typed is no day: the page shows today and says so.
    pub fault: Option<&'static str>,
}

impl Per {
    pub fn read(app: &App, visit: &Visit) -> Result<Self, Error> {
        let today = oslo_day(app.clock.now());
        let typed = visit.parameters()?.get("per").unwrap_or_default().trim().to_owned();
        let typed: String = typed.chars().take(40).collect();
        Ok(match parse(&typed) {
            Ok(day) => Self { day: day.unwrap_or(today), today, typed, fault: None },
            Err(fault) => Self { day: today, today, typed, fault: Some(fault.key()) },
        })
    }

    /// Is it another day than today?
    pub fn is_chosen(&self) -> bool {
        self.day != self.today
    }

    /// Keeps the day in the links of the page.
    pub fn suffix(&self) -> String {
        if self.is_chosen() { format!("?per={}", self.day) } else { String::new() }
    }

    pub fn said(&self, t: &Text) -> String {
        t.date(self.day)
    }

    /// What is wrong with the field, in words.
    pub fn fault_words(&self, t: &Text) -> Option<String> {
        self.fault.map(|key| t.plain(key))
    }
}

/// A day as a reader or a program writes it; nothing is no choice.
pub fn parse(text: &str) -> Result<Option<Date>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut parts = text.split('.').map(str::trim);
    if let (Some(day), Some(month), Some(year), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        let number = |part: &str| part.parse::<u16>().map_err(|_| Fault::Malformed);
        let written = format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?);
        return Ok(Some(written.parse::<PartialDate>()?.first_day()));
    }
    let date: PartialDate = text.parse()?;
    Ok(Some(date.first_day()))
}
