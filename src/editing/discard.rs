//! Asks before a draft is thrown away: what goes with it, what stays, and that it can't be undone.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::desk::{at, called, frame, lang_attr, open};
use super::{Id, may, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/discard.html")]
struct Discard {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    here: String,
    number: i32,
    /// When it was saved last.
    saved: String,
    /// Who else has written in what goes.
    others: Option<Words>,
    /// What the public reads, which stays; without it the whole text goes.
    public: Option<String>,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let t = visit.t;
    let (item, kind) = open(&app, &visit, id).await?;
    let who = known(&visit)?;
    if !may::discard(who, &item) {
        return Err(Error::Forbidden);
    }
    let here = path(t.lang.code(), id);
    if !item.is_draft() {
        // There is none: it was published or thrown away since the page before was shown.
        return Ok(crate::web::see_other(&format!("{here}/steg")));
    }
    let others = others(&app, t, &item.writers, who.id).await?;
    let title = item.content().title;
    let heading = t.plain("editing-discard");
    let frame = frame(&app, &visit, &heading)
        .under(&title, format!("{here}/steg"))
        .under(&heading, format!("{here}/kast"));
    let public = item.public.is_some().then(|| {
        let is_read = item.item.state().is_visible();
        let page = format!("/{}/{}/{}", t.lang.code(), kind.path, item.item.slug);
        if is_read { page } else { String::new() }
    });
    let page = Discard {
        t,
        frame,
        title,
        lang: lang_attr(t, &item.head.lang),
        here,
        number: item.number(),
        saved: at(t, *item.newest.created_at),
        others,
        public,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// Who else has written in the text since it last was public.
async fn others(
    app: &App,
    t: Text,
    writers: &BTreeSet<Uuid>,
    but: Uuid,
) -> Result<Option<Words>, Error> {
    let mut names = Vec::new();
    for writer in writers.iter().filter(|writer| **writer != but) {
        names.push(called(app, t, *writer).await?);
    }
    Ok((!names.is_empty()).then(|| t.with("editing-discard-others", "names", names.join(", "))))
}
