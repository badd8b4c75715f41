//! How each kind of field is read: what people write, made into the one form that is stored.

use serde_json::{Number, Value, json};

use super::read::{FormReader, too_many};
use super::{Alternative, FieldKind, Format, Register, path};
use crate::dates::{DateFault, Local, PartialDate, Period, typed as typed_date};
use crate::mail::{self, NoAddress};
use crate::text::{
    Fault, check_hour, check_line, check_line_with, check_prose_with, check_url, unix_lines,
};

impl<'a> FormReader<'a> {
    /// The value of one input, or of several that make one value.
    pub(super) fn value(&mut self, kind: &FieldKind, path: &str) -> Option<Value> {
        let raw = self.typed.value(path);
        match kind {
            FieldKind::Line { max, format } => {
                // Shown with room for several lines; what it holds is one.
                let raw =
                    if kind.is_long_line() { &unix_lines(raw).replace('\n', " ") } else { raw };
                let text = self.kept(check_line_with(self.numbers, path, raw, *max, false))?;
                let text = filled(text)?;
                self.kept(format.check(path, text)).map(Value::String)
            }
            FieldKind::Text { max, .. } | FieldKind::CommonMark { max, .. } => {
                let text = self.kept(check_prose_with(self.numbers, path, raw, *max))?;
                filled(text).map(Value::String)
            }
            FieldKind::Lines { max, most } => self.lines(path, *max, *most),
            // One of ours, or one's own word in the input beside it.
            FieldKind::Choice { options, other } => {
                self.kept(chosen(path, raw, options, *other)).flatten().map(Value::String)
            }
            FieldKind::Choices { options, other, most } => {
                self.choices(path, options, *other, *most)
            }
            FieldKind::Tick => match raw {
                "" => None,
                "true" => Some(Value::Bool(true)),
                other => self.kept(Err(Fault::unknown(path, other))),
            },
            FieldKind::Number { min, max, decimals } => {
                let number = number(path, raw, *decimals, *min..=*max);
                self.kept(number).flatten().map(Value::Number)
            }
            FieldKind::Date => {
                let date = self.date(path)?;
                Some(Value::String(date.to_string()))
            }
            FieldKind::Time => self.time(path),
            FieldKind::Period => self.period(path),
            FieldKind::Reference { register, most } => self.reference(path, *register, *most),
            FieldKind::File { most, max_bytes, media_types } => {
                self.files(path, *most, *max_bytes, media_types)
            }
            FieldKind::Matrix { rows, columns } => self.matrix(path, rows, columns),
            FieldKind::Part { .. } | FieldKind::Group { .. } => None,
        }
    }

    fn choices(
        &mut self,
        path: &str,
        options: &[Alternative],
        other: Option<usize>,
        most: usize,
    ) -> Option<Value> {
        let typed = self.filled_in(path);
        if typed.len() > most {
            self.faults.push(too_many(path, most, typed.len()));
        }
        let mut all: Vec<String> = Vec::new();
        for raw in typed.into_iter().take(most) {
            let one = self.kept(chosen(path, raw, options, other)).flatten();
            all.extend(one.filter(|one| !all.contains(one)));
        }
        // In the order of the form, whatever order they were ticked in; own words last.
        let place = |one: &String| options.iter().position(|o| o.value == *one);
        all.sort_by_key(|one| place(one).unwrap_or(options.len()));
        (!all.is_empty()).then(|| json!(all))
    }

    fn matrix(
        &mut self,
        path: &str,
        rows: &[Alternative],
        columns: &[Alternative],
    ) -> Option<Value> {
        let mut values = serde_json::Map::new();
        for row in rows {
            let path = path::join(path, &row.value);
            let column = chosen(&path, self.typed.value(&path), columns, None);
            let column = self.kept(column).flatten();
            values.extend(column.map(|column| (row.value.clone(), column.into())));
        }
        (!values.is_empty()).then_some(Value::Object(values))
    }

