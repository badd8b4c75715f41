//! One's own second steps: which there are, how another is set up, and taking one away.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::Duration;
use uuid::Uuid;

use super::added::codes;
use super::{LIMIT, has_passkeys};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Text, Words};
use crate::login::{known, unkept};
use crate::people::factors::{self, Held, Step, passkeys, recovery, totp};
use crate::people::letter::Changed;
use crate::people::{Refused, What, sessions};
use crate::rights::Who;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/manage.html")]
struct Manage {
    t: Text,
    frame: Frame,
    action: String,
    /// They have roles that wait for it.
    waits: bool,
    app_since: Option<String>,
    keys: Vec<Key>,
    recovery: usize,
    has_any: bool,
    can_have_keys: bool,
    notice: Option<Words>,
}

struct Key {
    id: Uuid,
    name: String,
    since: String,
}

/// Who wants to change a step that is there has shown one so lately.
const FRESH: Duration = Duration::minutes(30);

/// What the buttons are called.
const APP: &str = "app";
const REMOVE_APP: &str = "fjern-app";
const REMOVE: &str = "fjern";
const CODES: &str = "koder";

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, None).await
}

pub async fn page(app: &App, visit: &Visit, notice: Option<&str>) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let held = factors::of(&app.db, who.id).await?;
    let heading = t.plain("second-manage-heading");
    let mine = format!("/{}/min-side", t.lang.code());
    let action = format!("{mine}/trinn-to");
    let frame = Frame::new(app, visit, &heading).form();
    let frame = frame.under(t.plain("web-my-page"), mine).under(&heading, &action);
    let has_any = held.any();
    let Held { app: since, passkeys, recovery } = held;
    let key = |row: passkeys::Model| Key { id: row.id, name: row.name, since: t.day(*row.made_at) };
    let can_have_keys = has_passkeys(app) && passkeys.len() < passkeys::MOST;
    let page = Manage {
        t,
        frame,
        action,
        waits: who.waits,
        app_since: since.map(|since| t.day(since)),
        keys: passkeys.into_iter().map(key).collect(),
        recovery,
        has_any,
        can_have_keys,
        notice: notice.map(|key| t.get(key)),
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(unkept(crate::web::page(status, &page)?))
}

/// May this session change what there is? Who has a step already has to have taken one lately: a browser
/// that was left open is not enough.
pub async fn may_change(app: &App, who: &Who) -> Result<bool, Error> {
    if !factors::of(&app.db, who.id).await?.any() {
        return Ok(true);
    }
    let session = sessions::by_id(&app.db, (who.id, who.session)).await?;
    let proved = session.and_then(|session| session.proved_at);
    Ok(proved.is_some_and(|at| app.clock.now() - *at < FRESH))
}

/// What a button asks for.
#[derive(Clone, Copy)]
enum Change {
    App,
    Remove(Option<Uuid>),
    Codes,
}

pub async fn change(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([APP, REMOVE_APP, REMOVE, CODES]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let pressed = |name: &str| !filled.typed.value(name).is_empty();
    let change = if pressed(APP) {
        Change::App
    } else if pressed(REMOVE_APP) {
        Change::Remove(None)
    } else if pressed(CODES) {
        Change::Codes
    } else {
        let id = Uuid::try_parse(filled.typed.value(REMOVE));
        Change::Remove(Some(id.map_err(|_| Error::NotUnderstood("knapp"))?))
    };
    if !may_change(&app, who).await? {
        return page(&app, &visit, Some("second-not-fresh")).await;
    }
    match make(&app, who, change).await {
        Ok(None) => {
            let here = format!("/{}/min-side/trinn-to", visit.lang().code());
            let to_app = matches!(change, Change::App);
            let there = if to_app { format!("{here}/app") } else { here };
            Ok(unkept(crate::web::see_other(&there)))
        }
        Ok(Some(new)) => codes(&app, &visit, (new, true)),
        Err(Refused::Database(error)) => Err(error.into()),
        Err(_) => page(&app, &visit, Some("second-not-there")).await,
    }
}

/// New recovery codes, where they were asked for.
async fn make(app: &App, who: &Who, change: Change) -> Result<Option<Vec<String>>, Refused> {
    db::transaction::<Option<Vec<String>>, Refused, _>(&app.db, |tx| {
        let (app, who) = (app.clone(), who.clone());
        Box::pin(async move {
            let App { clock, seal, .. } = &app;
            match change {
                Change::App => {
                    let is_begun = totp::begin(tx, clock, who.id).await?;
                    if is_begun { Ok(None) } else { Err(Refused::NotThere) }
                }
                Change::Remove(passkey) => {
                    factors::remove(tx, clock, who.id, passkey).await?;
                    factors::tell(tx, clock, who.id, Changed::Removed).await?;
                    Ok(None)
                }
                Change::Codes => {
                    if !factors::of(tx, who.id).await?.any() {
                        return Err(Refused::NotThere);
                    }
                    let by = (who.id, Some(who.id));
                    factors::log(tx, clock, What::CodesRenewed, by, Step::Recovery).await?;
                    Ok(Some(recovery::renew(tx, clock, seal, who.id).await?))
                }
            }
        })
    })
    .await
}
