//! Maps that have been drawn, kept for as long as the network is the same: each is the same for all.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use time::Date;

use crate::app::App;
use crate::centres::Network;
use crate::i18n::Lang;
use crate::maps;
use crate::tasks::{Course, Running, Task};

/// Reads what maps are drawn of, so that the first who asks for a county does not wait for it.
pub const READ_AHEAD: Task<fn(App) -> Running> =
    Task { name: "maps", course: Course::Once, needed: false, run: |_| Box::pin(read_ahead()) };

/// Those who have waited for the site to start come first.
const AFTER: Duration = Duration::from_secs(1);

async fn read_ahead() {
    tokio::time::sleep(AFTER).await;
    if let Err(error) = tokio::task::spawn_blocking(maps::read_ahead).await {
        tracing::error!(%error, "the borders that maps are drawn of can't be read");
    }
}

/// What a map shows, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Drawn {
    pub of: String,
    pub lang: Lang,
    pub day: Date,
    /// Whose borders are drawn.
    pub today: Date,
    /// What its links lead to beside the day.
    pub suffix: String,
}

type Figure = Option<Arc<str>>;

struct Kept {
    network: Arc<Network>,
    figures: HashMap<Drawn, Figure>,
}

/// More than all counties in all languages on a day; whoever asks for every day there has been makes
/// them anew.
const MOST: usize = 128;

static KEPT: Mutex<Option<Kept>> = Mutex::new(None);

/// The figure, drawn if nobody has asked for it yet. Two who ask at once may both draw it.
pub fn figure(
    network: &Arc<Network>,
    what: Drawn,
    draw: impl FnOnce() -> Option<String>,
) -> Figure {
    if let Some(kept) = &*KEPT.lock().unwrap_or_else(PoisonError::into_inner)
        && Arc::ptr_eq(&kept.network, network)
        && let Some(figure) = kept.figures.get(&what)
    {
        return figure.clone();
    }
    let figure: Figure = draw().map(Into::into);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let is_same =
        |kept: &&mut Kept| Arc::ptr_eq(&kept.network, network) && kept.figures.len() < MOST;
    if let Some(kept) = kept.as_mut().filter(is_same) {
        kept.figures.insert(what, figure.clone());
    } else {
        let figures = [(what, figure.clone())].into();
        *kept = Some(Kept { network: Arc::clone(network), figures });
    }
    figure
}
