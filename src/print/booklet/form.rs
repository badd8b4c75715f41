//! The form of a booklet: which texts, what it is called; and the order that it sends.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::source::{self, Source};
use super::{Booklet, MOST, ways};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{
    self, Field, FieldKind, Filled, RegisterNames, Submitted, TOO_MANY, View, WHOLE,
};
use crate::i18n::Text;
use crate::items::Item;
use crate::jobs;
use crate::limits::once;
use crate::pdf;
use crate::print::PDF;
use crate::print::store::{self, KEPT, Stage};
use crate::text::{CONTROL, Fault, IDENTITY, MISSING, TOO_LONG};
use crate::web::{Frame, Query, Visit};

pub const LONGEST_TITLE: usize = 120;

/// As other forms: far more than the ids of the longest booklet take.
const LIMIT: usize = 256 * 1024;
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
    /// Those that are ticked and can't be shown: they go along all the same.
    carried: Vec<Uuid>,
    fields: View,
    /// The address that the choice came from, sent along so that a refused form can show it again.
    query: String,
    action: String,
    all: String,
    none: String,
    /// Where one begins, for a form that came without texts to choose among.
    choose: String,
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
        let mut frame = Frame::new(app, visit, t.plain("print-booklet-heading")).as_of_day();
        frame = frame.under(&source.back_name, &source.back);
        frame = frame.under(t.plain("print-booklet-heading"), format!("{path}{query}"));
        frame.noindex = true;
        let all = query.with("ingen", "");
        // The choice is in the address too: should the form not arrive whole, its page has its texts.
        let is_of_day = visit.at.is_none() || query.get("per").is_some();
        let action = if is_of_day { all.to_string() } else { visit.day_query() };
        let action = format!("{path}{action}");
        let ticked = match filled {
            Some(filled) => Some(chosen(filled).into_iter().collect()),
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
            carried: Vec::new(),
            fields: View::new(t, &order_form(), filled, &RegisterNames::default()),
            query: all.to_string(),
            none: format!("{path}{}", all.with("ingen", "1")),
            all: format!("{path}{all}"),
            choose: format!("{path}{}", visit.day_query()),
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
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let wrong = filled.typed.values("tekst").iter().find(|id| id.parse::<Uuid>().is_err());
    let wrong = wrong.map(|id| Fault::unknown("tekst", id.chars().take(ID).collect::<String>()));
    let filled = filled.clone().and(wrong.filter(|_| filled.is_good()));
    if !filled.is_good() {
        return refused(&app, &visit, filled).await;
    }
    match place(&app, &visit, filled.text("tittel"), &chosen(&filled)).await {
        Ok(Placed::As(id)) => {
            Ok(crate::web::see_other(&format!("/{}/hefte/{id}", visit.lang().code())))
        }
        Ok(Placed::Gone { gone, left }) => {
            let fault = if left == 0 {
                Fault::new("tekst", "print-fault-all-gone")
            } else {
                Fault::new("tekst", "print-fault-gone").filled("count", gone)
            };
            refused(&app, &visit, filled.and([fault])).await
        }
        Err(Error::TooMany { retry_after }) => {
            let fault = Fault::new(WHOLE, "print-fault-too-often");
            let filled = filled.and([fault.filled("max", retry_after.div_ceil(60))]);
            let mut answer = refused(&app, &visit, filled).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) if error.will_pass() => refused(&app, &visit, filled.unsaved()).await,
        Err(error) => Err(error),
    }
}

fn chosen(filled: &Filled) -> Vec<Uuid> {
    filled.typed.values("tekst").iter().filter_map(|id| id.parse().ok()).collect()
}

