//! ICU4X's formatters, loaded once for each language and thread.

use std::cell::OnceCell;
use std::cmp::Ordering;

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD, YMDE};
use icu_datetime::options::YearStyle;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};
use time::Date;

use super::Lang;

pub(super) struct Formats {
    /// Whole dates stand in figures.
    figures: bool,
    long: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    short: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
    number: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
}

/// Lends the formatters of a language. Each thread keeps its own: ICU4X's cannot be shared between
/// threads unless a feature of a crate that we do not otherwise need is set, and they are small
/// (their data stand in the binary).
pub(super) fn with<R>(lang: Lang, use_it: impl FnOnce(&Formats) -> R) -> R {
    thread_local! {
        static FORMATS: [OnceCell<Formats>; 4] = const { [const { OnceCell::new() }; 4] };
    }
    let place = match lang {
        Lang::Nb => 0,
        Lang::Nn => 1,
        Lang::Se => 2,
        Lang::En => 3,
    };
    FORMATS.with(|formats| use_it(formats[place].get_or_init(|| Formats::of(lang))))
}

impl Formats {
    /// ICU4X 2.4 ships no dates, numbers or sorting for Northern Sámi (CLDR has them, but below the
    /// coverage that is compiled in): asked for `se` it would write `2020 M04 7` and `1,200`. So
    /// `se` uses bokmål's data, and writes whole dates in figures, which read the same in both
    /// languages; a month alone keeps its Norwegian name. In sorting, Sámi letters stand beside
    /// their base letters (š among s), not after them as Sámi wants it; a test shows what is had.
    fn of(lang: Lang) -> Self {
        let figures = YMD::short().with_year_style(YearStyle::Full);
        match lang {
            Lang::Nb => Self::load(lang, &locale!("nb"), YMD::long(), figures),
            Lang::Nn => Self::load(lang, &locale!("nn"), YMD::long(), figures),
            Lang::Se => Self::load(lang, &locale!("nb"), figures, figures),
            // British order of day and month; the short form spells the month, since figures alone
            // would mislead Americans.
            Lang::En => Self::load(lang, &locale!("en-GB"), YMD::long(), YMD::medium()),
        }
    }

    /// The data are compiled in, so that loading cannot fail for the four locales above.
    fn load(of_lang: Lang, of: &Locale, long: YMD, short: YMD) -> Self {
        let date = |fields| {
            FixedCalendarDateTimeFormatter::try_new(of.into(), fields)
                .expect("dates are compiled in")
        };
        Self {
            figures: of_lang == Lang::Se,
            long: date(long),
            short: date(short),
            month: FixedCalendarDateTimeFormatter::try_new(of.into(), YM::long())
                .expect("months are compiled in"),
            weekday: FixedCalendarDateTimeFormatter::try_new(of.into(), YMDE::long())
                .expect("weekdays are compiled in"),
            number: DecimalFormatter::try_new(of.into(), DecimalFormatterOptions::default())
                .expect("numbers are compiled in"),
            collator: Collator::try_new(of.into(), CollatorOptions::default())
                .expect("sorting is compiled in"),
        }
    }

    pub(super) fn long(&self, day: Date) -> String {
        icu(day).map_or_else(|| day.to_string(), |icu| self.long.format(&icu).to_string())
    }

    pub(super) fn short(&self, day: Date) -> String {
        icu(day).map_or_else(|| day.to_string(), |icu| self.short.format(&icu).to_string())
    }

    pub(super) fn month(&self, day: Date) -> String {
        icu(day).map_or_else(|| day.to_string(), |icu| self.month.format(&icu).to_string())
    }

    /// With the day of the week before it; se has only figures.
    pub(super) fn weekday(&self, day: Date) -> String {
        if self.figures {
            return self.long(day);
        }
        icu(day).map_or_else(|| day.to_string(), |icu| self.weekday.format(&icu).to_string())
    }

    pub(super) fn number(&self, number: i64) -> String {
        self.number.format(&number.into()).to_string()
    }

    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    pub(super) fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(2 * text.len());
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        key
    }
}

/// Every day that `time` knows is a Gregorian date; ICU4X cannot know that.
fn icu(day: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(day.year(), day.month().into(), day.day()).ok()
}
