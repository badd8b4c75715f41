//! «Uke 25» where a day is asked for: the reader of periods reads it, and the day stands in its place.

use figures::period::{self, Yearless};
use figures::{Kind, Known, Period, When};
use time::Date;

use crate::app::App;
use crate::dates::oslo_day;
use crate::forms::{FieldKind, Form, Submitted};

/// Days by which something is to be, or has come to its end: of a week that is its last.
const ENDS: [&str; 3] = ["innen", "frist", "til"];

/// Puts days for weeks in the fields of a form that ask for a date.
pub fn as_days(app: &App, sent: &mut Submitted, form: &Form) {
    let today = oslo_day(app.clock.now());
    for field in form.fields.iter().filter(|field| matches!(field.kind, FieldKind::Date)) {
        let key = field.key.as_str();
        let is_end = ENDS.contains(&key);
        let Some(week) = week(sent.value(key), is_end && key != "til", today) else { continue };
        let day = if is_end { week.last() } else { week.first };
        sent.set(key, format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()));
    }
}

/// Without its year it is the newest that has begun; of what is to come, the next.
fn week(text: &str, is_to_come: bool, today: Date) -> Option<Period> {
    let number = match period::read(text)? {
        When::Known(Known { period, .. }) if period.kind == Kind::Week => return Some(period),
        When::Yearless(Yearless::Week(number)) => number,
        _ => return None,
    };
    let year = today.to_iso_week_date().0;
    let mut years: Vec<i32> = (year - 6..=year + 6).collect();
    if !is_to_come {
        years.reverse();
    }
    let mut weeks = years.into_iter().filter_map(|year| Kind::Week.nth(year, number));
    weeks.find(|week| if is_to_come { week.last() >= today } else { week.first <= today })
}
