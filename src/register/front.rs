//! The pieces that are chosen for the front page, by their addresses.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::{LIMIT, frame, past};
use crate::app::App;
use crate::db::{self, DbErr};
use crate::editing::{CARRIED, arrived};
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::front::chosen::{self, Choice, MOST};
use crate::i18n::Text;
use crate::items::{Item, State as ItemState, read};
use crate::login::{known, received};
use crate::people::{Entry, What};
use crate::text::Fault;
use crate::web::{Frame, Visit, receipt};

/// The number of the choice that was seen, and the addresses.
const SEEN: &str = "sett";
const PAGES: &str = "sider";
const LONGEST: usize = 500;
/// So many choices are told of.
const TOLD: u64 = 10;

#[derive(Template)]
#[template(path = "register/front.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    seen: i32,
    fields: View,
    /// What another has chosen meanwhile.
    stale: Option<Vec<String>>,
    past: Vec<PastChoice>,
}

/// A choice that was made: when, by whom and what, by titles.
struct PastChoice {
    when: String,
    by: String,
    titles: String,
}

fn form() -> Form {
    let pages = Field::lines(PAGES, "register-front-pages", LONGEST, MOST)
        .helped("register-front-pages-help");
    Form::new(LIMIT, [pages]).hiding([SEEN]).hiding(CARRIED)
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let newest = chosen::last(&app.db, 1).await?;
    let addresses = addresses(&app, &visit, newest.first()).await?;
    let filled = Filled::of(&form(), &json!({ PAGES: addresses }));
    page(&app, &visit, &filled, false).await
}

/// Where the pieces of a choice are.
async fn addresses(
    app: &App,
    visit: &Visit,
    choice: Option<&Choice>,
) -> Result<Vec<String>, Error> {
    let ids = choice.map(Choice::ids).unwrap_or_default();
    let items = chosen::items(&app.db, &ids).await?;
    let address = |item: &Item| {
        let kind = app.kinds.named(&item.kind)?;
        Some(format!("/{}/{}/{}", visit.lang().code(), kind.path, item.slug))
    };
    Ok(items.iter().filter_map(address).collect())
}

async fn page(app: &App, visit: &Visit, filled: &Filled, is_stale: bool) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain("register-front"));
    let action = format!("/{}/register/forsiden", t.lang.code());
    let mut frame = frame(app, visit, &heading).under(&heading, &action);
    frame.refused = is_stale || filled.is_refused();
    let last = chosen::last(&app.db, TOLD).await?;
    let stale = if is_stale { Some(addresses(app, visit, last.first()).await?) } else { None };
    let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
    let page = Show {
        t,
        frame,
        action,
        seen: last.first().map_or(0, |choice| choice.number),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        stale,
        past: told(app, t, &last).await?,
    };
    crate::web::page(status, &page)
}

async fn told(app: &App, t: Text, last: &[Choice]) -> Result<Vec<PastChoice>, Error> {
    let ids: Vec<Uuid> = last.iter().flat_map(Choice::ids).collect();
    let items = read::visible_by_ids(&app.db, &ids).await?;
    let names = past::names(&app.db, last.iter().map(|choice| choice.person_id)).await?;
    let title = |id: &Uuid| items.iter().find(|item| item.id == *id).map(|item| item.title.clone());
    let one = |choice: &Choice| PastChoice {
        when: t.day(*choice.made_at),
        by: names.get(&choice.person_id).cloned().unwrap_or_default(),
        titles: choice.ids().iter().filter_map(title).collect::<Vec<_>>().join(" · "),
    };
    Ok(last.iter().map(one).collect())
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let filled = received(&app, &visit, request, &form(), &RegisterNames::default()).await?;
    if !filled.is_good() {
        return page(&app, &visit, &filled, false).await;
    }
    let lines: Vec<&str> = filled.typed.value(PAGES).lines().map(str::trim).collect();
    let (mut ids, mut faults) = (Vec::new(), Vec::new());
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        match found(&app, line).await? {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) => {}
            None => faults
                .push(Fault::new(PAGES, "register-fault-front-unknown").filled("address", line)),
        }
    }
    if !faults.is_empty() {
        return page(&app, &visit, &filled.and(faults), false).await;
    }
    // One that is no number has seen nothing of ours.
    let seen: i32 = filled.typed.value(SEEN).parse().unwrap_or(-1);
    let by = known(&visit)?.id;
    let chosen = db::transaction::<bool, DbErr, _>(&app.db, |tx| {
        let (clock, ids) = (app.clock.clone(), ids.clone());
        Box::pin(async move {
            let is_chosen = chosen::choose(tx, &clock, seen, &ids, by).await?;
            if is_chosen {
                let told = json!({ "items": ids });
                Entry::of(What::FrontChosen).by(Some(by)).telling(told).write(tx, &clock).await?;
            }
            Ok(is_chosen)
        })
    });
    match chosen.await.map_err(Error::from) {
        Ok(true) => {
            arrived(&app.db, by, &filled.typed).await?;
            let here = format!("/{}/register/forsiden", visit.lang().code());
            Ok(receipt::done(&here, "lagret"))
        }
        Ok(false) => page(&app, &visit, &filled, true).await,
        Err(error) if error.will_pass() => {
            page(&app, &visit, &filled.unsaved(), false).await.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

/// The item at an address of ours, with or without the site's name before it.
async fn found(app: &App, address: &str) -> Result<Option<Uuid>, Error> {
    let public = app.public_url();
    let path = address.strip_prefix(&public).unwrap_or(address);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let [.., kind, slug] = parts[..] else { return Ok(None) };
    let Some(kind) = app.kinds.at(kind) else { return Ok(None) };
    let item = read::by_address(&app.db, kind.name, slug).await?;
    Ok(item.filter(|item| item.state() == ItemState::Published).map(|item| item.id))
}
