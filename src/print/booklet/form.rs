//! The form of a booklet: which texts, what it is called; and the order that it sends.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::source::{self, Source};
use super::{Booklet, MOST, ways};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::error::{Error, Reply};
use crate::forms::{self, Field, FieldKind, Filled, Known, Submitted, TOO_MANY, View};
use crate::i18n::Text;
use crate::items::{past, read};
use crate::jobs;
use crate::pdf;
use crate::print::PDF;
use crate::print::store::{self, KEPT, Stage};
use crate::text::{CONTROL, Fault, IDENTITY, MISSING, TOO_LONG};
use crate::web::{Frame, Query, Visit};

pub const LONGEST_TITLE: usize = 120;

/// Five times what the ids of the longest booklet take.
const LIMIT: usize = 64 * 1024;
/// As a UUID is written.
const ID: usize = 36;

fn order_form() -> forms::Form {
    // Which texts there are to choose among is known by the page that shows them; what comes back
    // is held against what is public.
    let texts = FieldKind::Choices { options: Vec::new(), other: Some(ID), most: MOST };
    let fields = [
        Field::line("tittel", "print-booklet-title", LONGEST_TITLE)
            .needed()
            .helped("print-booklet-title-help")
            .saying(MISSING, "print-fault-title-missing")
            .saying(TOO_LONG, "print-fault-title-long")
            .saying(IDENTITY, "print-fault-title-identity")
            .saying(CONTROL, "print-fault-title-control"),
        Field::new("tekst", "print-booklet-texts", texts)
            .needed()
            .saying(MISSING, "print-fault-none")
            .saying(TOO_MANY, "print-fault-too-many"),
    ];
    forms::Form::new(LIMIT, fields).hiding(["adresse"])
}

#[derive(Template)]
#[template(path = "print/booklet/form.html")]
struct Form {
    t: Text,
    frame: Frame,
    source: Source,
    /// Which are ticked; `None` for all.
    ticked: Option<BTreeSet<Uuid>>,
    fields: View,
    /// The address that the choice came from, sent along so that a refused form can show it again.
    query: String,
    action: String,
    all: String,
    none: String,
    most: usize,
}

impl Form {
    /// With what was typed; for nobody's yet, with the name of what it is chosen from.
    fn new(
        app: &App,
        visit: &Visit,
        query: &Query,
        source: Source,
        filled: Option<&Filled>,
    ) -> Self {
        let t = visit.t;
        let path = format!("/{}/hefte", t.lang.code());
        let action = format!("{path}{}", visit.day_query());
        let mut frame = Frame::new(app, visit, t.plain("print-booklet-heading")).as_then();
        frame = frame.under(&source.back_name, &source.back);
        frame = frame.under(t.plain("print-booklet-heading"), format!("{path}{query}"));
        frame.noindex = true;
        let all = query.with("ingen", "");
        let ticked = match filled {
            Some(filled) => {
                let typed = filled.typed.values("tekst").iter();
                Some(typed.filter_map(|id| id.parse().ok()).collect())
            }
            None => (query.get("ingen") == Some("1")).then(BTreeSet::new),
        };
        frame.refused = filled.is_some();
        let mut untouched = Submitted::default();
        untouched.set("tittel", &source.title);
        let untouched = Filled::unread(untouched);
        let filled = filled.unwrap_or(&untouched);
        Self {
            t,
            frame,
            ticked,
            fields: View::new(t, &order_form(), filled, &Known::default()),
            query: all.to_string(),
            none: format!("{path}{}", all.with("ingen", "1")),
            all: format!("{path}{all}"),
            source,
            action,
            most: MOST,
        }
    }

    fn is_ticked(&self, id: &Uuid) -> bool {
        self.ticked.as_ref().is_none_or(|ticked| ticked.contains(id))
    }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let query = visit.parameters()?;
    if query.get(source::FROM).is_none_or(str::is_empty) {
        return ways::show(&app, &visit).await;
    }
    let source = source::read(&app, &visit, &query).await?;
    crate::web::page(StatusCode::OK, &Form::new(&app, &visit, &query, source, None))
}

pub async fn order(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = order_form();
    let sent = forms::receive(request, form.limit).await;
    let filled = Filled::read(&form, sent, &Known::default());
    if !filled.is_good() {
        return refused(&app, &visit, &filled).await;
    }
    let chosen = filled.typed.values("tekst");
    let ids: Result<Vec<Uuid>, &String> =
        chosen.iter().map(|id| id.parse().map_err(|_| id)).collect();
    let ids = match ids {
        Ok(ids) => ids,
        Err(wrong) => {
            let fault = Fault::unknown("tekst", wrong);
            return refused(&app, &visit, &filled.clone().and([fault])).await;
        }
    };
    app.limits.count(&PDF, &visit.asker)?;
    match place(&app, &visit, filled.text("tittel"), &ids).await? {
        Some(id) => Ok(crate::web::see_other(&format!("/{}/hefte/{id}", visit.lang().code()))),
        // None of them is public.
        None => refused(&app, &visit, &filled.and([Fault::missing("tekst")])).await,
    }
}

async fn refused(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let address = filled.typed.value("adresse");
    let query = Query::parse(address.trim_start_matches('?'))?;
    let source = source::read(app, visit, &query).await?;
    let page = Form::new(app, visit, &query, source, Some(filled));
    crate::web::page(filled.status(), &page)
}

/// Orders the booklet, or finds the same that somebody ordered today. `None` when none of the
/// texts is public.
async fn place(app: &App, visit: &Visit, title: &str, ids: &[Uuid]) -> Result<Option<Uuid>, Error> {
    let (t, at) = (visit.t, visit.at.map(|at| at.until));
    let items = match at {
        Some(at) => past::shown(&app.db, ids, at).await?.into_iter().map(|one| one.item).collect(),
        None => read::visible_by_ids(&app.db, ids).await?,
    };
    let mut wanted: Vec<Uuid> = Vec::new();
    for id in ids {
        if items.iter().any(|item| item.id == *id) && !wanted.contains(id) {
            wanted.push(*id);
        }
    }
    if wanted.is_empty() {
        return Ok(None);
    }
    let texts: Vec<_> = items.iter().map(|item| (item.id, *item.updated_at)).collect();
    let now = app.clock.now();
    let then = visit.at.map(|at| at.day);
    let made_of = (t.lang, title, &wanted, texts, oslo_day(now), then, &*pdf::LOOK);
    let key = crate::files::digest(&serde_json::to_vec(&made_of)?);
    let row = store::Model {
        id: app.clock.random_id(),
        key: key.clone(),
        title: title.to_owned(),
        lang: t.lang.code().to_owned(),
        state: Stage::Waiting.name().to_owned(),
        done: 0,
        total: store::whole(wanted.len()),
        pages: 0,
        bytes: 0,
        file: None,
        made_at: now.into(),
        expires_at: (now + KEPT).into(),
    };
    let clock = app.clock.clone();
    let id = db::transaction::<Uuid, DbErr, _>(&app.db, |tx| {
        let (row, wanted, clock) = (row.clone(), wanted.clone(), clock.clone());
        Box::pin(async move {
            if let Some(before) = store::by_key(tx, &row.key).await? {
                if before.stage() != Stage::Failed && before.expires_at > row.made_at {
                    return Ok(before.id);
                }
                store::delete(tx, before.id).await?;
            }
            let id = row.id;
            store::insert(tx, row).await?;
            jobs::enqueue(tx, &clock, &Booklet { id, items: wanted, at }).await?;
            Ok(id)
        })
    })
    .await?;
    Ok(Some(id))
}
