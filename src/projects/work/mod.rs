//! The work that a project's page tells of: aim, drivers, charts and what was learned, as they stood when
//! it was published, and the measures that the page follows as they stand now.

mod data;
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
use crate::work::{Least, Shared, live};

pub use data::{csv, json};
pub use told::{Told, told};

/// What a text shares, with the places of the measures that are followed.
pub struct Work {
    pub shared: Shared,
    pub live: BTreeSet<usize>,
    pub least: Least,
}

/// None where the text shares nothing. A day that is looked back at has no measures of now.
pub async fn of(app: &App, visit: &Visit, shown: &Shown) -> Result<Option<Work>, Error> {
    let Some(mut shared) = Shared::of(shown.content.work.as_ref()) else { return Ok(None) };
    let least = Least(app.settings.small_numbers);
    let mut followed = BTreeSet::new();
    if visit.at.is_none() && shared.measures.iter().any(|measure| measure.id.is_some()) {
        (shared, followed) = shared.following(live(&app.db, shown.item.id, least).await?);
    }
    // Also where the limit has been raised since it was shared.
    for measure in &mut shared.measures {
        measure.withhold(least);
    }
    Ok(Some(Work { shared, live: followed, least }))
}
