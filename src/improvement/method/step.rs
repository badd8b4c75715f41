//! What the team says of a step: how far it has come, and what they did.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::{called, place, said};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View, alternatives};
use crate::i18n::{Text, Words};
use crate::improvement::{LIMIT, PROSE, SEEN, again, frame_under, open, received, refused, seen};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::method::{Followed, Step};
use crate::work::{Open, Refused, Standing, StepRow, StepState, Writer};

const STATE: &str = "status";
const WORDS: &str = "gjort";

#[derive(Template)]
#[template(path = "improvement/method/step.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    help: Words,
    action: String,
    seen: i32,
    fields: View,
    /// What stands now, when another has written it meanwhile.
    now: Option<String>,
}

/// The step of an address.
#[derive(serde::Deserialize)]
pub struct At {
    id: Uuid,
    step: String,
}

fn form() -> Form {
    let states = alternatives(StepState::NAMES, |name| StepState::named(name).map(StepState::key));
    let state = Field::choice(STATE, "improvement-method-state", states);
    let words = Field::text(WORDS, "improvement-method-did", PROSE, 5);
    let words = words.helped("improvement-method-did-help");
    Form::new(LIMIT, [state.helped("improvement-method-state-help"), words]).hiding([SEEN])
}

/// The work, the method that it follows, and one of its steps.
struct Desk<'a> {
    app: &'a App,
    visit: &'a Visit,
    open: Open,
    followed: Followed,
    step: &'static Step,
}

impl<'a> Desk<'a> {
    async fn of(app: &'a App, visit: &'a Visit, at: &At) -> Result<Self, Error> {
        let open = open(app, visit, at.id).await?;
        if open.standing < Standing::Writes {
            return Err(Error::Forbidden);
        }
        let followed = open.method(&app.db).await?;
        let step = followed.method.step(&at.step).ok_or(Error::NotFound)?;
        Ok(Self { app, visit, open, followed, step })
    }

    fn said(&self) -> Option<&StepRow> {
        self.followed.steps.get(&self.step.id)
    }

    fn page(&self, filled: &Filled, is_stale: bool) -> Reply {
        let (t, open) = (self.visit.t, &self.open);
        let here = place(t.lang, open.work.id);
        let action = format!("{here}/{}", self.step.id);
        let heading = called(t, open, &self.followed, &self.step.id, &self.step.title);
        let phases = t.plain("improvement-method-phases");
        let frame = frame_under(self.app, self.visit, open, &phases, &here);
        let mut frame = frame.under(heading.as_str(), &action);
        heading.as_str().clone_into(&mut frame.title);
        frame.refused = filled.is_refused() || is_stale;
        let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
        let page = Page {
            t,
            frame,
            heading,
            help: said(t, &self.step.help),
            action,
            seen: self.said().map_or(0, |said| said.number),
            fields: View::new(t, &form(), filled, &RegisterNames::default()),
            now: is_stale.then(|| self.said().map(|said| said.words.clone()).unwrap_or_default()),
        };
        crate::web::page(status, &page)
    }

    async fn save(&self, seen: i32, filled: &Filled) -> Result<(), Refused> {
        let who = known(self.visit).map_err(|_| Refused::May)?;
        let state = StepState::named(filled.text(STATE));
        let (work, step) = (self.open.work.id, self.step.id.as_str());
        db::transaction::<(), Refused, _>(&self.app.db, |tx| {
            let (clock, who) = (self.app.clock.clone(), who.clone());
            let words = filled.text(WORDS).to_owned();
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &who);
                writer.say_step(work, (step, seen), state, &words).await
            })
        })
        .await
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let desk = Desk::of(&app, &visit, &at).await?;
    let mut filled = Filled::empty();
    if let Some(said) = desk.said() {
        filled.typed.set(STATE, said.state.clone().unwrap_or_default());
        filled.typed.set(WORDS, said.words.as_str());
    }
    desk.page(&filled, false)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let desk = Desk::of(&app, &visit, &at).await?;
    let filled = received(&app, &visit, request, &form()).await?;
    let seen = seen(&filled);
    if !filled.is_good() {
        return desk.page(&filled, false);
    }
    match desk.save(seen, &filled).await {
        Ok(()) => {
            let here = place(visit.lang(), at.id);
            Ok(crate::web::see_other(&format!("{here}?lagret=1#{}", desk.step.id)))
        }
        // Both are shown: what stands now, and what was typed. Sent again it takes its place.
        Err(Refused::Stale) => Desk::of(&app, &visit, &at).await?.page(&filled, true),
        Err(error) => again(refused(error), filled, |filled| desk.page(filled, false)),
    }
}
