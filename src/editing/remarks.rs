//! Remarks on the newest text: on a passage of it, or on all of it; resolved by those who write.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::desk::{at, called, frame, lang_attr, open};
use super::form::PERSON;
use super::save::Halt;
use super::{Id, held, notes, path};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::Text;
use crate::items::{Content, Working};
use crate::login::known;
use crate::markdown;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

const LIMIT: usize = 64 * 1024;
const RESOLVE: &str = "lost";
const REOPEN: &str = "apne";

#[derive(Template)]
#[template(path = "editing/remarks.html")]
struct Remarks {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    action: String,
    person: Uuid,
    held: String,
    text: String,
    all: Vec<Remark>,
    fields: View,
}

struct Remark {
    id: Uuid,
    passage: String,
    /// The passage stands in the newest text still.
    is_there: bool,
    words: String,
    by: String,
    resolved: Option<String>,
}

fn form() -> Form {
    let passage = Field::text("sted", "editing-remark-passage", 2_000, 3)
        .helped("editing-remark-passage-help");
    let words = Field::text("merknad", "editing-remark-words", 4_000, 4).needed();
    Form::new(LIMIT, [passage, words])
}

/// The text in plain words, as readers have it: what can be remarked upon.
fn plain(content: &Content) -> String {
    let mut all = vec![content.title.clone(), content.lead.clone(), markdown::lines(&content.body)];
    prose(&content.facts, &mut all);
    all.retain(|text| !text.trim().is_empty());
    all.join("\n\n")
}

fn prose(value: &serde_json::Value, all: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => all.push(markdown::lines(text)),
        serde_json::Value::Array(list) => list.iter().for_each(|value| prose(value, all)),
        serde_json::Value::Object(map) => map.values().for_each(|value| prose(value, all)),
        _ => {}
    }
}

/// The same whatever the space between words.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn stands_in(passage: &str, text: &str) -> bool {
    spaced(text).contains(&spaced(passage))
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (item, _) = open(&app, &visit, id).await?;
    page(&app, &visit, &item, &Filled::empty()).await
}

async fn page(app: &App, visit: &Visit, item: &Working, filled: &Filled) -> Reply {
    let (t, id) = (visit.t, item.item.id);
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let text = plain(&content);
    let mut all = Vec::new();
    for row in notes::of(&app.db, id).await? {
        let (who, when) = (called(app, t, row.person_id).await?, at(t, *row.made_at));
        let resolved = match row.resolved_by {
            None => None,
            Some(by) => {
                let name = called(app, t, by).await?;
                Some(t.plain_with("editing-remark-resolved", "name", name))
            }
        };
        all.push(Remark {
            id: row.id,
            is_there: stands_in(&row.passage, &text),
            passage: row.passage,
            words: row.words,
            by: t.plain_with2("editing-remark-by", "name", who, "at", when),
            resolved,
        });
    }
    let here = path(t.lang.code(), id);
    let (heading, action) = (t.plain("editing-remarks"), format!("{here}/merknader"));
    let mut frame = frame(app, visit, &heading)
        .under(&content.title, format!("{here}/steg"))
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Remarks {
        t,
        frame,
        lang: lang_attr(t, &item.head.lang),
        title: content.title,
        action,
        person: known(visit)?.id,
        held: filled.typed.value(held::WAITS).to_owned(),
        text,
        all,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let who = known(&visit)?.id;
    let mut sent = Submitted::receive(request, LIMIT).await;
    if held::is_anothers(&sent, who) {
        return held::hold(&app, &visit, sent).await;
    }
    let (item, _) = open(&app, &visit, id).await?;
    sent.mask();
    let form = form().hiding([RESOLVE, REOPEN, PERSON, held::WAITS]);
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default());
    let button = |name: &str| Uuid::try_parse(filled.typed.value(name)).ok();
    let there = crate::web::see_other(&format!("{}/merknader", path(visit.lang().code(), id)));
    let pressed = button(RESOLVE).map(|remark| (remark, Some(who)));
    if let Some(pressed) = pressed.or_else(|| button(REOPEN).map(|remark| (remark, None))) {
        let was_there = resolve(&app, id, pressed).await?;
        return if was_there { Ok(there) } else { Err(Error::NotFound) };
    }
    if !filled.is_good() {
        return page(&app, &visit, &item, &filled).await;
    }
    let text = item.newest.content().map(|content| plain(&content)).unwrap_or_default();
    if !stands_in(filled.text("sted"), &text) {
        let filled = filled.and([Fault::new("sted", "editing-fault-passage")]);
        return page(&app, &visit, &item, &filled).await;
    }
    match add(&app, &item, who, &filled).await.map_err(Error::from) {
        Ok(()) => Ok(there),
        Err(error) if error.will_pass() => {
            page(&app, &visit, &item, &filled.unsaved()).await.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

async fn add(app: &App, item: &Working, who: Uuid, filled: &Filled) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, of) = (app.clock.clone(), (item.item.id, item.newest.number));
        let held = held::named(&filled.typed);
        let (passage, words) = (filled.text("sted").to_owned(), filled.text("merknad").to_owned());
        Box::pin(async move {
            notes::add(tx, &clock, of, who, (passage.as_str(), words.as_str())).await?;
            Ok(held::forget(tx, who, held).await?)
        })
    })
    .await
}

async fn resolve(app: &App, item: Uuid, (id, by): (Uuid, Option<Uuid>)) -> Result<bool, Error> {
    let resolved = db::transaction::<bool, Halt, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { Ok(notes::resolve(tx, &clock, (item, id), by).await?) })
    });
    Ok(resolved.await?)
}
