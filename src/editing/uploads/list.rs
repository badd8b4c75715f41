//! The page of a text's pictures and files: those in the text, those on their way, and how to send in more.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::one::found as found_in;
use super::store::{self, Model};
use super::why::Why;
use super::{consents, give, open_to_write, path};
use crate::app::App;
use crate::dates::oslo_day;
use crate::editing::desk::{at, frame};
use crate::editing::{self, Id};
use crate::error::{Error, Reply};
use crate::files::short_name;
use crate::i18n::{Text, Words};
use crate::items::{Content, Placed};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/uploads/list.html")]
struct List {
    t: Text,
    frame: Frame,
    title: String,
    /// Where the text is written.
    here: String,
    action: String,
    /// What is wrong with what was sent.
    fault: Option<Words>,
    largest: String,
    uploads: Vec<Row>,
    is_waiting: bool,
}

struct Row {
    name: String,
    /// «PDF», once it is known what it is.
    kind: String,
    sent: String,
    stage: Words,
    colour: &'static str,
    /// Why it is refused.
    why: Option<Words>,
    is_name_masked: bool,
    /// What was found in it that its readers would miss, or that nobody should read.
    found: Vec<Words>,
    /// Where it is described, once it is taken.
    href: Option<String>,
    /// Where consents are recorded, of a picture that lacks one.
    consents: Option<String>,
    /// A small picture of it, with its size.
    picture: Option<Shown>,
    /// To take it off the list, of one that is refused.
    delete: Option<Uuid>,
}

pub struct Shown {
    pub src: String,
    pub width: u32,
    pub height: u32,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    page(&app, &visit, id, None).await
}

/// The page, with what is wrong with what somebody sent.
pub async fn page(
    app: &App,
    visit: &Visit,
    id: Uuid,
    fault: Option<(StatusCode, &'static str)>,
) -> Reply {
    let t = visit.t;
    let (item, _) = open_to_write(app, visit, id).await?;
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let uploads = store::of_item(&app.db, id).await?;
    let seen = uploads.iter().filter(|row| row.people.as_deref() == Some(store::SOMEBODY));
    let seen: Vec<Uuid> = seen.filter_map(|row| row.file_id).collect();
    let given = consents::of_all(&app.db, &seen).await?;
    let today = oslo_day(app.clock.now());
    let lacks = |row: &Model| {
        let file = row.file_id.filter(|file| seen.contains(file));
        file.is_some_and(|file| {
            !consents::hold(given.iter().filter(|one| one.file_id == file), today)
        })
    };
    let (code, heading) = (t.lang.code(), t.plain("editing-uploads"));
    let (here, action) = (editing::path(code, id), path(code, id));
    let mut frame =
        frame(app, visit, &heading).under(&content.title, &here).under(&heading, &action);
    frame.refused = fault.is_some();
    let page = List {
        t,
        frame,
        here,
        action,
        fault: fault.map(|(_, key)| t.get(key)),
        largest: t.size(app.files.largest()),
        is_waiting: uploads.iter().any(|row| row.state == store::WAITING),
        uploads: uploads.iter().map(|one| row(t, one, &content, lacks(one))).collect(),
        title: content.title,
    };
    crate::web::page(fault.map_or(StatusCode::OK, |(status, _)| status), &page)
}

fn row(t: Text, one: &Model, content: &Content, lacks_consent: bool) -> Row {
    let found = one.found();
    let is_used = one.file_id.is_some_and(|file| is_in(content, file));
    let (key, colour) = match one.state.as_str() {
        store::WAITING => ("editing-upload-waiting", "info"),
        store::READY if !one.is_lost() && one.has_open_numbers() => {
            ("editing-upload-look", "warning")
        }
        store::READY if is_used => ("editing-upload-used", "success"),
        store::READY if !one.is_lost() => ("editing-upload-ready", "neutral"),
        _ => ("editing-upload-refused", "danger"),
    };
    let why = one.why.as_deref().filter(|_| one.state != store::READY);
    let why = why.and_then(Why::of).map(Why::key);
    let is_refused = one.state == store::REFUSED || one.is_lost();
    let href = one.is_ready().then(|| format!("{}/{}", path(t.lang.code(), one.item_id), one.id));
    let consents = href.as_ref().filter(|_| lacks_consent);
    Row {
        kind: short_name(&found.media_type).to_owned(),
        name: one.called(),
        sent: at(t, *one.made_at),
        stage: t.get(key),
        colour,
        why: why.or(one.is_lost().then_some("editing-upload-lost")).map(|key| t.get(key)),
        is_name_masked: found.is_name_masked,
        found: if one.is_ready() { found_in(t, one) } else { Vec::new() },
        consents: consents.map(|href| format!("{href}/samtykke")),
        href,
        picture: shown(t, one),
        delete: is_refused.then_some(one.id),
    }
}

/// The picture as those who write see it.
pub fn shown(t: Text, one: &Model) -> Option<Shown> {
    let found = one.found();
    let file = one.file_id.filter(|_| one.is_ready() && one.is_picture())?;
    let src = give::address(t.lang.code(), one.item_id, file, "bilde");
    Some(Shown { src, width: found.width?, height: found.height? })
}

/// The pictures within the prose as the bar above each field offers them: name, description, a small picture.
pub fn offered(t: Text, item: Uuid, content: &Content) -> String {
    let one = |placed: &Placed| {
        let image = &placed.image;
        let smallest = image.files().last();
        let smallest = image.sizes.first().map(|size| (size.file, size.name.as_str())).or(smallest);
        let src = smallest.map(|(file, name)| give::address(t.lang.code(), item, file, name));
        json!({ "name": placed.name, "alt": image.spoken(), "src": src })
    };
    Value::Array(content.pictures.iter().map(one).collect()).to_string()
}

/// Does the text have it?
pub fn is_in(content: &Content, file: Uuid) -> bool {
    content.images().any(|image| image.shows(file))
        || content.files.iter().any(|one| one.file == file)
}
