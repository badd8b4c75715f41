//! What tools, packages and events share: for whom they are, how long they take, who is behind them.

use crate::closed::closed;
use crate::forms::TOO_MANY;
use crate::i18n::Text;
use crate::items::Link;
use crate::kinds::filters::{Filter, Order};
use crate::text::{Fault, check_line, check_url};

closed!(
    /// For whom something is made.
    Audience {
        Staff = "staff" "library-audience-staff",
        Leaders = "leaders" "library-audience-leaders",
        Developers = "developers" "library-audience-developers",
        Students = "students" "library-audience-students",
        Users = "users" "library-audience-users",
        NextOfKin = "next_of_kin" "library-audience-next-of-kin",
        Volunteers = "volunteers" "library-audience-volunteers",
        Partners = "partners" "library-audience-partners",
    }
);

closed!(
    /// How long something takes, as one chooses by it.
    Span {
        Quarter = "quarter" "library-time-quarter",
        Hour = "hour" "library-time-hour",
        HalfDay = "half_day" "library-time-half-day",
        Day = "day" "library-time-day",
        Longer = "longer" "library-time-longer",
    }
);

pub const AUDIENCE: Filter = Filter {
    facet: "audience",
    parameter: "malgruppe",
    heading: "library-filter-audience",
    order: Order::Fixed(Audience::NAMES),
    open: true,
    searched: false,
    label: |_, value, t| Audience::named(value).map(|audience| t.get(audience.key())),
};

pub const TIME: Filter = Filter {
    facet: "time",
    parameter: "varighet",
    heading: "library-filter-time",
    order: Order::Fixed(Span::NAMES),
    open: false,
    searched: false,
    label: |_, value, t| Span::named(value).map(|span| t.get(span.key())),
};

impl Span {
    pub fn of_minutes(minutes: u32) -> Self {
        match minutes {
            0..=15 => Self::Quarter,
            16..=60 => Self::Hour,
            61..=240 => Self::HalfDay,
            241..=480 => Self::Day,
            _ => Self::Longer,
        }
    }
}

/// No one thing takes longer than a thousand hours.
pub const MOST_MINUTES: u32 = 60_000;

/// `45 minutter`, `2 timer`, `1 time og 30 minutter`.
pub fn duration(minutes: u32, t: Text) -> String {
    let say = |key: &str, count: u32| t.plain_with(key, "count", count);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => say("library-minutes", minutes),
        (hours, 0) => say("library-hours", hours),
        (hours, minutes) => t.plain_with2(
            "library-hours-and-minutes",
            "hours",
            say("library-hours", hours),
            "minutes",
            say("library-minutes", minutes),
        ),
    }
}

/// The names of target groups, as one line.
pub fn audiences(audiences: &[Audience], t: Text) -> Vec<String> {
    audiences.iter().map(|audience| t.plain(audience.key())).collect()
}

pub fn facets(audiences: &[Audience], minutes: Option<u32>) -> Vec<(&'static str, String)> {
    let audiences = audiences.iter().map(|audience| ("audience", audience.name().to_owned()));
    let time = minutes.map(|minutes| ("time", Span::of_minutes(minutes).name().to_owned()));
    audiences.chain(time).collect()
}

/// Checks many lines at once: each with its field, its text and the most it may hold.
pub fn check_lines<'a>(lines: impl IntoIterator<Item = (String, &'a str, usize)>) -> Vec<Fault> {
    let faults = lines.into_iter().filter_map(|(field, text, max)| {
        check_line(&format!("facts.{field}"), text, max, true).err()
    });
    faults.collect()
}

/// No list of links is longer.
pub const MOST_LINKS: usize = 200;

/// Checks how many rows a list has.
pub fn check_count(field: &str, is: usize, most: usize) -> Option<Fault> {
    let fault = || Fault::new(format!("facts.{field}"), TOO_MANY).filled("max", most);
    let report = || format!("has {is} lines, at most {most} are allowed");
    (is > most).then(|| fault().reported(report()))
}

/// Checks a list of links, each by its own path.
pub fn check_links(field: &str, links: &[Link], max: usize) -> Vec<Fault> {
    let check = |(n, link): (usize, &Link)| {
        let path = |name: &str| format!("facts.{field}.{n}.{name}");
        let text = check_line(&path("text"), &link.text, max, true).err();
        let url = link.url.as_ref().and_then(|url| check_url(&path("url"), url).err());
        text.into_iter().chain(url)
    };
    let count = check_count(field, links.len(), MOST_LINKS);
    count.into_iter().chain(links.iter().enumerate().flat_map(check)).collect()
}

pub fn check_minutes(field: &str, minutes: Option<u32>) -> Option<Fault> {
    let wrong = minutes.filter(|minutes| !(1..=MOST_MINUTES).contains(minutes))?;
    let why = format!("{wrong} minutes; from 1 to {MOST_MINUTES} are allowed");
    Some(Fault::malformed(format!("facts.{field}"), why))
}