/// The same page, with the texts that were there to choose among. When the address that says which
/// they were has not come, or leads nowhere any more, they are those that were ticked.
async fn refused(app: &App, visit: &Visit, mut filled: Filled) -> Reply {
    let query = match filled.typed.values("adresse") {
        [] => visit.parameters(),
        all => Query::parse(all.concat().trim_start_matches('?')),
    };
    let query = query.unwrap_or_default();
    let source = match source::read(app, visit, &query).await {
        Err(Error::NotUnderstood(_) | Error::TooMany { .. }) => {
            source::of_ids(app, visit, &chosen(&filled)).await
        }
        source => source,
    };
    let source = match source {
        Ok(source) => with_ticked(app, visit, source, &chosen(&filled)).await,
        error => error,
    };
    let mut carried = Vec::new();
    let source = match source {
        // Not even what there is to choose among can be read.
        Err(error) if error.will_pass() => {
            carried = chosen(&filled);
            filled = filled.unsaved();
            source::unread(visit)
        }
        source => source?,
    };
    let status = filled.status();
    let page = Form { carried, ..Form::new(app, visit, &query, source, Some(&filled)) };
    let mut answer = crate::web::page(status, &page)?;
    if status == StatusCode::SERVICE_UNAVAILABLE {
        return Ok(crate::web::unsaved(answer));
    }
    // It holds what somebody typed.
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// A text may be filed otherwise since the form was opened, and still be read: its tick stays.
async fn with_ticked(
    app: &App,
    visit: &Visit,
    mut source: Source,
    ticked: &[Uuid],
) -> Result<Source, Error> {
    let is_listed = |id: &&Uuid| source.texts.iter().any(|text| text.id == **id);
    let others: Vec<Uuid> = ticked.iter().filter(|id| !is_listed(id)).take(MOST).copied().collect();
    if !others.is_empty() {
        source.texts.extend(source::of_ids(app, visit, &others).await?.texts);
    }
    Ok(source)
}

/// What became of an order.
enum Placed {
    As(Uuid),
    /// So many of the texts can't be read any more, and so many can: nothing is ordered, for a
    /// booklet is never less than what was asked for.
    Gone {
        gone: usize,
        left: usize,
    },
}

/// Orders the booklet, or finds the same that somebody ordered today: only a new one counts.
async fn place(app: &App, visit: &Visit, title: &str, ids: &[Uuid]) -> Result<Placed, Error> {
    let (t, at) = (visit.t, visit.at.map(|at| at.until));
    let items = source::public(app, visit, ids).await?;
    let mut wanted: Vec<Uuid> = Vec::new();
    for id in ids {
        if !wanted.contains(id) {
            wanted.push(*id);
        }
    }
    let left = wanted.iter().filter(|id| items.iter().any(|item| item.id == **id)).count();
    if left < wanted.len() {
        return Ok(Placed::Gone { gone: wanted.len() - left, left });
    }
    // What stands around a text may be other while the text is as it was.
    let around =
        |item: &Item| (item.slug.clone(), item.state.clone(), item.example, item.centre_id);
    let texts: Vec<_> =
        items.iter().map(|item| (item.id, *item.updated_at, around(item))).collect();
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
    let (limits, asker) = (app.limits.clone(), visit.asker.clone());
    let count = once(move || limits.count(&PDF, &asker));
    let id = db::transaction::<Uuid, Error, _>(&app.db, |tx| {
        let (row, wanted, clock) = (row.clone(), wanted.clone(), app.clock.clone());
        let count = count.clone();
        Box::pin(async move {
            if let Some(before) = store::by_key(tx, &row.key).await? {
                if before.stage() != Stage::Failed && before.expires_at > row.made_at {
                    return Ok(before.id);
                }
                store::delete(tx, before.id).await?;
            }
            let id = row.id;
            // Written first: who orders the same at the same time waits here, and then finds it.
            store::insert(tx, row).await?;
            count()?;
            jobs::enqueue(tx, &clock, &Booklet { id, items: wanted, at }).await?;
            Ok(id)
        })
    })
    .await?;
    Ok(Placed::As(id))
}
