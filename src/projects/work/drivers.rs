//! What drives the aim: drawn as a diagram, and told as an outline with each driver under what it serves. One
//! that serves several is told whole once, and named where it stands again.

use std::collections::BTreeSet;

use askama::Template;

use super::diagram::{DrawnDriver, driver_diagram};
use crate::i18n::Text;
use crate::work::{Level, Shared, SharedDriver};

/// The drivers of a page; no branches where there are none.
pub struct Drivers {
    pub figure: String,
    pub branches: Vec<Branch>,
}

/// A driver as it stands in the outline, with those below it.
#[derive(Template)]
#[template(path = "projects/branch.html")]
pub struct Branch {
    t: Text,
    /// The language of the team's own words; empty when it is the reader's.
    theirs: &'static str,
    words: String,
    /// Primary drivers are headings.
    is_heading: bool,
    /// It is told whole elsewhere.
    is_again: bool,
    /// What else it serves.
    also: Vec<String>,
    /// The measures that show it.
    shown_by: Vec<String>,
    below: Vec<Branch>,
}

// Its template escapes all that is not ours.
impl askama::filters::HtmlSafe for Branch {}

/// A driver in its place in the outline.
pub struct Placed {
    /// Its place among the drivers, and of the one that it stands under.
    pub at: usize,
    pub under: Option<usize>,
    /// It stands elsewhere as well, where it is told whole.
    pub is_again: bool,
    pub below: Vec<Placed>,
}

/// All of them: those that serve the aim, each with what serves it below, and last what serves nothing.
pub fn outline(all: &[SharedDriver]) -> Vec<Placed> {
    let mut seen = BTreeSet::new();
    let is_top = |at: &usize| {
        let driver = &all[*at];
        driver.level == Level::Primary || above(all, driver).next().is_none()
    };
    let mut tops: Vec<usize> = (0..all.len()).filter(is_top).collect();
    tops.sort_by_key(|at| all[*at].level);
    tops.into_iter().map(|at| placed(all, at, None, &mut seen)).collect()
}

/// Those nearer to the aim that a driver serves.
fn above<'a>(
    all: &'a [SharedDriver],
    driver: &'a SharedDriver,
) -> impl Iterator<Item = usize> + 'a {
    let is_nearer = move |at: &usize| all.get(*at).is_some_and(|other| other.level < driver.level);
    driver.serves.iter().copied().filter(is_nearer)
}

/// Each is farther from the aim than the one it stands under, so this ends.
fn placed(
    all: &[SharedDriver],
    at: usize,
    under: Option<usize>,
    seen: &mut BTreeSet<usize>,
) -> Placed {
    let is_again = !seen.insert(at);
    let mut below: Vec<usize> = Vec::new();
    if !is_again {
        below.extend((0..all.len()).filter(|other| above(all, &all[*other]).any(|of| of == at)));
        below.sort_by_key(|other| all[*other].level);
    }
    let below = below.into_iter().map(|other| placed(all, other, Some(at), seen)).collect();
    Placed { at, under, is_again, below }
}

pub fn of(shared: &Shared, t: Text, theirs: &'static str) -> Drivers {
    let placed = outline(&shared.drivers);
    let branches = placed.iter().map(|one| branch(shared, one, (t, theirs))).collect();
    Drivers { figure: figure(shared, t, theirs), branches }
}

fn branch(shared: &Shared, placed: &Placed, (t, theirs): (Text, &'static str)) -> Branch {
    let all = &shared.drivers;
    let driver = &all[placed.at];
    let (mut also, mut shown_by) = (Vec::new(), Vec::new());
    if !placed.is_again {
        let others = above(all, driver).filter(|at| Some(*at) != placed.under);
        also.extend(others.map(|at| all[at].words.clone()));
        let measures = driver.measures.iter().filter_map(|at| shared.measures.get(*at));
        shown_by.extend(measures.map(|measure| measure.name.clone()));
    }
    Branch {
        t,
        theirs,
        words: driver.words.clone(),
        is_heading: driver.level == Level::Primary,
        is_again: placed.is_again,
        also,
        shown_by,
        below: placed.below.iter().map(|one| branch(shared, one, (t, theirs))).collect(),
    }
}

/// Empty where there is nothing to draw.
fn figure(shared: &Shared, t: Text, theirs: &str) -> String {
    let all = &shared.drivers;
    let drivers: Vec<DrawnDriver<'_>> = all
        .iter()
        .map(|driver| DrawnDriver {
            level: driver.level,
            words: &driver.words,
            mark: None,
            serves: above(all, driver).collect(),
        })
        .collect();
    let aim = Some(shared.aim.what.clone()).filter(|aim| !aim.is_empty());
    let aim = aim.unwrap_or_else(|| t.plain("improvement-aim"));
    let lang = Some(theirs).filter(|theirs| !theirs.is_empty());
    driver_diagram(t, &aim, &drivers, lang).unwrap_or_default()
}
