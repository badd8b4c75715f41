//! Where two have saved the same text: both stand side by side, and whoever was second chooses, field by field.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::desk::{COMPARING, Desk, frame, lang_attr};
use super::form::{self, NUMBER};
use super::joining::{Choice, Clash};
use super::meeting::{Meeting, Unkept};
use super::receipts::Receipt;
use super::save::{Halt, save};
use super::told::said;
use super::units::{read_back, units};
use super::{Id, aside, path};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldView, Filled, Form, RegisterNames, View, Wording};
use crate::i18n::{Text, Words};
use crate::items::{Content, Stage, WriteError, set_aside as waiting};
use crate::library::versions::{DiffPiece, pieces};
use crate::text::MISSING;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

const LIMIT: usize = 64 * 1024;
const DO: &str = "gjor";
const DROP: &str = "kast";
/// The revision that their text was written on.
pub const BASE: &str = "fra";

#[derive(Template)]
#[template(path = "editing/join.html")]
struct Page {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    here: String,
    action: String,
    number: i32,
    base: i32,
    notice: Option<Words>,
    is_handed_in: bool,
    /// Something was struck from the text since they opened it, in these fields.
    is_struck: bool,
    struck: Vec<Words>,
    unkept: Vec<Unkept>,
    fields: View,
    clashes: Vec<Shown>,
    /// What only the other changed, and what only they did.
    taken: Vec<Words>,
    given: Vec<Words>,
}

/// A field that both have changed, with what the choice is about.
struct Shown {
    id: String,
    label: Words,
    theirs: Vec<DiffPiece>,
    mine: Vec<DiffPiece>,
    field: FieldView,
}

/// What is saved, and what they wrote.
type Sides = (Vec<DiffPiece>, Vec<DiffPiece>);

/// A text of theirs that waits, held against the newest.
struct Waiting {
    desk: Desk,
    row: waiting::Model,
    meeting: Meeting,
    form: Form,
    unkept: Vec<Unkept>,
}

impl Waiting {
    async fn open(app: &App, visit: &Visit, id: uuid::Uuid) -> Result<Self, Error> {
        let desk = Desk::open(app, visit, id).await?;
        let row = aside::of(&app.db, id, desk.who.id).await?.ok_or(Error::NotFound)?;
        let text = Content::of_stored(&row.content).ok_or(Error::Unreadable(id))?;
        let mine = match &row.form {
            Some(form) => form.clone(),
            None => form::value(desk.kind, &desk.registers, &desk.item, &text),
        };
        let mine = read_back(&desk.form, &mine, &desk.known);
        let meeting =
            desk.meeting(app, row.base, (&mine, text.uses.as_slice()), (&[], &[])).await?;
        let form = choices(visit.t, &desk, &meeting.join.clashes);
        Ok(Self { desk, row, meeting, form, unkept: Vec::new() })
    }

    /// What was chosen, field by field.
    fn chosen(&self, filled: &Filled) -> BTreeMap<String, Choice> {
        let each = self.form.fields.iter().zip(&self.meeting.join.clashes);
        let choice = |(field, clash): (&Field, &Clash)| {
            Some((clash.path.clone(), Choice::named(filled.text(&field.key))?))
        };
        each.filter_map(choice).collect()
    }

    /// Both sides of each choice, with what is other marked: work for a thread of its own.
    async fn sides(&self, t: Text) -> Result<Vec<Sides>, Error> {
        let all = units(&self.desk.form);
        let words = |clash: &Clash, choice| {
            let unit = all.iter().find(|unit| unit.path == clash.path);
            let value = clash.settled(choice);
            let told = unit
                .zip(value.as_ref())
                .map(|(unit, value)| said(t, &self.desk.known, &unit.field.kind, value));
            told.unwrap_or_default()
        };
        let both = |clash: &Clash| (words(clash, Choice::Theirs), words(clash, Choice::Mine));
        let texts: Vec<(String, String)> = self.meeting.join.clashes.iter().map(both).collect();
        let until = (tokio::time::Instant::now() + COMPARING).into_std();
        let compare = move || {
            let side = |(theirs, mine): &(String, String)| {
                let marked = if theirs == mine {
                    vec![DiffPiece::Kept(theirs.clone())]
                } else {
                    pieces(theirs, mine, until)
                };
                let of_theirs = |one: &&DiffPiece| !matches!(one, DiffPiece::Added(_));
                let of_mine = |one: &&DiffPiece| !matches!(one, DiffPiece::Removed(_));
                let left = marked.iter().filter(of_theirs).cloned().collect();
                (left, marked.iter().filter(of_mine).cloned().collect())
            };
            texts.iter().map(side).collect()
        };
        Ok(tokio::task::spawn_blocking(compare).await?)
    }

