//! The pictures and files of a text: sent in, looked at, described, put in the text and taken out; and whose
//! consent pictures are shown by.

mod cleared;
mod consent;
mod consent_letter;
mod consents;
mod form;
mod give;
mod list;
mod look;
mod one;
mod placing;
mod prose;
mod receive;
mod remake;
mod store;
mod take_down;
mod why;

use uuid::Uuid;

use super::{desk, may};
use crate::app::App;
use crate::error::Error;
use crate::items::Working;
use crate::jobs::Worker;
use crate::kinds::Kind;
use crate::limits::{Declared, per_hour};
use crate::login::known;
use crate::rights::Right;
use crate::room::Route;
use crate::tasks::{Course, Task, TaskOf};
use crate::web::Visit;

pub use cleared::{checks, is_cleared};
pub use give::with_own_addresses;
pub use list::offered;
use look::LookAt;
pub use placing::bring;
pub use prose::faults;
#[cfg(test)]
pub use remake::all as remake_all;
#[cfg(test)]
pub use take_down::{Round, round};

/// Files that one person sends in.
pub const UPLOADS: Declared =
    Declared { name: "uploads", shared: false, quota: |limits| per_hour(limits.uploads_per_hour) };

/// Takes down what nobody consents to any more, and sweeps the quarantine.
pub const ROUND: TaskOf<App> = Task {
    name: "consents-round",
    course: Course::Endless,
    needed: false,
    run: |app| Box::pin(take_down::each_hour(app)),
};

/// Makes pictures that stand in texts already in the sizes that there are now.
pub const SIZES: TaskOf<App> = Task {
    name: "picture-sizes",
    course: Course::Endless,
    needed: false,
    run: |app| Box::pin(remake::catch_up(app)),
};

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/skriv/{id}/filer", KNOWN, list::show),
        Route::post("/{lang}/skriv/{id}/filer", KNOWN, receive::send),
        Route::get("/{lang}/skriv/{id}/filer/{upload}", KNOWN, one::show),
        Route::post("/{lang}/skriv/{id}/filer/{upload}", KNOWN, one::send),
        Route::get("/{lang}/skriv/{id}/filer/{upload}/samtykke", KNOWN, consent::show),
        Route::post("/{lang}/skriv/{id}/filer/{upload}/samtykke", KNOWN, consent::send),
        Route::get("/{lang}/skriv/{id}/fil/{file}/{name}", KNOWN, give::give),
    ]
}

pub fn jobs(worker: Worker, app: &App) -> Worker {
    let (down, round) = (app.clone(), app.clone());
    let worker = worker.on(move |job: take_down::TakeDown| take_down::run(down.clone(), job));
    worker.on(move |job: take_down::Round| take_down::round(round.clone(), job))
}

/// Pictures take long to write anew, and scanners to answer.
pub fn long_jobs(worker: Worker, app: &App) -> Worker {
    let (app, clock) = (app.clone(), app.clock.clone());
    let worker = worker.on(move |job: LookAt| look::run(app.clone(), job));
    worker.given_up(move |tx, job: LookAt| {
        let clock = clock.clone();
        Box::pin(async move { look::give_up(tx, &clock, job).await })
    })
}

/// A file of a text, in an address.
#[derive(serde::Deserialize)]
struct Of {
    id: Uuid,
    upload: Uuid,
}

/// Where the files of a text are.
fn path(lang: &str, item: Uuid) -> String {
    format!("{}/filer", super::path(lang, item))
}

/// A text that they may change.
async fn open_to_write(
    app: &App,
    visit: &Visit,
    id: Uuid,
) -> Result<(Working, &'static Kind), Error> {
    let (item, kind) = desk::open(app, visit, id).await?;
    if may::write(known(visit)?, &item) { Ok((item, kind)) } else { Err(Error::Forbidden) }
}

/// A file that was sent in for this text and is taken.
async fn ready(app: &App, of: &Of) -> Result<(store::Model, Uuid), Error> {
    let row = store::by_id(&app.db, of.upload).await?;
    let row = row.filter(|row| row.item_id == of.id && row.is_ready()).ok_or(Error::NotFound)?;
    let file = row.file_id.ok_or(Error::NotFound)?;
    Ok((row, file))
}
