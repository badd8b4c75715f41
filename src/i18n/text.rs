//! All that a page says, in one language.

use std::cmp::Ordering;

use fluent_templates::fluent_bundle::FluentValue;

use crate::dates::{Local, PartialDate, Period, Precision, Span, oslo_day};

use super::{Arg, Day, HtmlLang, Instant, Lang, WholeNumber, Words, format};

/// Says things in one language. Templates hold it as `t`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub lang: Lang,
}

impl Text {
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The words of a key, for the content of an element.
    pub fn get(&self, key: &str) -> Words {
        Words::find(self.lang, key, &[])
    }

    /// The words of a key with one value filled in.
    pub fn with<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> Words {
        Words::find(self.lang, key, &[(name, value.into().0)])
    }

    /// The words of a key with two values filled in.
    pub fn with2<'a, 'b>(
        &self,
        key: &str,
        name1: &str,
        value1: impl Into<Arg<'a>>,
        name2: &str,
        value2: impl Into<Arg<'b>>,
    ) -> Words {
        let filled: [(&str, FluentValue<'_>); 2] =
            [(name1, value1.into().0), (name2, value2.into().0)];
        Words::find(self.lang, key, &filled)
    }

    /// The words of a key with three values filled in.
    #[expect(
        clippy::too_many_arguments,
        reason = "three names and three values; templates have no literal maps"
    )]
    pub fn with3<'a, 'b, 'c>(
        &self,
        key: &str,
        name1: &str,
        value1: impl Into<Arg<'a>>,
        name2: &str,
        value2: impl Into<Arg<'b>>,
        name3: &str,
        value3: impl Into<Arg<'c>>,
    ) -> Words {
        let filled: [(&str, FluentValue<'_>); 3] =
            [(name1, value1.into().0), (name2, value2.into().0), (name3, value3.into().0)];
        Words::find(self.lang, key, &filled)
    }

    /// The words of a key with as many values as it asks for.
    pub fn fill<'a>(
        &self,
        key: &str,
        values: impl IntoIterator<Item = (&'a str, Arg<'a>)>,
    ) -> Words {
        let filled: Vec<_> = values.into_iter().map(|(name, value)| (name, value.0)).collect();
        Words::find(self.lang, key, &filled)
    }

    /// The words of a key without markup: for an attribute, `<title>`, `<option>` or a mail.
    pub fn plain(&self, key: &str) -> String {
        self.get(key).into()
    }

    /// As [`Text::plain`], with one value filled in.
    pub fn plain_with<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        self.with(key, name, value).into()
    }

    /// As [`Text::plain`], with two values filled in.
    pub fn plain_with2<'a, 'b>(
        &self,
        key: &str,
        name1: &str,
        value1: impl Into<Arg<'a>>,
        name2: &str,
        value2: impl Into<Arg<'b>>,
    ) -> String {
        self.with2(key, name1, value1, name2, value2).into()
    }

    /// ` lang="…"` when what follows is in another language than the page.
    pub fn lang_attr(&self, content: impl Into<Lang>) -> HtmlLang {
        HtmlLang { page: self.lang, content: content.into() }
    }

    /// `1 200`, with a non-breaking space.
    pub fn number(&self, number: impl Into<WholeNumber>) -> String {
        format::with(self.lang, |formats| formats.number(number.into().0))
    }

    /// How large a file is: `340 kB`, `1,2 MB`.
    pub fn size(&self, bytes: u64) -> String {
        let tenths = bytes.saturating_add(50_000) / 100_000;
        if tenths < 10 {
            return format!("{}\u{a0}kB", bytes.div_ceil(1_000).min(999));
        }
        let point = if self.lang == Lang::En { '.' } else { ',' };
        match (tenths / 10, tenths % 10) {
            (whole, 0) => format!("{whole}\u{a0}MB"),
            (whole, part) => format!("{whole}{point}{part}\u{a0}MB"),
        }
    }

    /// `27. april 2020`.
    pub fn date(&self, day: impl Into<Day>) -> String {
        format::with(self.lang, |formats| formats.long(day.into().0))
    }

    /// `27.04.2020`.
    pub fn date_short(&self, day: impl Into<Day>) -> String {
        format::with(self.lang, |formats| formats.short(day.into().0))
    }

    /// The day it was in Oslo, in the long form.
    pub fn day(&self, at: impl Into<Instant>) -> String {
        self.date(oslo_day(at.into().0))
    }

    /// `2013`, `sommeren 2008`, `juni 2019`, `14. juni 2019`; `ca. 2008`; `1999 (usikkert)`.
    pub fn partial(&self, date: &PartialDate) -> String {
        let plain = format::with(self.lang, |formats| match date.precision() {
            Precision::Year | Precision::Season => date.year().to_string(),
            Precision::Month => formats.month(date.first_day()),
            Precision::Day => formats.long(date.first_day()),
        });
        // i18n-keys: dates-season-21 dates-season-22 dates-season-23
        let plain = match date.season() {
            Some(season) => self.plain_with(&format!("dates-season-{season}"), "year", plain),
            None => plain,
        };
        match (date.is_circa(), date.is_unsure()) {
            (true, _) => self.plain_with("dates-circa", "date", plain),
            (_, true) => self.plain_with("dates-unsure", "date", plain),
            _ => plain,
        }
    }

    /// A span in words, its last day included: `2011–2016` for what was until 1 January 2017.
    pub fn span(&self, span: &Span) -> String {
        self.period(&span.shown())
    }

    /// `juni 2019 – juni 2021`, `2013–2015`, `fra juni 2019`, `til 2021`; a period that begins and
    /// ends in the same date is that date, and one of which nothing is known is empty.
    pub fn period(&self, period: &Period) -> String {
        let written = |date: Option<PartialDate>| date.map(|date| self.partial(&date));
        match (written(period.from()), written(period.to())) {
            (None, None) => String::new(),
            (Some(from), None) => self.plain_with("dates-from", "date", from),
            (None, Some(to)) => self.plain_with("dates-until", "date", to),
            (Some(from), Some(to)) if from == to => from,
            // The dash stands close between two figures, and apart as soon as one side has a space.
            (Some(from), Some(to)) if from.contains(' ') || to.contains(' ') => {
                format!("{from} – {to}")
            }
            (Some(from), Some(to)) => format!("{from}–{to}"),
        }
    }

    /// `torsdag 12. mars 2026`, with `kl. 09.00` behind when there is an hour.
    pub fn local(&self, at: Local) -> String {
        let day = format::with(self.lang, |formats| formats.weekday(at.day()));
        match at.time() {
            None => day,
            Some(time) => self.plain_with2("dates-at", "day", day, "time", self.clock(time)),
        }
    }

    /// From start to end: the day is said once when it is the same.
    pub fn local_span(&self, start: Local, end: Option<Local>) -> String {
        match end.filter(|end| *end != start) {
            None => self.local(start),
            Some(end) => match end.time().filter(|_| end.day() == start.day()) {
                Some(time) => format!("{}–{}", self.local(start), self.clock(time)),
                None => format!("{} – {}", self.local(start), self.local(end)),
            },
        }
    }

    /// `09.00`, or `09:00` in English.
    pub fn clock(&self, (hour, minute): (u8, u8)) -> String {
        let point = if self.lang == Lang::En { ':' } else { '.' };
        format!("{hour:02}{point}{minute:02}")
    }

    /// Times in a text as the language writes them: `09:00` becomes `09.00` but in English.
    pub fn clocks(&self, text: &str) -> String {
        if self.lang == Lang::En { text.to_owned() } else { text.replace(':', ".") }
    }

    /// Which of two texts comes first in the language's alphabet (CLDR: å last, aa as å).
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        format::with(self.lang, |formats| formats.compare(a, b))
    }

    /// Bytes that sort as [`Text::compare`] does, for databases to sort by.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        format::with(self.lang, |formats| formats.sort_key(text))
    }

    /// Sorts by a text in the language's order; equals keep theirs.
    pub fn sort_by_key<T>(&self, items: &mut [T], key: impl Fn(&T) -> &str) {
        format::with(self.lang, |formats| {
            items.sort_by_cached_key(|item| formats.sort_key(key(item)));
        });
    }
}
