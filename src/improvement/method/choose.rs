//! Which method a team follows.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::{place, said};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, View, Wording};
use crate::i18n::{Text, Words};
use crate::improvement::{
    Id, LIMIT, SEEN, again, frame_under, open, path, received, refused, seen,
};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::method::{Followed, Method, newest, offered};
use crate::work::{Open, Refused, Standing, Writer};

const METHOD: &str = "metode";

#[derive(Template)]
#[template(path = "improvement/method/choose.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    seen: i32,
    /// Each that can be chosen, and what it is.
    methods: Vec<(Words, Words)>,
    fields: View,
    /// What stands now, when another has chosen meanwhile.
    now: Option<Words>,
}

fn form() -> Form {
    let one = |one: &Method| Alternative::new(&one.name, Wording::Words(one.title.clone()));
    let method = Field::choice(METHOD, "improvement-method-which", offered().map(one).collect());
    let method = method.needed().helped("improvement-method-which-help");
    Form::new(LIMIT, [method]).hiding([SEEN])
}

/// The work and the method that it follows, for those who may write.
pub async fn followed(app: &App, visit: &Visit, id: Uuid) -> Result<(Open, Followed), Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let followed = open.method(&app.db).await?;
    Ok((open, followed))
}

/// The frame of a page under the phases.
pub fn frame(app: &App, visit: &Visit, open: &Open, heading: &str, action: &str) -> Frame {
    let phases = visit.t.plain("improvement-method-phases");
    let here = place(visit.lang(), open.work.id);
    let mut frame = frame_under(app, visit, open, &phases, &here).under(heading, action);
    heading.clone_into(&mut frame.title);
    frame
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (open, followed) = followed(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    filled.typed.set(METHOD, followed.method.name.as_str());
    page(&app, &visit, (&open, &followed), &filled, false)
}

fn page(
    app: &App,
    visit: &Visit,
    (open, followed): (&Open, &Followed),
    filled: &Filled,
    is_stale: bool,
) -> Reply {
    let t = visit.t;
    let action = format!("{}/metode", path(t.lang, open.work.id));
    let mut frame = frame(app, visit, open, &t.plain("improvement-method-choose"), &action);
    frame.refused = filled.is_refused() || is_stale;
    let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
    let page = Page {
        t,
        frame,
        action,
        seen: followed.number,
        methods: offered().map(|one| (said(t, &one.title), said(t, &one.about))).collect(),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        now: is_stale.then(|| said(t, &followed.method.title)),
    };
    crate::web::page(status, &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let (open, before) = followed(&app, &visit, id).await?;
    let filled = received(&app, &visit, request, &form()).await?;
    let seen = seen(&filled);
    let Some(method) = newest(filled.text(METHOD)).filter(|_| filled.is_good()) else {
        return page(&app, &visit, (&open, &before), &filled, false);
    };
    match save(&app, &visit, (id, seen), (method, &before)).await {
        Ok(()) => Ok(crate::web::see_other(&format!("{}?lagret=1", place(visit.lang(), id)))),
        Err(Refused::Stale) => {
            let (open, now) = followed(&app, &visit, id).await?;
            page(&app, &visit, (&open, &now), &filled, true)
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, (&open, &before), filled, false)
        }),
    }
}

/// The team's own words go along to a method with parts of the same ids; the others wait for whoever
/// comes back.
async fn save(
    app: &App,
    visit: &Visit,
    (work, seen): (Uuid, i32),
    (method, before): (&'static Method, &Followed),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, own) = (app.clock.clone(), who.clone(), before.own.clone());
        Box::pin(
            async move { Writer::new(tx, &clock, &who).set_method(work, seen, method, &own).await },
        )
    })
    .await
}
