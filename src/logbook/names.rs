//! What the places and public texts are called that rows of the log tell of.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::told;
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::items::{read, working};
use crate::people::{audit, places};
use crate::rights::Who;
use crate::waiting::reach;

/// By their ids; what is not public has no name here.
pub async fn of(app: &App, rows: &[audit::Model]) -> Result<BTreeMap<Uuid, String>, Error> {
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let (mut names, mut texts) = (BTreeMap::new(), Vec::new());
    for id in rows.iter().flat_map(|row| told::ids(&row.details).chain(row.on_id)) {
        match places::name(&network, id, today) {
            Some(name) => {
                names.insert(id, name.to_owned());
            }
            None => texts.push(id),
        }
    }
    texts.sort();
    texts.dedup();
    for some in texts.chunks(AT_ONCE) {
        let public = read::visible_by_ids(&app.db, some).await?;
        names.extend(public.into_iter().map(|item| (item.id, item.title)));
    }
    Ok(names)
}

/// Adds what their own texts on the way are called, and those that they look through: they know them already.
pub async fn of_drafts(
    app: &App,
    who: &Who,
    names: &mut BTreeMap<Uuid, String>,
) -> Result<(), Error> {
    let mut drafts = working::by(&app.db, who.id, &reach(who)).await?;
    let waiting = working::in_review(&app.db).await?.into_iter();
    drafts.extend(waiting.filter(|(item, _)| who.reviews_for(item.centre_id)));
    for (item, newest) in drafts {
        let title = newest.content().map_or(item.title, |content| content.title);
        names.entry(item.id).or_insert(title);
    }
    Ok(())
}

/// Both engines limit how many values one statement of SQL may carry.
const AT_ONCE: usize = 500;
