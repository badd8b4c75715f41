//! What stands on the front page: measured results, what did not work, what is ready to use, what is on.

use uuid::Uuid;

use crate::error::Error;
use crate::items::{Item, Registers};
use crate::kinds::Kind;
use crate::library::listing::CardView;
use crate::library::moment::Moment;
use crate::web::Visit;
use crate::{events, news, packages, projects, tools};

/// How it went, where it did not go well.
pub const NOT_WELL: [&str; 2] = ["no_change", "worse"];
/// How it went, where somebody has looked.
const MEASURED: [&str; 4] = ["improved", "no_change", "worse", "unclear"];

pub struct Shelves {
    pub newest: Vec<CardView>,
    /// The first has a picture and leads the others; without one it would leave a hole.
    pub leads: bool,
    pub measured: bool,
    pub failed: Vec<CardView>,
    pub ready: Vec<CardView>,
    pub coming: Vec<CardView>,
    pub news: Vec<CardView>,
}

/// So many stand in a row.
const ROW: usize = 3;

pub async fn fill(
    moment: &Moment<'_>,
    registers: &Registers,
    visit: &Visit,
    chosen: &[Uuid],
) -> Result<Shelves, Error> {
    let project = &projects::KIND;
    let day = moment.day();
    let cards = |items: &[Item], kind: &Kind| -> Vec<CardView> {
        let card = |item| CardView::new(item, kind, registers, visit.t, day).then(visit);
        items.iter().map(card).collect()
    };
    // What is chosen stands above, and leaves room for another here.
    let more = chosen.len() as u64;
    let row = ROW as u64 + more;
    let [failed, measured, newest, tools, packages, coming, recent] = moment
        .lists([
            moment.newest(project, Some(("outcome", &NOT_WELL)), 2 + more),
            moment.newest(project, Some(("outcome", &MEASURED)), 7 + more),
            moment.newest(project, None, 7 + more),
            // Tools and packages by turns, so that one kind does not fill the row.
            moment.newest(&tools::KIND, None, row),
            moment.newest(&packages::KIND, None, row),
            moment.coming(&events::KIND, None, row),
            moment.newest(&news::KIND, None, row),
        ])
        .await?;
    let first = |items: Vec<Item>, most: usize| -> Vec<Item> {
        items.into_iter().filter(|item| !chosen.contains(&item.id)).take(most).collect()
    };
    let (failed, coming, recent) = (first(failed, 2), first(coming, ROW), first(recent, ROW));
    let (tools, packages) = (first(tools, ROW), first(packages, ROW));
    let others = |mut items: Vec<Item>| -> Vec<Item> {
        items.retain(|item| failed.iter().all(|f| f.id != item.id));
        first(items, 5)
    };
    let (measured, newest) = (others(measured), others(newest));
    let is_measured = !measured.is_empty();
    let mut newest = if is_measured { measured } else { newest };
    let leads = newest.len() == 5
        && newest.iter().position(|item| item.card().image.is_some()).is_some_and(|at| {
            newest[..=at].rotate_right(1);
            true
        });
    if !leads {
        newest.truncate(ROW);
    }
    let mut ready = Vec::new();
    for n in 0..ROW {
        ready.extend(cards(tools.get(n..=n).unwrap_or_default(), &tools::KIND));
        ready.extend(cards(packages.get(n..=n).unwrap_or_default(), &packages::KIND));
    }
    ready.truncate(ROW);
    Ok(Shelves {
        newest: cards(&newest, &projects::KIND),
        leads,
        measured: is_measured,
        failed: cards(&failed, &projects::KIND),
        ready,
        coming: cards(&coming, &events::KIND),
        news: cards(&recent, &news::KIND),
    })
}
