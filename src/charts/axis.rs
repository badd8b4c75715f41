//! The axes: a grid line for each step up, and the time or the names below.

use crate::dates::PartialDate;
use crate::i18n::Text;
use spc::{Point, X};
use time::{Date, Duration, Month, OffsetDateTime};

use super::ink::{Ink, cut, style, width};
use super::numbers::{fixed, nice_step};
use super::picture::{Scene, Shape};
use super::scale::{Along, count, real};
use super::{Called, Drawing};

/// Draws both axes. Gives the height used below the plot.
pub(super) fn draw(scene: &Scene<'_>, ink: &mut Ink) -> f64 {
    for tick in scene.up.ticks() {
        let y = scene.y(tick);
        ink.line(style::GRID, (scene.left, y), (scene.right, y));
        ink.text(style::TICK_END, (scene.left - 7.0, y + 4.3), &scene.numbers.tick(tick));
    }
    let ticks = match scene.along {
        Along::Time { from, to } => moments(scene, from, to),
        Along::Number { from, to } => numbers(scene, from, to),
        Along::Steps(steps) => names(scene, steps),
    };
    let base = scene.bottom;
    let mut free_from = f64::NEG_INFINITY;
    let mut free_below = f64::NEG_INFINITY;
    let mut used = 22.0;
    if let Some(longest) = scene.slope {
        for Tick { share, text, .. } in ticks {
            slanting(ink, (scene.at(share) + 4.0, base + 13.0), &cut(&text, longest));
        }
        return 20.0 + longest * DOWN;
    }
    for Tick { share, text, below } in ticks {
        let x = scene.at(share);
        let half = width(&text) / 2.0;
        if text.is_empty() {
            // Named below.
        } else if x - half < free_from || x + half > scene.width + 4.0 {
            continue;
        } else {
            free_from = x + half + 8.0;
            ink.text(style::TICK_MIDDLE, (x, base + 18.0), &text);
        }
        let Some(below) = below else { continue };
        // A whole date is wider than the room beside the first tick, and would be cut off.
        let half = width(&below) / 2.0;
        let x = x.max(half + 2.0);
        if x - half >= free_below {
            ink.text(style::TICK_MIDDLE, (x, base + 33.0), &below);
            free_below = x + half + 8.0;
            used = 38.0;
        }
    }
    used
}

struct Tick {
    share: f64,
    text: String,
    /// The year, under its first tick.
    below: Option<String>,
}

fn room(scene: &Scene<'_>) -> f64 {
    match scene.shape {
        Shape::Wide => 12.0,
        Shape::Wall => 8.0,
        Shape::Narrow | Shape::Cell => 5.0,
    }
}

fn numbers(scene: &Scene<'_>, from: f64, to: f64) -> Vec<Tick> {
    let whole = scene.points.iter().all(|(_, point)| match point.x {
        X::Number(x) => x.fract() == 0.0,
        _ => true,
    });
    let lang = scene.text.lang;
    let at = |step: f64| -> Vec<(f64, String)> {
        let first = (from / step).ceil() * step;
        let ticks = (0_u32..40).map(|at| first + f64::from(at) * step);
        let ticks = ticks.take_while(|tick| *tick <= to + step * 1e-6);
        let decimals = if step >= 1.0 { 0 } else { 6 };
        ticks.map(|tick| (tick, fixed(lang, tick, decimals))).collect()
    };
    let mut step = nice_step((to - from) / room(scene)).max(f64::MIN_POSITIVE);
    step = if whole { step.max(1.0) } else { step };
    // Even steps: wider ones where the numbers are, rather than every other number.
    for _ in 0..4 {
        let widest = at(step).iter().map(|(_, text)| width(text)).fold(0.0, f64::max);
        if (scene.right - scene.left) * (step / (to - from)) >= widest + 8.0 {
            break;
        }
        step = nice_step(step * 1.5);
    }
    let mut ticks = at(step);
    if ticks.len() < 2 {
        let decimals = if whole { 0 } else { 6 };
        ticks = [from, to].map(|tick| (tick, fixed(lang, tick, decimals))).to_vec();
        ticks.dedup_by(|a, b| a.1 == b.1);
    }
    let tick =
        |(value, text)| Tick { share: scene.along.share(&X::Number(value), 0), text, below: None };
    ticks.into_iter().map(tick).collect()
}

/// How far a sloping name reaches to the side and down, for each of its own length.
pub(super) const ACROSS: f64 = 0.78;
const DOWN: f64 = 0.64;
/// Sloping names are cut at this, and stand no closer than that.
const LONGEST: f64 = 150.0;
const CLOSEST: f64 = 13.0;

fn slanting(ink: &mut Ink, (x, y): (f64, f64), text: &str) {
    ink.raw("<text ").raw(style::TICK_END).raw(" transform=\"rotate(-40 ").point((x, y));
    ink.raw(")\" x=\"").px(x).raw("\" y=\"").px(y).raw("\">").words(text).raw("</text>");
}

