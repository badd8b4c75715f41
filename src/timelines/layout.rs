//! Where the bars of a timeline lie: each lane has as many rows as bars that last at once.

use time::Date;

use super::{Bar, Timeline};

pub(super) const LEFT: f64 = 226.0;
pub(super) const WIDTH: f64 = 1160.0;
const RIGHT: f64 = 14.0;
pub(super) const TOP: f64 = 44.0;
pub(super) const BAR: f64 = 24.0;
const ROW: f64 = 29.0;
const BETWEEN: f64 = 11.0;

pub(super) struct Layout<'a> {
    pub lanes: Vec<Strip<'a>>,
    pub height: f64,
    first: f64,
    /// Units a year.
    year: f64,
}

/// A lane with its bars.
pub(super) struct Strip<'a> {
    pub name: &'a str,
    pub top: f64,
    pub bottom: f64,
    pub bars: Vec<Laid<'a>>,
}

/// What lies last in a row.
struct Row<'a> {
    key: &'a str,
    right: f64,
}

/// A bar in its place.
pub(super) struct Laid<'a> {
    pub bar: &'a Bar,
    pub left: f64,
    pub right: f64,
    pub top: f64,
}

impl Laid<'_> {
    pub(super) fn middle(&self) -> f64 {
        self.top + BAR / 2.0
    }
}

impl<'a> Layout<'a> {
    pub(super) fn of(timeline: &'a Timeline<'_>) -> Self {
        let first = f64::from(timeline.from);
        let years = (in_years(timeline.today) - first + 0.4).max(1.0);
        let mut layout =
            Self { lanes: Vec::new(), height: TOP, first, year: (WIDTH - LEFT - RIGHT) / years };
        for lane in &timeline.lanes {
            let strip = layout.strip(&lane.name, &lane.bars, timeline.today);
            layout.height = strip.bottom;
            layout.lanes.push(strip);
        }
        layout
    }

    /// Where a day lies, within the axis.
    pub(super) fn x(&self, day: Date) -> f64 {
        (LEFT + (in_years(day) - self.first) * self.year).clamp(LEFT, WIDTH - RIGHT)
    }

    pub(super) fn year(&self, year: i32) -> f64 {
        LEFT + (f64::from(year) - self.first) * self.year
    }

    /// How much is free to the right of a bar: nothing when something grows out of it, as a line
    /// leads on from there.
    pub(super) fn room_beside(&self, laid: &Laid<'_>) -> f64 {
        let all = || self.lanes.iter().flat_map(|lane| &lane.bars);
        if laid.bar.to.is_none() || all().any(|heir| heir.bar.after.contains(&laid.bar.key)) {
            return 0.0;
        }
        let same_row = |other: &&Laid<'_>| (other.top - laid.top).abs() < 1.0;
        let after = all().filter(same_row).map(|other| other.left).filter(|x| *x >= laid.right);
        after.fold(WIDTH, f64::min) - laid.right
    }

    fn strip(&self, name: &'a str, bars: &'a [Bar], today: Date) -> Strip<'a> {
        let top = self.height;
        let mut order: Vec<&Bar> = bars.iter().collect();
        order.sort_by_key(|bar| bar.from.day);
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut laid = Vec::new();
        for bar in order {
            let left = self.x(bar.from.day);
            let right = self.x(bar.to.map_or(today, |to| to.day)).max(left + 6.0);
            // In the row of what it grew out of, if that is free. In the row of another it would
            // look as if it came of that.
            let free = |row: &usize| rows[*row].right <= left + 0.5;
            let heir = bar.after.iter().find_map(|key| rows.iter().position(|r| r.key == key));
            let row = heir.filter(free).unwrap_or(rows.len());
            let taken = Row { key: &bar.key, right };
            if row == rows.len() {
                rows.push(taken);
            } else {
                rows[row] = taken;
            }
            laid.push(Laid { bar, left, right, top: top + BETWEEN / 2.0 + ROW * lines(row) });
        }
        let bottom = top + BETWEEN + ROW * lines(rows.len().max(1)) - (ROW - BAR);
        Strip { name, top, bottom, bars: laid }
    }
}

/// A day as years and a part of one.
fn in_years(day: Date) -> f64 {
    let days = f64::from(time::util::days_in_year(day.year()));
    f64::from(day.year()) + f64::from(day.ordinal() - 1) / days
}

fn lines(rows: usize) -> f64 {
    f64::from(u16::try_from(rows).unwrap_or(u16::MAX))
}
