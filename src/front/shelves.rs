//! What stands on the front page: measured results, what did not work, what is ready to use, what is on.

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
) -> Result<Shelves, Error> {
    let project = &projects::KIND;
    let cards = |items: &[Item], kind: &Kind| -> Vec<CardView> {
        items.iter().map(|item| CardView::new(item, kind, registers, visit.t).then(visit)).collect()
    };
    let failed = moment.newest(project, Some(("outcome", &NOT_WELL)), 2).await?;
    let others = |items: Vec<Item>| -> Vec<Item> {
        let is_other = |item: &Item| failed.iter().all(|f| f.id != item.id);
        items.into_iter().filter(is_other).take(5).collect()
    };
    let mut newest = others(moment.newest(project, Some(("outcome", &MEASURED)), 7).await?);
    let measured = !newest.is_empty();
    if !measured {
        newest = others(moment.newest(project, None, 7).await?);
    }
    let leads = newest.len() == 5
        && newest.iter().position(|item| item.card().image.is_some()).is_some_and(|at| {
            newest[..=at].rotate_right(1);
            true
        });
    if !leads {
        newest.truncate(ROW);
    }
    // Tools and packages by turns, so that one kind does not fill the row.
    let tools = moment.newest(&tools::KIND, None, ROW as u64).await?;
    let packages = moment.newest(&packages::KIND, None, ROW as u64).await?;
    let mut ready = Vec::new();
    for n in 0..ROW {
        ready.extend(cards(tools.get(n..=n).unwrap_or_default(), &tools::KIND));
        ready.extend(cards(packages.get(n..=n).unwrap_or_default(), &packages::KIND));
    }
    ready.truncate(ROW);
    let coming = moment.coming(&events::KIND, None, ROW as u64).await?;
    let recent = moment.newest(&news::KIND, None, ROW as u64).await?;
    Ok(Shelves {
        newest: cards(&newest, &projects::KIND),
        leads,
        measured,
        failed: cards(&failed, &projects::KIND),
        ready,
        coming: cards(&coming, &events::KIND),
        news: cards(&recent, &news::KIND),
    })
}
