//! Where words stand: in which texts and which of their revisions, and in what stands beside the texts. Nothing of what was looked for is
//! kept, and no address has it.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::{LIMIT, RECEIPTS, file, frame, outside, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::{Elsewhere, Passage, StandsIn, read};
use crate::text::Fault;
use crate::web::{Frame, Visit};

pub const WORDS: &str = "hva";
/// Also with the endings of its last word.
pub const FORMS: &str = "boyning";
const LONGEST: usize = 5_000;
/// So many texts are shown.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "strikes/find.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    find: View,
    file: View,
    /// What was looked for, to be sent on.
    words: String,
    has_forms: bool,
    /// Where it stands; nothing when nobody has asked.
    found: Option<Found>,
}

pub struct Found {
    rows: Vec<Row>,
    /// What stands beside the texts.
    areas: Vec<outside::Row>,
    /// So many more are not shown.
    more: usize,
}

struct Row {
    id: Uuid,
    title: String,
    lang: String,
    stands: Words,
}

/// What is looked for may be anything, also a number.
fn form() -> Form {
    let words = Field::text(WORDS, "strikes-words", LONGEST, 3).needed();
    let forms = Field::new(FORMS, "strikes-forms", FieldKind::Tick).helped("strikes-forms-help");
    Form::new(LIMIT, [words.helped("strikes-words-help"), forms]).masked()
}

/// What is to be found, as it was typed.
pub fn passage(typed: &Submitted) -> Result<Passage, Fault> {
    let passage = Passage::new(typed.value(WORDS));
    let passage = passage.map_err(|_| Fault::new(WORDS, "strikes-fault-short"))?;
    Ok(if typed.value(FORMS).is_empty() { passage } else { passage.with_forms() })
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    visit.parameters()?;
    let empty = Filled::empty();
    page(&app, &visit, (&empty, &empty), None)
}

pub fn page(
    app: &App,
    visit: &Visit,
    (find, file): (&Filled, &Filled),
    found: Option<Found>,
) -> Reply {
    let t = visit.t;
    let mut frame = frame(app, visit).saying(visit, RECEIPTS);
    frame.refused = find.is_refused() || file.is_refused();
    let status = if find.is_refused() { find.status() } else { file.status() };
    let page = Page {
        t,
        frame,
        action: path(visit),
        find: View::new(t, &form(), find, &RegisterNames::default()),
        file: View::new(t, &file::named(), file, &RegisterNames::default()),
        words: find.typed.value(WORDS).to_owned(),
        has_forms: !find.typed.value(FORMS).is_empty(),
        found,
    };
    crate::web::page(status, &page)
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let empty = Filled::empty();
    if !filled.is_good() {
        return page(&app, &visit, (&filled, &empty), None);
    }
    match passage(&filled.typed) {
        Ok(passage) => {
            let found = look(&app, visit.t, &passage).await?;
            page(&app, &visit, (&filled, &empty), Some(found))
        }
        Err(fault) => page(&app, &visit, (&filled.and([fault]), &empty), None),
    }
}

/// Looks through all texts, public or not, as the command does, and through what stands beside them: words
/// that are written in many ways are found by no index.
async fn look(app: &App, t: Text, passage: &Passage) -> Result<Found, Error> {
    let everywhere = Elsewhere::look(&app.db, &app.clock, Uuid::nil(), passage).await?;
    let mut rows = Vec::new();
    for named in everywhere.holding().iter().take(MOST) {
        let Some(item) = read::by_external_id(&app.db, named).await? else { continue };
        let stands = StandsIn::of(&app.db, item.id, passage).await?;
        rows.push(Row {
            id: item.id,
            stands: said(t, &stands),
            title: item.title,
            lang: item.lang,
        });
    }
    let more = everywhere.holding().len().saturating_sub(MOST);
    let areas = outside::rows(app, t, passage).await?;
    Ok(Found { rows, areas, more })
}

/// In how many places of which revisions.
fn said(t: Text, stands: &[StandsIn]) -> Words {
    let numbers: Vec<String> = stands.iter().map(|one| one.number.to_string()).collect();
    let places: i32 = stands.iter().map(|one| one.places).sum();
    if numbers.is_empty() {
        return t.get("strikes-stands-around");
    }
    t.with2("strikes-stands", "places", places, "revisions", numbers.join(", "))
}
