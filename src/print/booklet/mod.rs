//! Booklets: several texts with a first page, contents and page numbers, made as a job.

pub mod form;
pub mod progress;
mod source;
mod ways;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use super::sheet::{self, PrintedNames};
use super::store::{self, Stage};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Lang, Text};
use crate::items::{Shown, changes, past};
use crate::jobs::Job;
use crate::pdf::paper::{Cover, Sheet};

/// No booklet has more texts; the form says so beforehand.
pub const MOST: usize = 300;

/// Asks for a booklet: which row it belongs to, and which texts, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Booklet {
    pub id: Uuid,
    pub items: Vec<Uuid>,
    /// As they were at an instant; as they are when it is made, where none is named.
    #[serde(default, with = "time::serde::rfc3339::option")]
    pub at: Option<OffsetDateTime>,
}

impl Job for Booklet {
    const NAME: &'static str = "booklet";
}

/// Makes the booklet that was asked for. One that can't be made is marked so and not tried again;
/// only what may pass (the database, the file store) fails the job.
pub async fn make(app: App, job: Booklet) -> Result<(), String> {
    let made = attempt(&app, &job).await;
    match made {
        Ok(()) => Ok(()),
        Err(Stop::Later(error)) => Err(error.to_string()),
        Err(Stop::Never(fault)) => {
            tracing::error!(booklet = %job.id, %fault, "a booklet could not be made");
            let failed = store::advance(&app.db, job.id, Stage::Failed, 0).await;
            failed.map_err(|error| error.to_string())
        }
    }
}

enum Stop {
    Later(Error),
    Never(crate::pdf::TypesetError),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Later(error.into())
    }
}

async fn attempt(app: &App, job: &Booklet) -> Result<(), Stop> {
    let Some(row) = store::by_id(&app.db, job.id).await? else { return Ok(()) };
    if row.stage() == Stage::Done {
        return Ok(());
    }
    let t = Text::new(Lang::parse(&row.lang).unwrap_or(Lang::Nb));
    store::advance(&app.db, row.id, Stage::Gathering, 0).await?;
    let items = items(app, &job.items, job.at).await?;
    let names = PrintedNames::load(app).await?;
    let mut sheets: Vec<Sheet> = items
        .iter()
        .filter_map(|item| {
            let kind = app.kinds.named(&item.item.kind)?;
            Some(sheet::sheet(app, kind, item, &names, None, t))
        })
        .collect();
    let mut paper = sheet::frame(app, t, &row.title, app.public_url());
    let mut pictures = Vec::new();
    // A few at a time, so that the page can tell how far it has come.
    for (number, sheets) in sheets.chunks_mut(10).enumerate() {
        store::advance(&app.db, row.id, Stage::Gathering, number * 10).await?;
        sheet::pictures(app, sheets, &mut pictures).await?;
    }
    paper.pictures = pictures;
    paper.cover = Some(Cover {
        eyebrow: t.plain("print-booklet"),
        lead: String::new(),
        note: note(t, sheets.len(), app.clock.now(), job.at),
    });
    paper.sheets = sheets;
    store::advance(&app.db, row.id, Stage::Setting, items.len()).await?;
    let day = oslo_day(app.clock.now());
    let pdf = app.press.later(paper, day).await.map_err(Stop::Never)?;
    app.files.set_aside(&row.key, pdf.bytes.to_vec()).await?;
    // Swept while it was being made: then its file must not be left behind.
    if store::by_id(&app.db, row.id).await?.is_none() {
        app.files.drop_aside(&row.key).await?;
        return Ok(());
    }
    store::finish(&app.db, row, &pdf).await?;
    Ok(())
}

/// How many texts, and of which day.
fn note(t: Text, count: usize, now: OffsetDateTime, at: Option<OffsetDateTime>) -> String {
    let gathered = t.plain_with2("print-booklet-note", "count", count, "day", t.day(now));
    // The end of a day is the first instant of the next.
    let then = at.map(|at| t.day(at - time::Duration::SECOND));
    let then = then.map(|day| t.plain_with("print-booklet-then", "day", day));
    [Some(gathered), then].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// The texts that are still public, in the order they were asked for.
async fn items(app: &App, ids: &[Uuid], at: Option<OffsetDateTime>) -> Result<Vec<Shown>, Error> {
    let mut found = match at {
        Some(at) => past::shown(&app.db, ids, at).await?,
        None => changes::visible(&app.db, ids).await?,
    };
    let place = |shown: &Shown| ids.iter().position(|id| *id == shown.item.id);
    found.retain(|shown| app.kinds.named(&shown.item.kind).is_some());
    found.sort_by_key(place);
    Ok(found)
}
