//! The page of one picture or file: what it shows or is called, whether it is in the text, what was found.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::form::{self, DELETE, DO, TAKE_OUT, USE};
use super::list::{Shown, is_in, shown};
use super::store::{self, Model};
use super::{Of, open_to_write, path, placing, prose, ready};
use crate::app::App;
use crate::db::{self, DbErr};
use crate::editing;
use crate::editing::desk::frame;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::{Content, Stage, Working, Writer};
use crate::login::known;
use crate::markdown;
use crate::people::{Entry, What};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/uploads/one.html")]
struct One {
    t: Text,
    frame: Frame,
    heading: String,
    here: String,
    all: String,
    action: String,
    is_picture: bool,
    picture: Option<Shown>,
    is_used: bool,
    /// The line that shows it within the prose.
    mark: Option<String>,
    /// Others read the text, or it waits for its hour.
    is_handed_in: bool,
    /// What was found in the file that its readers would miss.
    found: Vec<Words>,
    fields: View,
    notice: Option<Words>,
}

/// What the handlers of this page know.
struct Open {
    item: Working,
    row: Model,
    file: Uuid,
    content: Content,
    form: Form,
}

impl Open {
    async fn of(app: &App, visit: &Visit, of: &Of) -> Result<Self, Error> {
        let (item, kind) = open_to_write(app, visit, of.id).await?;
        let (row, file) = ready(app, of).await?;
        let content = item.newest.content().ok_or(Error::Unreadable(of.id))?;
        let form = if row.is_picture() {
            form::picture(prose::places(kind, &content))
        } else {
            form::file(&row, &content)
        };
        Ok(Self { item, row, file, content, form })
    }

    /// As it is in the text, else as it came.
    fn filled(&self) -> Filled {
        let value = if self.row.is_picture() {
            let image = self.content.images().find(|image| image.shows(self.file));
            form::picture_value(&self.row, image, self.mark().is_some())
        } else {
            let file = self.content.files.iter().find(|one| one.file == self.file);
            form::file_value(&self.row, file)
        };
        Filled::of(&self.form, &value)
    }

    /// The line that shows it, of a picture within the prose.
    fn mark(&self) -> Option<String> {
        let placed = self.content.pictures.iter().find(|one| one.image.shows(self.file));
        placed.map(|one| markdown::mark(&one.name))
    }

    fn page(
        &self,
        app: &App,
        visit: &Visit,
        (status, filled): (StatusCode, &Filled),
        notice: Option<&str>,
    ) -> Reply {
        let (t, code, id) = (visit.t, visit.lang().code(), self.item.item.id);
        let (here, all) = (editing::path(code, id), path(code, id));
        let action = format!("{all}/{}", self.row.id);
        let heading = self.row.called();
        let mut frame = frame(app, visit, &heading)
            .under(&self.content.title, &here)
            .under(t.plain("editing-uploads"), &all)
            .under(&heading, &action);
        frame.refused = filled.is_refused();
        let page = One {
            t,
            frame,
            heading,
            here,
            all,
            action,
            is_picture: self.row.is_picture(),
            picture: shown(t, &self.row),
            is_used: is_in(&self.content, self.file),
            mark: self.mark(),
            is_handed_in: self.item.stage().is_some_and(|stage| stage != Stage::Draft),
            found: found(t, &self.row),
            fields: View::new(t, &self.form, filled, &RegisterNames::default()),
            notice: notice.map(|key| t.get(key)),
        };
        crate::web::page(status, &page)
    }
}

/// What the writer should know of a file before others read it.
pub fn found(t: Text, row: &Model) -> Vec<Words> {
    let found = row.found();
    let mut all = Vec::new();
    if let Some(about) = &found.about {
        let lacking = [
            (!about.is_tagged, "editing-file-untagged"),
            (about.lang.is_none(), "editing-file-no-lang"),
            (about.title.is_none(), "editing-file-no-title"),
        ];
        all.extend(lacking.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| t.get(key)));
    }
    if found.is_textless {
        all.push(t.get("editing-file-textless"));
    }
    if !found.numbers.is_empty() {
        let pages: Vec<String> = found.numbers.iter().map(ToString::to_string).collect();
        all.push(t.with("editing-file-numbers", "pages", pages.join(", ")));
    }
    all
}

