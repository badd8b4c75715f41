//! A calendar (RFC 5545) in the time of Oslo, with the rules of that time written out.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use time::{Date, OffsetDateTime};

use crate::dates::oslo_day;

pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

pub struct Calendar {
    pub name: String,
    pub lang: &'static str,
    pub occasions: Vec<Occasion>,
}

pub struct Occasion {
    /// Never another for the same occasion, whatever is changed of it.
    pub uid: String,
    /// One more for each change, so that calendars take the newest.
    pub sequence: i32,
    pub changed: OffsetDateTime,
    pub starts: OffsetDateTime,
    pub ends: OffsetDateTime,
    /// Whole days: the day of `ends` is the last of them.
    pub all_day: bool,
    pub title: String,
    pub text: String,
    pub place: Option<String>,
    pub url: String,
    /// Where it is followed on a screen.
    pub online: Option<String>,
    pub categories: Vec<String>,
    pub cancelled: bool,
}

/// The rules since 1996, as every calendar program knows them.
const OSLO: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Oslo",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
];

impl Calendar {
    pub fn write(&self) -> String {
        let mut out = String::new();
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
            fold(&mut out, line);
        }
        fold(&mut out, &format!("PRODID:-//Padriver//Padriver//{}", self.lang.to_uppercase()));
        fold(&mut out, &format!("X-WR-CALNAME:{}", escaped(&self.name)));
        fold(&mut out, "X-WR-TIMEZONE:Europe/Oslo");
        for line in OSLO {
            fold(&mut out, line);
        }
        for occasion in &self.occasions {
            occasion.write(&mut out);
        }
        fold(&mut out, "END:VCALENDAR");
        out
    }
}

impl Occasion {
    fn write(&self, out: &mut String) {
        let mut lines = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", self.uid),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTAMP:{}", utc(self.changed)),
            format!("LAST-MODIFIED:{}", utc(self.changed)),
        ];
        if self.all_day {
            // The end is the first day that is not part of it.
            let end = oslo_day(self.ends);
            let end = end.next_day().unwrap_or(end);
            lines.push(format!("DTSTART;VALUE=DATE:{}", date(oslo_day(self.starts))));
            lines.push(format!("DTEND;VALUE=DATE:{}", date(end)));
        } else {
            lines.push(format!("DTSTART;{}", local(self.starts)));
            lines.push(format!("DTEND;{}", local(self.ends.max(self.starts))));
        }
        lines.push(format!("SUMMARY:{}", escaped(&self.title)));
        if !self.text.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&self.text)));
        }
        let place = self.place.as_ref().or(self.online.as_ref());
        lines.extend(place.map(|place| format!("LOCATION:{}", escaped(place))));
        lines.push(format!("URL;VALUE=URI:{}", one_line(&self.url)));
        if !self.categories.is_empty() {
            let all: Vec<String> = self.categories.iter().map(|name| escaped(name)).collect();
            lines.push(format!("CATEGORIES:{}", all.join(",")));
        }
        let status = if self.cancelled { "CANCELLED" } else { "CONFIRMED" };
        lines.push(format!("STATUS:{status}"));
        lines.push("END:VEVENT".to_owned());
        for line in lines {
            fold(out, &line);
        }
    }
}

fn utc(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC);
    format!("{}T{:02}{:02}{:02}Z", date(at.date()), at.hour(), at.minute(), at.second())
}

fn date(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day())
}

/// The time on the clocks in Oslo, or in UTC should the zone's rules be missing.
fn local(at: OffsetDateTime) -> String {
    let oslo = TimeZone::get("Europe/Oslo").ok();
    let instant = Timestamp::from_second(at.unix_timestamp()).ok();
    match oslo.zip(instant) {
        Some((oslo, instant)) => {
            let clock = oslo.to_datetime(instant);
            format!("TZID=Europe/Oslo:{}", clock.strftime("%Y%m%dT%H%M%S"))
        }
        None => format!("VALUE=DATE-TIME:{}", utc(at)),
    }
}

/// Text as the standard wants it: what separates is escaped, lines are `\n`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// No line is longer than 75 octets, and none is cut inside a letter; the rest follows after a space.
fn fold(out: &mut String, line: &str) {
    let mut room = 75;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}
