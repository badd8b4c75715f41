//! What somebody has said is taken into use, and what waits for their yes.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::{HERE, LIMIT, here, place, today};
use crate::adoptions::{self, Adoption, Refused, Stage, Standing, Writer};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Text, Words};
use crate::items::{Item, read};
use crate::login::known;
use crate::people::persons;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "adoption/queue.html")]
struct Queue {
    t: Text,
    frame: Frame,
    /// What has just happened.
    notice: Option<Words>,
    waiting: Vec<Row>,
    own: Vec<Row>,
    action: String,
}

struct Row {
    id: Uuid,
    title: Words,
    place: String,
    status: Words,
    standing: Words,
    told: Words,
    adaptation: Words,
    outcome: Option<Words>,
    contact: Words,
    /// Who said it; none for what was imported.
    by: Option<String>,
    /// Since when.
    since: Option<String>,
    /// When it was said.
    day: String,
    /// Where it is changed, and where everybody reads it.
    href: String,
    public: Option<String>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let query = visit.parameters()?;
    let notice = match (query.get("sagt"), query.get("lagret")) {
        (Some(_), _) => Some("adoption-waits"),
        (_, Some(_)) => Some("adoption-saved"),
        _ => None,
    };
    page(&app, &visit, StatusCode::OK, notice).await
}

async fn page(app: &App, visit: &Visit, status: StatusCode, notice: Option<&str>) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let waiting = adoptions::to_answer(&app.db, who).await?;
    let own = adoptions::theirs(&app.db, who.id).await?;
    let ids: Vec<Uuid> = waiting.iter().chain(&own).map(|one| one.item_id).collect();
    let items = read::visible_by_ids(&app.db, &ids).await?;
    let items: BTreeMap<Uuid, Item> = items.into_iter().map(|item| (item.id, item)).collect();
    let network = Network::load(&app.db).await?;
    let ids: Vec<Uuid> = waiting.iter().chain(&own).map(|one| one.id).collect();
    let stages = adoptions::stages(&app.db, ids).await?;
    let said_by = waiting.iter().filter_map(|one| one.person_id).collect();
    let names = persons::names(&app.db, said_by).await?;
    let beside = Beside { network: &network, items: &items, stages: &stages, names: &names };
    let rows = |all: &[Adoption]| -> Vec<Row> {
        all.iter().filter_map(|one| row(app, t, one, &beside)).collect()
    };
    let (heading, code) = (t.plain("adoption-own"), t.lang.code());
    let action = format!("/{code}/bruk");
    let frame = Frame::new(app, visit, &heading).form();
    let frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    let page = Queue {
        t,
        frame: frame.under(&heading, &action),
        notice: notice.map(|key| t.get(key)),
        waiting: rows(&waiting),
        own: rows(&own),
        action: format!("{action}/svar"),
    };
    crate::web::page(status, &page)
}

/// What is told of adoptions beside what they say themselves.
struct Beside<'a> {
    network: &'a Network,
    items: &'a BTreeMap<Uuid, Item>,
    stages: &'a BTreeMap<Uuid, Vec<Stage>>,
    names: &'a BTreeMap<Uuid, String>,
}

/// None of what is no longer public.
fn row(app: &App, t: Text, one: &Adoption, beside: &Beside<'_>) -> Option<Row> {
    let item = beside.items.get(&one.item_id)?;
    let kind = app.kinds.named(&item.kind)?;
    let code = t.lang.code();
    let public = one.standing() == Standing::Public;
    let own = |text: &str| here::titled(t, text, &one.lang);
    let since = beside.stages.get(&one.id).and_then(|all| all.last()).and_then(Stage::day);
    Some(Row {
        id: one.id,
        title: here::titled(t, &item.title, &item.lang),
        place: place(beside.network, one, today(app)),
        status: t.get(one.status().key()),
        standing: t.get(one.standing().key()),
        told: own(&one.told),
        adaptation: own(&one.adaptation),
        outcome: one.outcome().map(|outcome| t.get(outcome.key())),
        contact: own(&one.contact_role),
        by: one.person_id.and_then(|id| beside.names.get(&id).cloned()),
        since: since.map(|day| t.partial(&day)),
        day: t.day(*one.made_at),
        href: format!("/{code}/bruk/{}", one.id),
        public: public.then(|| format!("/{code}/{}/{}/{HERE}", kind.path, item.slug)),
    })
}

pub async fn answer(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?.clone();
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["ja", "nei"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let pressed = |name: &str| Uuid::try_parse(filled.typed.value(name)).ok();
    let yes = pressed("ja").map(|id| (id, true));
    let (id, is_yes) =
        yes.or(pressed("nei").map(|id| (id, false))).ok_or(Error::NotUnderstood("knapp"))?;
    let network = Network::load(&app.db).await?;
    let answered = db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, network) = (app.clock.clone(), who.clone(), network.clone());
        Box::pin(async move { Writer::new(tx, &clock, &network).answer(&who, id, is_yes).await })
    })
    .await;
    match answered {
        Ok(()) => Ok(crate::web::see_other(&format!("/{}/bruk?lagret=1", visit.lang().code()))),
        Err(Refused::Database(error)) => Err(error.into()),
        // Somebody else has answered, or it is none of theirs: the list says what there is.
        Err(_) => page(&app, &visit, StatusCode::CONFLICT, Some("adoption-not-there")).await,
    }
}
