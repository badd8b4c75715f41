//! The form of a booklet: which texts, what it is called; and the order that it sends.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::source::{self, Source};
use super::{Booklet, MOST, ways};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::error::{Error, Reply};
use crate::i18n::Text;
use crate::items::{past, read};
use crate::jobs;
use crate::pdf;
use crate::print::PDF;
use crate::print::store::{self, KEPT, Stage};
use crate::text::{Why, check_line};
use crate::web::form::Fields;
use crate::web::{Frame, Query, Visit};

pub const LONGEST_TITLE: usize = 120;

/// What is wrong with the order, and where.
pub struct Fault {
    field: &'static str,
    key: &'static str,
    max: usize,
}

impl Fault {
    fn words(&self, t: Text) -> String {
        t.plain_with(self.key, "max", self.max)
    }
}

#[derive(Template)]
#[template(path = "print/booklet/form.html")]
struct Form {
    t: Text,
    frame: Frame,
    source: Source,
    /// Which are ticked; `None` for all.
    ticked: Option<BTreeSet<Uuid>>,
    title: String,
    /// The address that the choice came from, sent along so that a refused form can show it again.
    query: String,
    action: String,
    all: String,
    none: String,
    most: usize,
    faults: Vec<Fault>,
}

impl Form {
    fn new(app: &App, visit: &Visit, query: &Query, source: Source) -> Self {
        let t = visit.t;
        let path = format!("/{}/hefte", t.lang.code());
        let action = format!("{path}{}", visit.day_query());
        let mut frame = Frame::new(app, visit, t.plain("print-booklet-heading")).as_then();
        frame = frame.under(&source.back_name, &source.back);
        frame = frame.under(t.plain("print-booklet-heading"), format!("{path}{query}"));
        frame.noindex = true;
        let all = query.with("ingen", "");
        Self {
            t,
            frame,
            ticked: (query.get("ingen") == Some("1")).then(BTreeSet::new),
            title: source.title.clone(),
            query: all.to_string(),
            none: format!("{path}{}", all.with("ingen", "1")),
            all: format!("{path}{all}"),
            source,
            action,
            most: MOST,
            faults: Vec::new(),
        }
    }

    fn is_ticked(&self, id: &Uuid) -> bool {
        self.ticked.as_ref().is_none_or(|ticked| ticked.contains(id))
    }

    fn fault(&self, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(fault.words(self.t))
    }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let query = visit.parameters()?;
    if query.get(source::FROM).is_none_or(str::is_empty) {
        return ways::show(&app, &visit).await;
    }
    let source = source::read(&app, &visit, &query).await?;
    crate::web::page(StatusCode::OK, &Form::new(&app, &visit, &query, source))
}

pub async fn order(State(app): State<App>, visit: Visit, fields: Fields) -> Reply {
    let ids: Result<Vec<Uuid>, _> = fields.all("tekst").take(MOST + 1).map(str::parse).collect();
    // Our own form sends ids alone.
    let ids = ids.map_err(|_| Error::NotUnderstood("tekst"))?;
    let title = check_line("tittel", fields.get("tittel"), LONGEST_TITLE, true);
    let mut faults = Vec::new();
    if ids.is_empty() {
        faults.push(Fault { field: "tekster", key: "print-fault-none", max: MOST });
    }
    if ids.len() > MOST {
        faults.push(Fault { field: "tekster", key: "print-fault-too-many", max: MOST });
    }
    if let Err(fault) = &title {
        let key = match fault.why {
            Why::TooLong { .. } => "print-fault-title-long",
            Why::IdentityNumber => "print-fault-title-identity",
            Why::ControlCharacter { .. } => "print-fault-title-control",
            _ => "print-fault-title-missing",
        };
        faults.push(Fault { field: "tittel", key, max: LONGEST_TITLE });
    }
    let (Ok(title), true) = (&title, faults.is_empty()) else {
        return refused(&app, &visit, &fields, ids, faults).await;
    };
    app.limits.count(&PDF, &visit.asker)?;
    let id = place(&app, &visit, title, &ids).await?.ok_or(Error::NotUnderstood("tekst"))?;
    Ok(crate::web::see_other(&format!("/{}/hefte/{id}", visit.lang().code())))
}

async fn refused(
    app: &App,
    visit: &Visit,
    fields: &Fields,
    ids: Vec<Uuid>,
    faults: Vec<Fault>,
) -> Reply {
    let query = Query::parse(fields.get("adresse").trim_start_matches('?'))?;
    let source = source::read(app, visit, &query).await?;
    let mut form = Form::new(app, visit, &query, source);
    form.ticked = Some(ids.into_iter().collect());
    fields.get("tittel").clone_into(&mut form.title);
    form.frame.refused = true;
    form.faults = faults;
    crate::web::page(StatusCode::UNPROCESSABLE_ENTITY, &form)
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
    let texts: Vec<_> = items.iter().map(|item| (item.id, item.updated_at)).collect();
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
        made_at: now,
        expires_at: now + KEPT,
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
