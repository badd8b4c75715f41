//! The work that a project's page tells of: aim, drivers, charts and what was learned, as they stood when
//! it was published, and the measures that the page follows as they stand now.

mod data;
mod diagram;
mod drivers;
pub mod paper;
#[cfg(test)]
mod tests;
mod told;

use std::collections::BTreeSet;

use crate::app::App;
use crate::error::Error;
use crate::items::Shown;
use crate::web::Visit;
use crate::work::{Least, Shared, public};

pub use data::{csv, json, xlsx};
pub use diagram::{DrawnDriver, driver_diagram};
pub use told::{Told, told};

/// What a text shares, with the places of the measures that are followed.
pub struct Work {
    pub shared: Shared,
    pub live: BTreeSet<usize>,
    pub least: Least,
}

/// None where the text shares nothing. A day that is looked back at has no measures of now.
pub async fn of(app: &App, visit: &Visit, shown: &Shown) -> Result<Option<Work>, Error> {
    let least = Least(app.settings.small_numbers);
    let item = &shown.item;
    let item = (item.id, item.original_id.unwrap_or(item.id));
    let how = (least, visit.at.is_none());
    let found = public(&app.db, item, shown.content.work.as_ref(), how).await?;
    Ok(found.map(|(shared, live)| Work { shared, live, least }))
}