/// Whether names must slope to stand at every point: then the width of the longest.
pub(super) fn slope(points: &[(usize, Point<'_>)], text: Text, room: f64) -> Option<f64> {
    if !points.iter().any(|(_, point)| matches!(point.x, X::Label(_))) {
        return None;
    }
    let names = points.iter().map(|(_, point)| width(&name(text, point.x)));
    let longest = names.fold(0.0, f64::max);
    // Beside the plot stand the names of its lines.
    let space = room * 0.85 / count(points.len());
    // In two rows by turns a name has the room of two.
    let fits = longest <= space - 6.0 || (points.len() <= 12 && longest <= space * 2.0 - 8.0);
    (!fits).then(|| longest.min(LONGEST))
}

fn names(scene: &Scene<'_>, steps: usize) -> Vec<Tick> {
    let plot = scene.right - scene.left;
    let most = if scene.slope.is_some() { plot / CLOSEST } else { f64::MAX };
    let every = (count(steps) / most).ceil().max(1.0);
    // Where names are more than have room, those of points that stand out come first.
    let marks = super::marks::of(scene.drawing);
    let stands_out = |at: usize| {
        every > 1.0 && marks.get(at).is_some_and(|mark| *mark != super::marks::Mark::Dot)
    };
    let places = scene.points.iter().map(|(at, point)| (*at, scene.x(*at, point.x)));
    let out: Vec<f64> = places.filter(|(at, _)| stands_out(*at)).map(|(_, x)| x).collect();
    let is_near = |x: f64| out.iter().any(|other| (other - x).abs() < CLOSEST);
    let mut last = f64::NEG_INFINITY;
    let mut named = Vec::new();
    for (at, point) in &scene.points {
        let x = scene.x(*at, point.x);
        let is_step = (count(*at) / every).fract() == 0.0 && !is_near(x);
        if is_step || (stands_out(*at) && x - last >= CLOSEST) {
            last = x;
            named.push((scene.along.share(point.x, *at), name(scene.text, point.x)));
        }
    }
    let space = plot / count(named.len().max(1));
    // Names too long to stand side by side stand in two rows by turns.
    let two_rows = scene.slope.is_none() && named.iter().any(|(_, name)| width(name) > space - 6.0);
    let tick = |(at, (share, name)): (usize, (f64, String))| {
        if !two_rows {
            return Tick { share, text: name, below: None };
        }
        let name = cut(&name, space * 2.0 - 8.0);
        let (text, below) =
            if at.is_multiple_of(2) { (name, None) } else { (String::new(), Some(name)) };
        Tick { share, text, below }
    };
    named.into_iter().enumerate().map(tick).collect()
}

const DAY: i64 = 86_400;

fn moments(scene: &Scene<'_>, from: i64, to: i64) -> Vec<Tick> {
    let (Some(first), Some(last)) = (day(from), day(to)) else { return Vec::new() };
    let days = real(to.saturating_sub(from)) / real(DAY);
    // A month is named as such, however few there are.
    let by_month = Places::of(scene.drawing, scene.text).by_month;
    let has_hours = || scene.points.iter().any(|(_, point)| has_hour(point.x));
    if days <= FEW_DAYS && !by_month && has_hours() {
        return hours(scene, from, to);
    }
    let by_day = days < 90.0 && !by_month;
    let dates = if by_day {
        let step = [1, 2, 7, 14].into_iter().find(|step| days / real(*step) <= room(scene));
        let step = Duration::days(step.unwrap_or(28));
        let next = |date: &Date| date.checked_add(step);
        std::iter::successors(Some(first), next).take_while(|date| *date <= last).collect()
    } else {
        months(first, last, days / 30.4 / room(scene))
    };
    let by_year = days > 30.4 * 12.0 * room(scene) / 2.0 && dates_are_years(&dates);
    let mut year = None;
    let mut ticks = Vec::with_capacity(dates.len());
    for date in dates {
        let share = scene.along.share(&X::Time(seconds(date)), 0);
        if !(0.0..=1.0).contains(&share) {
            continue;
        }
        let text = match () {
            () if by_year => date.year().to_string(),
            () if by_day => format!("{}.{}.", date.day(), u8::from(date.month())),
            () => scene.text.plain(month_key(date.month())),
        };
        let is_new = !by_year && year != Some(date.year());
        year = Some(date.year());
        ticks.push(Tick { share, text, below: is_new.then(|| date.year().to_string()) });
    }
    ticks
}

/// Within so many days a time of day is shown on the axis.
const FEW_DAYS: f64 = 4.0;
const HOUR: i64 = 3_600;

fn has_hour(x: &X) -> bool {
    matches!(x, X::Time(moment) if moment.rem_euclid(DAY) != 0)
}

/// Whole hours, as many apart as there is room for, with the day under its first.
fn hours(scene: &Scene<'_>, from: i64, to: i64) -> Vec<Tick> {
    let all = real(to.saturating_sub(from)) / real(HOUR);
    let steps = [1, 2, 3, 6, 12, 24];
    let step = steps.into_iter().find(|step| all / real(*step) <= room(scene)).unwrap_or(24) * HOUR;
    let first = from.div_euclid(step).saturating_mul(step);
    let first = if first < from { first.saturating_add(step) } else { first };
    let moments = std::iter::successors(Some(first), |moment| moment.checked_add(step));
    let mut shown = None;
    let tick = |moment: i64| {
        let date = day(moment);
        let is_new = shown != date;
        shown = date;
        let below = date.filter(|_| is_new).map(|date| scene.text.date(date));
        let share = scene.along.share(&X::Time(moment), 0);
        Tick { share, text: clock(moment), below }
    };
    moments.take_while(|moment| *moment <= to).map(tick).collect()
}

/// `02:00`.
fn clock(moment: i64) -> String {
    let minutes = moment.rem_euclid(DAY) / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn dates_are_years(dates: &[Date]) -> bool {
    dates.iter().all(|date| date.month() == Month::January)
}

/// First days of months, so many months apart that they have room, in step with the year.
fn months(first: Date, last: Date, rough: f64) -> Vec<Date> {
    let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
    let step = steps.into_iter().find(|step| f64::from(*step) >= rough - 0.05).unwrap_or(6000);
    let number = |date: Date| date.year() * 12 + i32::from(u8::from(date.month())) - 1;
    let begin = number(first).div_euclid(step) * step;
    let dates = (begin..=number(last)).step_by(step.unsigned_abs() as usize).filter_map(|number| {
        let month = u8::try_from(number.rem_euclid(12) + 1).ok()?;
        Date::from_calendar_date(number.div_euclid(12), Month::try_from(month).ok()?, 1).ok()
    });
    dates.collect()
}

fn day(moment: i64) -> Option<Date> {
    OffsetDateTime::from_unix_timestamp(moment).ok().map(OffsetDateTime::date)
}

fn seconds(date: Date) -> i64 {
    date.midnight().assume_utc().unix_timestamp()
}

fn month_key(month: Month) -> &'static str {
    match month {
        Month::January => "charts-month-1",
        Month::February => "charts-month-2",
        Month::March => "charts-month-3",
        Month::April => "charts-month-4",
        Month::May => "charts-month-5",
        Month::June => "charts-month-6",
        Month::July => "charts-month-7",
        Month::August => "charts-month-8",
        Month::September => "charts-month-9",
        Month::October => "charts-month-10",
        Month::November => "charts-month-11",
        Month::December => "charts-month-12",
    }
}

/// Names places on an axis: months where all points are the first of one, and the time of day where any
/// has one.
pub(super) struct Places {
    text: Text,
    by_month: bool,
    called: Option<Called>,
    by_hour: bool,
}

impl Places {
    pub(super) fn of(drawing: &Drawing<'_>, text: Text) -> Self {
        let (analysis, called) = (drawing.analysis, drawing.called);
        let first_of_month = |point: Point<'_>| match point.x {
            X::Time(moment) => {
                moment.rem_euclid(DAY) == 0 && day(*moment).is_some_and(|day| day.day() == 1)
            }
            _ => false,
        };
        // One point alone may be a day that is the first of a month by chance.
        let is_known = analysis.len() > 1 || called.is_some();
        let by_month = is_known && analysis.points().all(first_of_month);
        Self { text, by_month, called, by_hour: analysis.points().any(|point| has_hour(point.x)) }
    }

    pub(super) fn name(&self, x: &X) -> String {
        if let (Some(called), X::Time(moment)) = (self.called, x) {
            return day(*moment).map_or_else(|| moment.to_string(), |day| called(self.text, day));
        }
        if self.by_hour
            && let X::Time(moment) = x
        {
            return format!("{}, {}", name(self.text, x), clock(*moment));
        }
        let date = match x {
            X::Time(moment) if self.by_month => day(*moment).filter(|date| date.day() == 1),
            _ => None,
        };
        let month =
            date.and_then(|date| PartialDate::of_month(date.year(), date.month().into()).ok());
        month.map_or_else(|| name(self.text, x), |month| self.text.partial(&month))
    }
}

/// A place on the axis in words: a date, a number, a name.
fn name(text: Text, x: &X) -> String {
    match x {
        X::Time(moment) => day(*moment).map_or_else(|| moment.to_string(), |day| text.date(day)),
        X::Number(number) => fixed(text.lang, *number, 3),
        X::Label(label) => label.clone(),
    }
}