    async fn page(
        self,
        app: &App,
        visit: &Visit,
        (status, filled): (StatusCode, &Filled),
        notice: Option<&str>,
    ) -> Reply {
        let t = visit.t;
        let sides = self.sides(t).await?;
        let Self { desk, row, meeting, form, unkept } = self;
        let here = path(t.lang.code(), desk.item.item.id);
        let is_struck = meeting.struck.is_some();
        let heading = t.plain(if is_struck { "editing-join-struck" } else { "editing-join" });
        let action = format!("{here}/forskjeller");
        let title = desk.content.title.clone();
        let mut frame = frame(app, visit, &heading).under(&title, &here).under(&heading, &action);
        frame.refused = filled.is_refused();
        let mut fields = View::new(t, &form, filled, &RegisterNames::default());
        let shown = std::mem::take(&mut fields.fields);
        let join = &meeting.join;
        let mut clashes = Vec::with_capacity(shown.len());
        for ((field, clash), (theirs, mine)) in shown.into_iter().zip(&join.clashes).zip(sides) {
            let id = format!("felt-{}", clash.path.replace('.', "-"));
            let label = desk.labels(t, std::slice::from_ref(&clash.path)).into_iter().next();
            let label = label.unwrap_or_else(|| field.label.clone());
            clashes.push(Shown { id, label, theirs, mine, field });
        }
        let page = Page {
            t,
            frame,
            title,
            lang: lang_attr(t, &desk.item.head.lang),
            here,
            action,
            number: desk.item.number(),
            base: row.base,
            notice: notice.map(|key| t.get(key)),
            is_handed_in: desk.item.stage().is_some_and(|stage| stage != Stage::Draft),
            is_struck,
            struck: meeting.struck.map_or_else(Vec::new, |one| desk.labels(t, &one.fields)),
            unkept,
            fields,
            clashes,
            taken: desk.labels(t, &join.taken),
            given: desk.labels(t, &join.given),
        };
        crate::web::page(status, &page)
    }
}

/// One choice for each field that both have changed.
fn choices(t: Text, desk: &Desk, clashes: &[Clash]) -> Form {
    let field = |(nth, clash): (usize, &Clash)| {
        let label = desk.labels(t, std::slice::from_ref(&clash.path));
        let label = label.first().map(Words::as_str).unwrap_or_default();
        let words = |text: String| Wording::Words([(t.lang, text)].into_iter().collect());
        let missing = words(t.plain_with("editing-join-choose", "field", label));
        let label = words(t.plain_with("editing-join-which", "field", label));
        let both =
            clash.may_be_both().then(|| Alternative::new(Choice::Both.word(), "editing-join-both"));
        let options = [
            Alternative::new(Choice::Theirs.word(), "editing-join-theirs"),
            Alternative::new(Choice::Mine.word(), "editing-join-mine"),
        ];
        let options = options.into_iter().chain(both).collect();
        let field = Field::choice(&format!("valg_{nth}"), label, options).needed();
        field.saying(MISSING, missing)
    };
    let fields: Vec<Field> = (1..).zip(clashes).map(field).collect();
    Form::new(LIMIT, fields).hiding([NUMBER, BASE, DO])
}

/// The text of theirs that was set aside, beside the newest.
pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let waiting = Box::pin(Waiting::open(&app, &visit, id)).await?;
    let filled = Filled::empty();
    Box::pin(waiting.page(&app, &visit, (StatusCode::OK, &filled), None)).await
}

/// The same for who has just sent it, with what of theirs is kept nowhere.
pub async fn apart(app: &App, visit: &Visit, id: uuid::Uuid, unkept: Vec<Unkept>) -> Reply {
    let mut waiting = Box::pin(Waiting::open(app, visit, id)).await?;
    waiting.unkept = unkept;
    let filled = Filled::empty();
    Box::pin(waiting.page(app, visit, (StatusCode::CONFLICT, &filled), None)).await
}

pub async fn choose(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let waiting = Box::pin(Waiting::open(&app, &visit, id)).await?;
    let filled = Filled::receive(request, &waiting.form, &RegisterNames::default()).await;
    let here = path(visit.lang().code(), id);
    let is = |name, number: i32| filled.typed.value(name) == number.to_string();
    if !is(BASE, waiting.row.base) || !is(NUMBER, waiting.desk.item.number()) {
        return moved(waiting, &app, &visit).await;
    }
    if filled.typed.value(DO) == DROP {
        let (base, person) = (waiting.row.base, waiting.desk.who.id);
        db::transaction::<(), Error, _>(&app.db, |tx| {
            Box::pin(async move { Ok(aside::forget(tx, (id, base), person).await?) })
        })
        .await?;
        return Ok(crate::web::see_other(&Receipt::Dropped.on(&here)));
    }
    if !filled.is_good() {
        return Box::pin(waiting.page(&app, &visit, (filled.status(), &filled), None)).await;
    }
    let Waiting { desk, row, meeting, .. } = &waiting;
    let value = meeting.join.settled(&desk.form, &waiting.chosen(&filled));
    // Chosen together, two fields may not go together: what is wrong then comes back in its field.
    let sending = desk.joined(&value, &meeting.uses);
    let Some(mut sending) = sending else { return Err(Error::NotUnderstood(DO)) };
    sending.joins = Some(row.base);
    sending.unsaved = desk.unsaved(&app, sending.unsaved, &meeting.join.given).await?;
    match save(&app, &sending).await {
        Ok(_) => Ok(crate::web::see_other(&Receipt::Joined.on(&here))),
        Err(Halt::Write(WriteError::Stale { .. })) => {
            let waiting = Box::pin(Waiting::open(&app, &visit, id)).await?;
            moved(waiting, &app, &visit).await
        }
        Err(halt) => Err(halt.into()),
    }
}

/// Somebody has saved once more since the page was shown: there may be something else to choose.
async fn moved(waiting: Waiting, app: &App, visit: &Visit) -> Reply {
    let filled = Filled::empty();
    let page = (StatusCode::CONFLICT, &filled);
    Box::pin(waiting.page(app, visit, page, Some("editing-join-moved"))).await
}