pub async fn show(State(app): State<App>, visit: Visit, Named(of): Named<Of>) -> Reply {
    let open = Open::of(&app, &visit, &of).await?;
    open.page(&app, &visit, (StatusCode::OK, &open.filled()), None)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(of): Named<Of>,
    request: Request,
) -> Reply {
    let all = path(visit.lang().code(), of.id);
    if dismiss(&app, &visit, &of).await? {
        return Ok(crate::web::see_other(&all));
    }
    let open = Open::of(&app, &visit, &of).await?;
    let mut sent = Submitted::receive(request, open.form.limit).await;
    let masked = sent.mask();
    let filled = Filled::of_sent(sent, &open.form, &RegisterNames::default());
    let who = known(&visit)?;
    let asked = filled.typed.value(DO).to_owned();
    match asked.as_str() {
        TAKE_OUT => placing::without(&app, who, of.id, open.file).await?,
        DELETE => {
            if !delete(&app, &open).await? {
                let notice = Some("editing-upload-kept");
                return open.page(&app, &visit, (StatusCode::CONFLICT, &open.filled()), notice);
            }
        }
        USE | "" => {
            let filled = filled.and(open.form.told_of(&masked));
            return used(&app, &visit, &open, filled).await;
        }
        _ => return Err(Error::NotUnderstood(DO)),
    }
    Ok(crate::web::see_other(&all))
}

/// Puts it in the text as it is described.
async fn used(app: &App, visit: &Visit, open: &Open, filled: Filled) -> Reply {
    let is_picture = open.row.is_picture();
    let fault = form::picture_faults(&filled).filter(|_| is_picture && filled.is_sent());
    let filled = filled.and(fault);
    if !filled.is_good() {
        return open.page(app, visit, (filled.status(), &filled), None);
    }
    let (who, at) = (known(visit)?, (&open.row, open.file));
    let done = if is_picture {
        placing::picture(app, who, at, form::picture_said(&filled)).await
    } else {
        vouch(app, open, who.id, filled.text("vouched")).await?;
        placing::file(app, who, at, form::file_said(&filled)).await
    };
    let all = path(visit.lang().code(), open.item.item.id);
    let is_in_prose = is_picture && filled.text("spot") == form::PROSE;
    match done {
        // Those who are seen in it are asked for next.
        Ok(()) if filled.text("people") == store::SOMEBODY => {
            Ok(crate::web::see_other(&format!("{all}/{}/samtykke", open.row.id)))
        }
        // Its line is shown, to be put where the writer wants it.
        Ok(()) if is_in_prose => Ok(crate::web::see_other(&format!("{all}/{}#linje", open.row.id))),
        Ok(()) => Ok(crate::web::see_other(&all)),
        Err(error) if error.will_pass() => {
            let filled = filled.unsaved();
            open.page(app, visit, (filled.status(), &filled), None).map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

/// Somebody says that what looks like an identity number is none; the log keeps that, and not the number.
async fn vouch(app: &App, open: &Open, who: Uuid, why: &str) -> Result<(), Error> {
    let found = open.row.found();
    if found.numbers.is_empty() || found.vouched.as_deref() == Some(why) {
        return Ok(());
    }
    let found = store::Found { vouched: Some(why.to_owned()), ..found };
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, found) = (app.clock.clone(), found.clone());
        let (upload, file) = (open.row.id, open.file);
        Box::pin(async move {
            store::set_found(tx, upload, &found).await?;
            let entry = Entry::of(What::FileVouched).by(Some(who)).on("file", file);
            entry.write(tx, &clock).await
        })
    })
    .await?;
    Ok(())
}

/// Takes one off the list that was refused or is lost.
async fn dismiss(app: &App, visit: &Visit, of: &Of) -> Result<bool, Error> {
    open_to_write(app, visit, of.id).await?;
    let row = store::by_id(&app.db, of.upload).await?;
    let row =
        row.filter(|row| row.item_id == of.id && (row.state == store::REFUSED || row.is_lost()));
    let Some(row) = row else { return Ok(false) };
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let upload = row.id;
        Box::pin(async move { store::forget(tx, upload).await })
    })
    .await?;
    Ok(true)
}

/// False when a version of the text has it: history is not changed here.
async fn delete(app: &App, open: &Open) -> Result<bool, Error> {
    let gone = db::transaction::<bool, DbErr, _>(&app.db, |tx| {
        let (app, item) = (app.clone(), open.item.item.id);
        let (upload, file) = (open.row.id, open.file);
        Box::pin(async move {
            let writer = Writer::new(tx, &app.clock, app.kinds.stored());
            let gone = writer.drop_unused(item, file).await?;
            if gone {
                store::forget(tx, upload).await?;
            }
            Ok(gone)
        })
    });
    Ok(gone.await?)
}
