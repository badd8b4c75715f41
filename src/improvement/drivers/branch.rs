//! The outline: each driver with what serves it below it. One that serves several is told whole once, and
//! named where it stands again.

use std::collections::BTreeSet;

use askama::Template;
use uuid::Uuid;

use super::{Told, anchor, own, place};
use crate::i18n::{Text, Words};
use crate::improvement::path;
use crate::work::{Act, Cycle, Driver, Level, Measured, Move, Open};

/// A driver as it stands in the outline, with those below it.
#[derive(Template)]
#[template(path = "improvement/drivers/branch.html")]
pub struct Branch {
    t: Text,
    words: Words,
    /// Primary drivers are headings.
    is_heading: bool,
    /// Where it is told whole; then the rest is left out here.
    first: Option<(String, Words)>,
    anchor: String,
    /// What else it serves.
    also: Vec<Words>,
    measures: Vec<(Words, String)>,
    tests: Vec<(Words, Words)>,
    edit: Option<Edit>,
    below: Vec<Branch>,
}

/// What may be done with it.
struct Edit {
    id: Uuid,
    href: String,
    /// Nothing hangs on an idea.
    add: Option<String>,
    is_up: bool,
    is_down: bool,
}

// Its template escapes all that is not ours.
impl askama::filters::HtmlSafe for Branch {}

/// Makes the branches of one page.
pub struct Maker<'a> {
    pub t: Text,
    pub open: &'a Open,
    pub told: &'a Told<'a>,
    pub may_write: bool,
    /// Those that are told whole already.
    pub seen: BTreeSet<Uuid>,
}

impl Maker<'_> {
    /// All that serve the aim.
    pub fn primary(&mut self) -> Vec<Branch> {
        let drivers: Vec<&Driver> = self.told.outline.of(Level::Primary).collect();
        drivers.into_iter().map(|driver| self.branch(driver, None)).collect()
    }

    /// Those that serve nothing yet.
    pub fn loose(&mut self) -> Vec<Branch> {
        let drivers: Vec<&Driver> = self.told.outline.loose().collect();
        drivers.into_iter().map(|driver| self.branch(driver, None)).collect()
    }

    /// A driver under another. Each level is farther from the aim, so this ends.
    fn branch(&mut self, driver: &Driver, under: Option<Uuid>) -> Branch {
        let (t, outline) = (self.t, &self.told.outline);
        let is_first = self.seen.insert(driver.id);
        let above = outline.above(driver).filter(|above| Some(above.id) != under);
        let name = |above: &Driver| own(t, self.open, &above.words);
        let also: Vec<Words> = above.map(name).collect();
        let below: Vec<&Driver> =
            if is_first { outline.below(driver).collect() } else { Vec::new() };
        let below = in_levels(below).into_iter();
        let below = below.map(|one| self.branch(one, Some(driver.id))).collect();
        let words = own(t, self.open, &driver.words);
        let first = (!is_first).then(|| (format!("#{}", anchor(driver.id)), words.clone()));
        Branch {
            t,
            is_heading: driver.level() == Level::Primary,
            anchor: anchor(driver.id),
            also,
            measures: if is_first { self.measures(driver) } else { Vec::new() },
            tests: if is_first { self.tests(driver) } else { Vec::new() },
            edit: (is_first && self.may_write).then(|| self.edit(driver)),
            words,
            first,
            below,
        }
    }

    fn measures(&self, driver: &Driver) -> Vec<(Words, String)> {
        let work = path(self.t.lang, self.open.work.id);
        let of = self.told.outline.measures_of(driver.id);
        let measures = of.filter_map(|id| self.told.measures.iter().find(|one| one.row.id == id));
        let one = |measure: &Measured| {
            let name = own(self.t, self.open, &measure.definition.name);
            // Who only reads has no page of a number to go to.
            let page = if self.may_write {
                format!("{work}/tall/{}", measure.row.id)
            } else {
                format!("{work}#malinger")
            };
            (name, page)
        };
        measures.map(one).collect()
    }

    /// The tests of it, and how each ended.
    fn tests(&self, driver: &Driver) -> Vec<(Words, Words)> {
        let t = self.t;
        let tests = self.told.cycles.iter().filter(|cycle| cycle.driver_id == Some(driver.id));
        let one = |cycle: &Cycle| {
            let act = cycle.act.as_deref().and_then(Act::named);
            let act = act.map_or("improvement-drivers-tried-now", Act::key);
            (own(t, self.open, &cycle.plan), t.get(act))
        };
        tests.map(one).collect()
    }

    fn edit(&self, driver: &Driver) -> Edit {
        let page = place(self.t.lang, self.open.work.id);
        let can = |towards| self.told.outline.neighbour(driver.id, towards).is_some();
        let add = driver.level() != Level::Idea;
        Edit {
            id: driver.id,
            href: format!("{page}/{}", driver.id),
            add: add.then(|| format!("{page}/ny?under={}", driver.id)),
            is_up: can(Move::Up),
            is_down: can(Move::Down),
        }
    }
}

/// Those of one level together, as the drawing has them.
fn in_levels(mut drivers: Vec<&Driver>) -> Vec<&Driver> {
    drivers.sort_by_key(|driver| driver.level());
    drivers
}
