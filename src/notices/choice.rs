//! How often letters come about what waits: a day, a week, never.

use askama::Template;
use axum::extract::{Request, State};

use super::store;
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::known;
use crate::mail::Often;
use crate::people::persons;
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "notices/choice.html")]
struct Choice {
    t: Text,
    frame: Frame,
    action: String,
    /// Where letters go; empty for somebody without an address.
    address: String,
    fields: View,
}

const LIMIT: usize = 16 * 1024;
const OFTEN: &str = "hvor_ofte";

fn form() -> Form {
    let often = vec![
        Alternative::new(Often::Day.name(), "notices-often-day"),
        Alternative::new(Often::Week.name(), "notices-often-week"),
        Alternative::new(store::NEVER, "notices-often-never"),
    ];
    Form::new(LIMIT, [Field::choice(OFTEN, "notices-often", often).needed()])
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let often = store::often(&app.db, known(&visit)?.id).await?;
    let mut filled = Filled::empty();
    filled.typed.set(OFTEN, often.map_or(store::NEVER, Often::name));
    page(&app, &visit, &filled).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let addresses = persons::addresses(&app.db, who.id).await?;
    let heading = t.plain("notices-heading");
    let mine = format!("/{}/min-side", t.lang.code());
    let action = format!("{mine}/varsler");
    let mut frame = Frame::new(app, visit, &heading)
        .form()
        .saying(visit, &[("lagret", "notices-done")])
        .under(t.plain("web-my-page"), mine)
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Choice {
        t,
        frame,
        action,
        address: addresses.into_iter().next().unwrap_or_default(),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?.id;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled).await;
    }
    let (often, now) = (Often::named(filled.text(OFTEN)), app.clock.now());
    db::transaction::<(), Error, _>(&app.db, |tx| {
        Box::pin(async move { Ok(store::choose(tx, who, often, now).await?) })
    })
    .await?;
    Ok(receipt::done(&format!("/{}/min-side/varsler", visit.lang().code()), "lagret"))
}