    /// The values of an input that have something in them.
    fn filled_in(&self, path: &str) -> Vec<&'a String> {
        self.typed.values(path).iter().filter(|one| !one.trim().is_empty()).collect()
    }

    fn lines(&mut self, path: &str, max: usize, most: usize) -> Option<Value> {
        let text = unix_lines(self.typed.value(path));
        let is_filled = |(line, _): &(&str, usize)| !line.trim().is_empty();
        let mut filled_in = text.lines().zip(1_usize..).filter(is_filled);
        let mut lines = Vec::new();
        for (line, number) in filled_in.by_ref().take(most) {
            let checked = check_line_with(self.numbers, path, line, max, false).map_err(|fault| {
                let is_long = fault.key == crate::text::TOO_LONG;
                let fault = fault.filled("line", number);
                if is_long { fault.said("forms-fault-line-too-long") } else { fault }
            });
            lines.extend(self.kept(checked).and_then(filled));
        }
        // Of lines too many it is enough to say so.
        let more = filled_in.count();
        if more > 0 {
            self.faults.push(too_many(path, most, most + more));
        }
        (!lines.is_empty()).then(|| json!(lines))
    }

    fn date(&mut self, path: &str) -> Option<PartialDate> {
        let raw = self.typed.value(path).trim();
        if raw.is_empty() {
            return None;
        }
        self.kept(typed_date(raw).map_err(|fault| of_date(path, fault)))
    }

    pub(super) fn whole_day(&mut self, path: &str) -> Option<Value> {
        let day = self.date(path)?;
        self.is_day(path, day).then(|| Value::String(day.to_string()))
    }

    fn is_day(&mut self, path: &str, date: PartialDate) -> bool {
        let is_day = date.sure_day().is_some();
        if !is_day {
            self.faults.push(Fault::new(path, "forms-fault-day"));
        }
        is_day
    }

    /// A date that something goes by, and is none that may be about so.
    pub(super) fn sure_date(&mut self, path: &str) -> Option<Value> {
        let date = self.date(path)?;
        if date.is_circa() || date.is_unsure() {
            self.faults.push(of_date(path, DateFault::Doubtful));
            return None;
        }
        Some(Value::String(date.to_string()))
    }

    fn time(&mut self, path: &str) -> Option<Value> {
        let (day_path, clock_path) = (path::join(path, "day"), path::join(path, "clock"));
        let clock = self.typed.value(&clock_path).trim();
        let Some(day) = self.date(&day_path) else {
            // The hour is typed, and the day is not.
            if !clock.is_empty() && self.typed.value(&day_path).trim().is_empty() {
                self.faults.push(Fault::missing(day_path));
            }
            return None;
        };
        if !self.is_day(&day_path, day) {
            return None;
        }
        let written = if clock.is_empty() {
            day.to_string()
        } else {
            let Some(clock) = read_clock(clock) else {
                self.faults.push(Fault::new(clock_path, "forms-fault-clock"));
                return None;
            };
            format!("{day}T{clock}")
        };
        let local = written.parse::<Local>().map_err(|fault| of_date(&clock_path, fault));
        self.kept(local).map(|local| Value::String(local.to_string()))
    }

    fn period(&mut self, path: &str) -> Option<Value> {
        let from = self.date(&path::join(path, "from"));
        let to_path = path::join(path, "to");
        let to = self.date(&to_path);
        let period = Period::new(from, to).map_err(|fault| of_date(&to_path, fault));
        let period = self.kept(period).filter(|period| !period.is_empty())?;
        serde_json::to_value(period).ok()
    }

    fn reference(&mut self, path: &str, register: Register, most: usize) -> Option<Value> {
        let mut ids = Vec::new();
        let typed = self.typed.values(path).iter().map(String::as_str);
        let typed: Vec<&str> =
            if most == 1 { vec![self.typed.value(path)] } else { typed.collect() };
        for raw in typed {
            let name = raw.trim();
            if name.is_empty() {
                continue;
            }
            let found = self.known.id_of(register, path, name).map(str::to_owned);
            ids.extend(self.kept(found).filter(|id| !ids.contains(id)));
        }
        if most == 1 {
            return ids.pop().map(Value::String);
        }
        if ids.len() > most {
            self.faults.push(too_many(path, most, ids.len()));
        }
        (!ids.is_empty()).then(|| json!(ids))
    }

    /// The files that are kept already. Those that came now lie beside what was typed, for the room
    /// to keep; here they are only looked at.
    fn files(
        &mut self,
        path: &str,
        most: usize,
        max_bytes: u64,
        media_types: &[String],
    ) -> Option<Value> {
        if !self.typed.value(path).is_empty() {
            self.faults.push(Fault::new(path, "forms-fault-file-name-only"));
        }
        let mut kept = Vec::new();
        for number in self.typed.rows(path) {
            let part = |name: &str| self.typed.value(&format!("{path}.{number}.{name}"));
            let (file, name) = (part("file").to_owned(), part("name").to_owned());
            if !file.is_empty() {
                kept.push(json!({ "file": file, "name": name }));
            }
        }
        let mut count = kept.len();
        for upload in self.typed.uploads_of(path) {
            count += 1;
            let name = check_line(path, &upload.name, 200, true);
            let is_too_large = u64::try_from(upload.bytes.len()).is_ok_and(|n| n > max_bytes);
            let kind = upload.media_type.split(';').next().unwrap_or_default().trim();
            let is_wanted = media_types.is_empty() || media_types.iter().any(|one| one == kind);
            let fault = match name {
                Err(fault) => Some(fault),
                Ok(name) if is_too_large => {
                    let fault = Fault::new(path, "forms-fault-file-large").filled("name", name);
                    Some(fault.filled("max", crate::text::Argument::Size(max_bytes)))
                }
                Ok(name) if !is_wanted => {
                    Some(Fault::new(path, "forms-fault-file-type").filled("name", name))
                }
                Ok(_) => None,
            };
            self.faults.extend(fault);
        }
        if count > most {
            self.faults.push(too_many(path, most, count));
        }
        (!kept.is_empty()).then_some(Value::Array(kept))
    }
}

