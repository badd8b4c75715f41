//! Where the team says that the work is: its state, and how far it has come on the scale from 0.5 to 5.0.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::form::{Asked, Line, page};
use super::past::{Before, Past};
use super::{HIDDEN, LIMIT, received, writable};
use crate::app::App;
use crate::charts;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, Wording, alternatives};
use crate::i18n::{Lang, Text, Words};
use crate::improvement::{Id, path, refused};
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Change, Changed, Open, Progress, Refused, Status, Writer};

const STATE: &str = "status";
const PROGRESS: &str = "framdrift";

fn form() -> Form {
    let states = alternatives(Status::NAMES, |name| Status::named(name).map(Status::key));
    let fields = [
        Field::choice(STATE, "improvement-status", states).needed(),
        Field::choice(PROGRESS, "improvement-log-progress", steps())
            .helped("improvement-log-progress-help"),
    ];
    Form::new(LIMIT, fields).hiding(HIDDEN)
}

/// The scale, each step with its number and its words.
fn steps() -> Vec<Alternative> {
    let all = Progress::NAMES.iter().filter_map(|name| Progress::named(name));
    let words = |step: Progress| {
        // Sámi has none yet: it is told in bokmål, and marked.
        let said = [Lang::Nb, Lang::Nn, Lang::En]
            .map(|lang| (lang, String::from(progress(Text::new(lang), step))));
        Wording::Words(said.into_iter().collect())
    };
    all.map(|step| Alternative::new(step.name(), words(step))).collect()
}

/// «2,5: Endringer prøves, ingen bedring å se».
pub fn progress(t: Text, step: Progress) -> Words {
    let number = charts::number(t, f64::from(step.tenths().unwrap_or(0)) / 10.0, 1);
    t.with2("improvement-log-step", "number", number, "words", t.plain(step.key()))
}

/// How far the team says that it has come, as its page draws it.
pub struct Scale {
    pub number: String,
    pub words: Words,
    /// Where on the line it is, in per cent of it.
    pub at: String,
    /// The numbers at both ends of the line.
    pub ends: [String; 2],
}

/// The line begins and ends so far inside its frame, in per cent.
const INSET: f64 = 3.0;
/// The ends of the scale.
const ENDS: (f64, f64) = (0.5, 5.0);

pub fn scale(t: Text, step: Progress) -> Scale {
    let value = f64::from(step.tenths().unwrap_or(0)) / 10.0;
    let (low, high) = ENDS;
    let share = (value - low) / (high - low);
    let number = |value: f64| charts::number(t, value, 1);
    Scale {
        number: number(value),
        words: t.get(step.key()),
        at: format!("{:.1}", INSET + share * (100.0 - 2.0 * INSET)),
        ends: [number(low), number(high)],
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = writable(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    filled.typed.set(STATE, open.work.status.as_str());
    if let Some(tenths) = open.work.progress {
        filled.typed.set(PROGRESS, tenths.to_string());
    }
    form_page(&app, &visit, &open, &filled).await
}

async fn form_page(app: &App, visit: &Visit, open: &Open, filled: &Filled) -> Reply {
    let (t, form) = (visit.t, form());
    let asked = Asked {
        heading: "improvement-log-status",
        lead: "improvement-log-status-lead",
        under: None,
        action: format!("{}/status", path(t.lang, open.work.id)),
        hidden: Vec::new(),
        form: &form,
        filled,
        now: None,
        may_drop: false,
        before: before(app, t, open).await?,
    };
    page(app, visit, open, asked)
}

/// What the team said before.
async fn before(app: &App, t: Text, open: &Open) -> Result<Vec<Before>, Error> {
    let past = Past::load(app, open, &[Changed::Status], None).await?;
    Ok(past.told(t, |change| stood(t, change)))
}

/// The status that stood before a change of it.
pub fn stood(t: Text, change: &Change) -> Option<Vec<Line>> {
    let was = change.was.as_ref()?;
    let status = Status::named(was.get("status")?.as_str()?)?;
    let mut lines = vec![(t.get("improvement-status"), t.get(status.key()))];
    let tenths = was.get("progress").and_then(serde_json::Value::as_i64);
    let step = tenths.and_then(|tenths| Progress::of(i32::try_from(tenths).ok()?));
    lines.extend(step.map(|step| (t.get("improvement-log-progress"), progress(t, step))));
    Some(lines)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = writable(&app, &visit, id).await?;
    let filled = received(&app, request, &form()).await;
    let status = Status::named(filled.text(STATE)).filter(|_| filled.is_good());
    let Some(status) = status else { return form_page(&app, &visit, &open, &filled).await };
    let step = Progress::named(filled.text(PROGRESS)).and_then(Progress::tenths);
    match save(&app, &visit, id, (status, step)).await {
        Ok(()) => Ok(crate::web::see_other(&path(visit.lang(), id))),
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            let page = form_page(&app, &visit, &open, &filled.unsaved()).await;
            page.map(crate::web::unsaved)
        }
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    work: Uuid,
    (status, progress): (Status, Option<i32>),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(
            async move { Writer::new(tx, &clock, &who).set_status(work, status, progress).await },
        )
    })
    .await
}
