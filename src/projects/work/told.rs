//! A work as a part of the page, in HTML.

use askama::Template;

use super::Work;
use super::drivers::{self, Drivers};
use crate::charts::Drawing;
use crate::dates::PartialDate;
use crate::i18n::{Text, Words};
use crate::projects::Outcome;
use crate::work::{Shared, SharedCycle, SharedMeasure};

#[derive(Template)]
#[template(path = "projects/work.html")]
struct Page<'a> {
    t: Text,
    /// The language of the team's own words; empty when it is the reader's.
    theirs: &'static str,
    work: &'a Work,
    by: Option<String>,
    /// The day that it stood so.
    day: Option<String>,
    measures: Vec<Measure>,
    /// Those whose numbers are held back, so that no chart of them would be true.
    hidden: Vec<&'a SharedMeasure>,
    drivers: Drivers,
    cycles: Vec<Cycle>,
    /// Where the numbers are, of a text whose team has made them open.
    data: Option<String>,
    /// Where the text is.
    path: &'a str,
}

struct Measure {
    name: String,
    definition: String,
    figure: String,
    is_live: bool,
    withheld: usize,
}

struct Cycle {
    plan: String,
    /// The change that it tries out.
    idea: Option<String>,
    prediction: String,
    when: Option<String>,
    did: String,
    learned: String,
    matched: Option<Words>,
    act: Option<Words>,
}

/// The part of the page, and what must be said beside its outcome.
pub struct Told {
    pub html: String,
    /// The text says that it got better, and the charts show no signal of it, or can't.
    pub doubt: Option<Words>,
}

/// `path` is that of the text, `theirs` its language where that is not the reader's.
pub fn told(
    work: &Work,
    outcome: Option<Outcome>,
    (t, theirs, path): (Text, &'static str, &str),
) -> Told {
    let shared = &work.shared;
    let drawn = shared.drawn(work.least);
    let measures = drawn.iter().filter_map(|(place, drawn)| {
        let id = format!("maling-{}", place + 1);
        let measure = shared.measures.get(*place)?;
        Some(shown(measure, &drawn.drawing(&id), work.live.contains(place), t))
    });
    let is_open = shared.measures.iter().any(SharedMeasure::is_open_data);
    let hidden = shared.measures.iter().filter(|one| one.is_only_withheld());
    let page = Page {
        t,
        theirs,
        work,
        by: shared.aim.by.map(|by| t.partial(&by)),
        day: shared.day.map(|day| t.partial(&day)),
        measures: measures.collect(),
        hidden: hidden.collect(),
        drivers: drivers::of(shared, t, theirs),
        cycles: shared.cycles.iter().map(|one| cycle(shared, one, t)).collect(),
        data: is_open.then(|| format!("{path}/tall")),
        path,
    };
    let doubt = shared.doubt_of(outcome.map(Outcome::name), &drawn);
    Told { html: page.render().unwrap_or_default(), doubt: doubt.map(|key| t.get(key)) }
}

fn shown(measure: &SharedMeasure, drawing: &Drawing<'_>, is_live: bool, t: Text) -> Measure {
    Measure {
        name: measure.name.clone(),
        definition: measure.definition.clone(),
        figure: drawing.figure(t),
        is_live,
        withheld: measure.withheld,
    }
}

fn cycle(shared: &Shared, cycle: &SharedCycle, t: Text) -> Cycle {
    let day = |date: PartialDate| t.date(date.first_day());
    let when = match (cycle.from.map(day), cycle.to.map(day)) {
        (Some(from), Some(to)) => Some(format!("{from} – {to}")),
        (from, to) => from.or(to),
    };
    let idea = cycle.idea.and_then(|at| shared.drivers.get(at));
    Cycle {
        plan: cycle.plan.clone(),
        idea: idea.map(|driver| driver.words.clone()),
        prediction: cycle.prediction.clone(),
        when,
        did: cycle.did.clone(),
        learned: cycle.learned.clone(),
        matched: cycle.matched.map(|matched| t.get(matched.key())),
        act: cycle.act.map(|act| t.get(act.key())),
    }
}
