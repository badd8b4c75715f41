//! The browsers that one is logged in in, and the way out of each.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::LIMIT;
use super::mine::known;
use crate::app::App;
use crate::dates::Local;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::Text;
use crate::people::ended::Ended;
use crate::people::{Entry, What, sessions};
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "login/browsers.html")]
struct Browsers {
    t: Text,
    frame: Frame,
    action: String,
    sessions: Vec<Session>,
}

struct Session {
    id: Uuid,
    /// Empty for one that says nothing of itself.
    device: String,
    network: String,
    begun: String,
    seen: String,
    is_this: bool,
}

/// What the button says that ends all but this one.
const OTHERS: &str = "andre";

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, who) = (visit.t, known(&visit)?);
    let rows = sessions::of(&app.db, &app.settings.people, who, app.clock.now()).await?;
    let session = |row: sessions::Model| Session {
        id: row.id,
        is_this: row.id == who.session,
        begun: t.local(Local::at(*row.begun_at)),
        seen: t.local(Local::at(*row.seen_at)),
        device: row.device,
        network: row.network,
    };
    let sessions = rows.into_iter().map(session).collect();
    let heading = t.plain("login-sessions-heading");
    let mine = format!("/{}/min-side", t.lang.code());
    let action = format!("{mine}/okter");
    let frame = Frame::new(&app, &visit, &heading).form();
    let frame =
        frame.saying(&visit, &[("ut", "login-done-session"), ("ingen", "login-done-session-none")]);
    let frame = frame.under(t.plain("web-my-page"), mine).under(&heading, &action);
    crate::web::page(StatusCode::OK, &Browsers { t, frame, action, sessions })
}

pub async fn end(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["okt"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let which = match filled.typed.value("okt") {
        OTHERS => None,
        id => Some(Uuid::try_parse(id).map_err(|_| Error::NotUnderstood("okt"))?),
    };
    let (person, this) = (who.id, who.session);
    let ended = db::transaction::<u64, Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move {
            let (entry, why) = (Entry::of(What::SessionEnded).by(Some(person)), Ended::Elsewhere);
            let (entry, ended) = if let Some(id) = which {
                let ended = sessions::end_telling(tx, &clock, (person, id), why).await?;
                (entry.on("session", id), u64::from(ended))
            } else {
                let others = (person, Some(this));
                let ended = sessions::end_all_telling(tx, &clock, others, why).await?;
                (entry.on("person", person), ended)
            };
            if ended > 0 {
                entry.write(tx, &clock).await?;
            }
            Ok(ended)
        })
    })
    .await?;
    let done = if ended > 0 { "ut" } else { "ingen" };
    Ok(receipt::done(&format!("/{}/min-side/okter", visit.lang().code()), done))
}
