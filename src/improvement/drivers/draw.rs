//! From the drivers of a work to a drawing of them: the aim, and a column for each level that there is.

use uuid::Uuid;

use crate::diagrams::{Diagram, Node};
use crate::i18n::Text;
use crate::work::{Cycle, Driver, Level, Open, Outline};

/// The drawing; none while there is nothing to draw.
pub fn svg(t: Text, open: &Open, outline: &Outline, cycles: &[Cycle]) -> Option<String> {
    let levels: Vec<Level> = [Level::Primary, Level::Secondary, Level::Idea]
        .into_iter()
        .filter(|level| outline.of(*level).next().is_some())
        .collect();
    if levels.is_empty() {
        return None;
    }
    let in_order: Vec<&Driver> = levels.iter().flat_map(|level| outline.of(*level)).collect();
    let mut nodes = vec![Node { text: aim(open), ..Node::default() }];
    for driver in &in_order {
        let at = levels.iter().position(|level| *level == driver.level()).unwrap_or(0);
        nodes.push(Node {
            column: at + 1,
            text: driver.words.clone(),
            mark: is_tried(cycles, driver.id).then(|| t.plain("improvement-drivers-tried-now")),
            on: on(outline, driver, &in_order),
        });
    }
    let mut columns = vec![t.plain("improvement-aim")];
    columns.extend(levels.iter().map(|level| t.plain(heading(*level))));
    let lang = open.work.lang.as_str();
    let diagram = Diagram {
        id: "driverdiagram",
        title: &t.plain("improvement-drivers-diagram"),
        about: &t.plain("improvement-drivers-diagram-about"),
        columns,
        nodes,
        lang: (lang != t.lang.code()).then_some(lang),
    };
    Some(diagram.svg())
}

/// What is to be better; what the work is called where that is not said.
fn aim(open: &Open) -> String {
    let work = &open.work;
    if work.aim_what.is_empty() { work.title.clone() } else { work.aim_what.clone() }
}

/// A test of it is planned or under way.
pub fn is_tried(cycles: &[Cycle], driver: Uuid) -> bool {
    let is_on = |cycle: &Cycle| cycle.act.is_none() && cycle.learned.is_empty();
    cycles.iter().any(|cycle| cycle.driver_id == Some(driver) && is_on(cycle))
}

/// What it hangs on, by their places among the nodes: the aim is the first.
fn on(outline: &Outline, driver: &Driver, in_order: &[&Driver]) -> Vec<usize> {
    if driver.level() == Level::Primary {
        return vec![0];
    }
    let place = |above: &Driver| in_order.iter().position(|one| one.id == above.id);
    outline.above(driver).filter_map(place).map(|at| at + 1).collect()
}

pub fn heading(level: Level) -> &'static str {
    match level {
        Level::Primary => "improvement-drivers-primary",
        Level::Secondary => "improvement-drivers-secondary",
        Level::Idea => "improvement-drivers-ideas",
    }
}
