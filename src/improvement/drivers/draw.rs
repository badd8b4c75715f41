//! The drivers of a work, drawn as on its public page, with a word beside those that are tried now.

use uuid::Uuid;

use crate::i18n::Text;
use crate::projects::{DrawnDriver, driver_diagram};
use crate::work::{Cycle, Driver, Open, Outline};

/// The drawing; none while there is nothing to draw.
pub fn svg(t: Text, open: &Open, outline: &Outline, cycles: &[Cycle]) -> Option<String> {
    let all = &outline.drivers;
    let place = |above: &Driver| all.iter().position(|one| one.id == above.id);
    let drivers: Vec<DrawnDriver<'_>> = all
        .iter()
        .map(|driver| DrawnDriver {
            level: driver.level(),
            words: &driver.words,
            mark: is_tried(cycles, driver.id).then(|| t.plain("improvement-drivers-tried-now")),
            serves: outline.above(driver).filter_map(place).collect(),
        })
        .collect();
    let lang = open.work.lang.as_str();
    driver_diagram(t, aim(open), &drivers, (lang != t.lang.code()).then_some(lang))
}

/// What is to be better; what the work is called where that is not said.
fn aim(open: &Open) -> &str {
    let work = &open.work;
    if work.aim_what.is_empty() { &work.title } else { &work.aim_what }
}

/// A test of it is planned or under way.
fn is_tried(cycles: &[Cycle], driver: Uuid) -> bool {
    let is_on = |cycle: &Cycle| cycle.act.is_none() && cycle.learned.is_empty();
    cycles.iter().any(|cycle| cycle.driver_id == Some(driver) && is_on(cycle))
}