impl Format {
    /// What is wrong with a line that is no e-mail address.
    pub const NO_EMAIL: &str = "forms-fault-email";

    /// A line in the form that it must have.
    fn check(self, path: &str, text: String) -> Result<String, Fault> {
        match self {
            Self::Any => Ok(text),
            Self::Url => check_url(path, &text).map(|()| text),
            Self::Email => match mail::address(&text) {
                Ok(_) => Ok(text),
                Err(NoAddress::Malformed) => Err(Fault::new(path, Self::NO_EMAIL)),
                Err(NoAddress::OtherLetters) => Err(Fault::new(path, "forms-fault-email-letters")),
            },
            Self::Isbn if text.parse::<norsk::Isbn>().is_ok() => Ok(text),
            Self::Isbn => Err(Fault::new(path, "forms-fault-isbn")),
            Self::Issn if text.parse::<norsk::Issn>().is_ok() => Ok(text),
            Self::Issn => Err(Fault::new(path, "forms-fault-issn")),
            Self::Hour => check_hour(path, &text).map(|()| text),
        }
    }
}

fn filled(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

fn start(text: &str) -> String {
    text.chars().take(80).collect()
}

fn of_date(path: &str, fault: DateFault) -> Fault {
    Fault::new(path, fault.key()).reported(fault)
}

fn chosen(
    path: &str,
    raw: &str,
    options: &[Alternative],
    other: Option<usize>,
) -> Result<Option<String>, Fault> {
    let value = raw.trim();
    if value.is_empty() {
        return Ok(None);
    }
    if options.iter().any(|option| option.value == value) {
        return Ok(Some(value.to_owned()));
    }
    match other {
        Some(max) => check_line(path, value, max, true).map(Some),
        None => Err(Fault::unknown(path, start(value))),
    }
}

/// `1200`, `1 200`, `-3,5` and `3.5`.
fn number(
    path: &str,
    raw: &str,
    decimals: u8,
    range: std::ops::RangeInclusive<i64>,
) -> Result<Option<Number>, Fault> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let wrong = || {
        let key = if decimals == 0 { "forms-fault-whole-number" } else { "forms-fault-number" };
        Fault::new(path, key).filled("decimals", u64::from(decimals))
    };
    let plain = ungrouped(raw.trim()).ok_or_else(wrong)?;
    if decimals > 2 && is_double(&plain) {
        let (whole, part) = plain.split_once('.').unwrap_or_default();
        let fault = Fault::new(path, "forms-fault-thousand").filled("typed", raw.trim());
        let fault = fault.filled("thousands", format!("{whole}{part}"));
        return Err(fault.filled("decimals", format!("{whole},{part}")));
    }
    let plain = plain.replace(',', ".").replace('\u{2212}', "-");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = !whole.is_empty()
        && is_digits(whole)
        && is_digits(part)
        && part.len() <= decimals.into()
        && digits.ends_with(|c: char| c.is_ascii_digit());
    if !is_number {
        return Err(wrong());
    }
    let outside = || {
        // Said as text: Fluent's numbers are not for what may be below zero.
        let fault = Fault::new(path, "forms-fault-range").filled("min", range.start().to_string());
        fault.filled("max", range.end().to_string())
    };
    if decimals == 0 {
        let number: i64 = plain.parse().map_err(|_| outside())?;
        return if range.contains(&number) { Ok(Some(number.into())) } else { Err(outside()) };
    }
    let number: f64 = plain.parse().map_err(|_| wrong())?;
    #[expect(clippy::cast_precision_loss, reason = "limits of what people count stay below 2⁵³")]
    let is_inside = (*range.start() as f64..=*range.end() as f64).contains(&number);
    if !is_inside {
        return Err(outside());
    }
    Ok(Number::from_f64(number))
}

