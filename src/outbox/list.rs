//! What came to nobody, and what is tried again just now, for those who run the site.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::Text;
use crate::jobs::{Failing, failing};
use crate::mail::{Digest, Letter};
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "outbox/list.html")]
struct List {
    t: Text,
    frame: Frame,
    action: String,
    /// How many are lost in all.
    count: u64,
    rows: Vec<Row>,
    /// Tried, and to be tried again.
    late: Vec<Late>,
    /// Where other servers write when they refuse a letter later on.
    sender: String,
}

struct Row {
    day: String,
    lost: store::Model,
}

struct Late {
    address: String,
    attempts: i32,
    why: String,
}

/// So many are shown at a time.
const SHOWN: u64 = 50;

/// What the button sends: which one is seen to.
const DONE: &str = "ferdig";
const LIMIT: usize = 16 * 1024;

fn path(lang: &str) -> String {
    format!("/{lang}/brev-som-ikke-kom-fram")
}

fn late<J>(failing: Vec<Failing<J>>, letter: fn(J) -> Letter) -> Vec<Late> {
    let told = failing.into_iter().map(|one| {
        let (attempts, why) = (one.attempts, one.why);
        Late { address: letter(one.job).to, attempts, why }
    });
    told.collect()
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let row = |lost: store::Model| Row { day: t.day(*lost.lost_at), lost };
    let rows = store::lost(&app.db, SHOWN).await?.into_iter().map(row).collect();
    let count = store::count(&app.db).await?;
    let mut waits = late(failing::<Letter>(&app.db, SHOWN).await?, |letter| letter);
    waits.extend(late(failing::<Digest>(&app.db, SHOWN).await?, |digest| digest.letter));
    let (heading, action) = (t.plain("outbox-heading"), path(t.lang.code()));
    let frame = Frame::new(&app, &visit, &heading)
        .form()
        .saying(&visit, &[("sett", "outbox-done")])
        .under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()))
        .under(&heading, &action);
    let sender = app.settings.mail_from.clone();
    let page = List { t, frame, action, count, rows, late: waits, sender };
    crate::web::page(StatusCode::OK, &page)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([DONE]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let id = Uuid::try_parse(filled.typed.value(DONE));
    let id = id.map_err(|_| Error::NotUnderstood(DONE))?;
    store::seen_to(&app.db, id).await?;
    Ok(receipt::done(&path(visit.lang().code()), "sett"))
}
