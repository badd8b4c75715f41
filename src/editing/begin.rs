//! «Ny tekst»: what kind it is, in whose name, and what it is called. All else is written afterwards.

use askama::Template;
use axum::extract::{Request, State};
use time::Duration;
use uuid::Uuid;

use super::desk::frame;
use super::edit::told_of_masked;
use super::form::{self, Offered, PERSON};
use super::{held, may, path};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::items::{Content, Draft, Head, Registers, WriteError, Writer, working};
use crate::kinds::Kind;
use crate::library::fields::LIMIT;
use crate::login::known;
use crate::rights::Who;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/begin.html")]
struct Begin {
    t: Text,
    frame: Frame,
    action: String,
    person: Uuid,
    held: String,
    fields: View,
}

/// The same is begun again within so short a time only by who has pressed twice.
const AGAIN: Duration = Duration::seconds(30);

/// Pages that no list leads to are the coordinators'.
fn kinds<'a>(app: &'a App, who: &'a Who) -> impl Iterator<Item = &'static Kind> + use<'a> {
    app.kinds.iter().filter(move |kind| may::begin(who, kind.list.is_some()))
}

async fn form(app: &App, t: Text, who: &Who) -> Result<Form, Error> {
    let registers = Registers::load(&app.db).await?;
    let offered = Offered::new(&registers, t, who, app.clock.now());
    let kinds = kinds(app, who).map(|kind| Alternative::new(kind.name, kind.word));
    let fields = [
        Field::choice("kind", "editing-kind", kinds.collect()).needed(),
        Field::line("title", "library-field-title", 200).needed().helped("editing-title-help"),
        Field::choice("lang", "editing-lang", form::languages()).needed(),
        Field::choice("centre", "editing-centre", offered.owners(None))
            .helped("editing-centre-help"),
    ];
    Ok(Form::new(LIMIT, fields).hiding([PERSON, held::WAITS]))
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set("lang", visit.lang().code());
    let form = form(&app, visit.t, known(&visit)?).await?;
    // Who writes for one place alone need not choose it.
    let owners = form.fields.iter().find(|field| field.key == "centre").map(|field| &field.kind);
    if let Some(FieldKind::Choice { options, .. }) = owners
        && let [only] = &options[..]
    {
        filled.typed.set("centre", only.value.as_str());
    }
    page(&app, &visit, &form, &filled)
}

fn page(app: &App, visit: &Visit, form: &Form, filled: &Filled) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain("editing-new"));
    let action = format!("/{}/skriv/ny", t.lang.code());
    let mut frame = frame(app, visit, &heading).under(&heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, form, filled, &RegisterNames::default());
    let person = known(visit)?.id;
    let held = filled.typed.value(held::WAITS).to_owned();
    crate::web::page(filled.status(), &Begin { t, frame, action, person, held, fields })
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = form(&app, visit.t, who).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let masked = sent.mask();
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default());
    if !filled.is_good() {
        return page(&app, &visit, &form, &filled);
    }
    let kind = app.kinds.named(filled.text("kind")).ok_or(Error::NotUnderstood("kind"))?;
    let centre = Uuid::try_parse(filled.text("centre")).ok();
    if centre.is_some_and(|centre| !who.writes_for(centre)) {
        return Err(Error::Forbidden);
    }
    let head = Head { lang: filled.text("lang").to_owned(), centre, ..Head::default() };
    let draft = first(kind, filled.text("title").to_owned(), head);
    match create(&app, kind, draft, (who.id, held::named(&filled.typed))).await {
        // They are told of what was masked where it can be mended.
        Ok(id) => {
            let here = path(visit.lang().code(), id);
            Ok(crate::web::see_other(&told_of_masked(&here, &masked)))
        }
        Err(WriteError::Db(error)) => match Error::from(error) {
            error if error.will_pass() => {
                page(&app, &visit, &form, &filled.unsaved()).map(crate::web::unsaved)
            }
            error => Err(error),
        },
        Err(error) => Err(Error::Internal(error.to_string())),
    }
}

/// A text of which there is a title, and no more.
pub fn first(kind: &Kind, title: String, head: Head) -> Draft {
    let facts = (kind.check)(serde_json::Value::Null).unwrap_or_default();
    let content = Content { title, facts, facts_version: kind.version, ..Content::default() };
    Draft { content, head, note: None }
}

/// Who presses twice has begun one text.
pub async fn create(
    app: &App,
    kind: &'static Kind,
    draft: Draft,
    (who, held): (Uuid, Option<Uuid>),
) -> Result<Uuid, WriteError> {
    db::transaction::<Uuid, WriteError, _>(&app.db, |tx| {
        let (clock, kinds, draft) = (app.clock.clone(), app.kinds.clone(), draft.clone());
        Box::pin(async move {
            let just_now = clock.now() - AGAIN;
            let writer = Writer::new(tx, &clock, kinds.stored()).by(who);
            let id = match working::begun(tx, who, (kind.name, &draft), just_now).await? {
                Some(id) => id,
                None => writer.create(&kind.store, &draft).await?,
            };
            held::forget(tx, who, held).await?;
            Ok(id)
        })
    })
    .await
}