/// Without the spaces between thousands. A space between anything else parts two numbers.
fn ungrouped(raw: &str) -> Option<String> {
    let groups: Vec<&str> = raw.split_whitespace().collect();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    // A sign may stand apart, and decimals follow the last.
    let is_sign = |text: &str| matches!(text, "-" | "\u{2212}");
    let (signs, groups) = groups.split_at(usize::from(is_sign(groups.first()?)));
    let (first, rest) = groups.split_first()?;
    let is_parted = |(at, group): (usize, &&str)| {
        let is_last = at + 1 == rest.len();
        digits(group) == 3 && (group.len() == 3 || is_last && group[3..].starts_with([',', '.']))
    };
    let unsigned = first.trim_start_matches(['-', '\u{2212}']);
    let is_first = (1..=3).contains(&unsigned.len()) && digits(unsigned) == unsigned.len();
    let is_grouped = rest.is_empty() || is_first && rest.iter().enumerate().all(is_parted);
    is_grouped.then(|| [signs.concat(), groups.concat()].concat())
}

/// `1.234` is 1234 to some and 1,234 to others.
fn is_double(plain: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    plain.split_once('.').is_some_and(|(whole, part)| {
        let whole = whole.trim_start_matches(['-', '\u{2212}']);
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && part.len() == 3
            && is_digits(whole)
            && is_digits(part)
    })
}

/// `9`, `09.00`, `9:30` and `0930`, as `09:30`.
fn read_clock(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("kl").map_or(text, |rest| rest.trim_start_matches(['.', ' ']));
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some(both) => both,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => (text, "00"),
    };
    let number = |part: &str, longest| {
        let is_number =
            (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if is_number { part.parse::<u8>().ok() } else { None }
    };
    let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// The first second of a time, a day or a longer date, in Oslo.
pub(super) fn first_second(text: &str) -> Option<i64> {
    let written = match text.parse::<PartialDate>() {
        Ok(date) => date.first_day().to_string(),
        Err(_) => text.to_owned(),
    };
    written.parse::<Local>().ok().map(|local| local.instant().unix_timestamp())
}

/// The last second of it: a date without an hour lasts until its day, month or year is over.
pub(super) fn last_second(text: &str) -> Option<i64> {
    let written = match text.parse::<PartialDate>() {
        Ok(date) => date.last_day().to_string(),
        Err(_) => text.to_owned(),
    };
    let local: Local = written.parse().ok()?;
    Some(match local.time() {
        Some(_) => local.instant().unix_timestamp(),
        None => local.end_of_day().unix_timestamp() - 1,
    })
}
