//! What is said with a number in it that looks like a person's: nobody sees it until another than its writer, who looks
//! after the register there as well, has looked at the number.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::overview::is_national;
use super::past;
use super::subject::Subject;
use super::{LIMIT, frame};
use crate::app::App;
use crate::centres::waiting::{self, Waiting};
use crate::centres::{self, Network, Refused, Sent, numbers_in};
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Text, Words};
use crate::login::{known, reasons_of};
use crate::organisations;
use crate::people::{Entry, What};
use crate::rights::{RoleKind, Who};
use crate::statements::Raw;
use crate::web::{Frame, Visit, receipt};

#[derive(Template)]
#[template(path = "register/waiting.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    rows: Vec<Row>,
    /// Something did not go as it was asked for.
    notice: Option<Words>,
}

/// A change that waits.
struct Row {
    id: Uuid,
    /// What it is about, in bokmål, and where that is kept; nowhere, of one that is begun.
    name: String,
    href: Option<String>,
    told: Vec<Told>,
    numbers: Vec<String>,
    /// Why they are none, as the writer says.
    reason: String,
    when: String,
    /// Empty for an account that is gone.
    by: String,
    /// Who wrote it does not answer for it, and may take it back.
    is_own: bool,
    /// Is something that is said already changed by it?
    is_change: bool,
}

/// A statement as it would be said.
struct Told {
    words: String,
    source: String,
    note: Option<String>,
}

const ID: &str = "id";
const ANSWER: &str = "svar";
const YES: &str = "ja";
const NO: &str = "nei";

/// What the page says of an answer, in its address.
pub const LET_THROUGH: &str = "sluppet-gjennom";
pub const TURNED_DOWN: &str = "stoppet";

pub fn path(visit: &Visit) -> String {
    format!("/{}/register/venter", visit.lang().code())
}

/// The places whose statements they look at; none for those of all the country.
fn places(who: &Who) -> Option<Vec<Uuid>> {
    if is_national(who) {
        return None;
    }
    let led = who.roles.iter().filter(|role| role.kind == RoleKind::CentreLeader);
    Some(led.filter_map(|role| role.at).collect())
}

/// Keeps what was sent until another has looked at it. What a rule refuses is refused now, and not when it is let
/// through.
pub async fn hold(
    app: &App,
    visit: &Visit,
    sent: Sent,
    (on, what): (Uuid, &str),
    numbers: &BTreeSet<String>,
) -> Result<(), Refused> {
    centres::held_to_rules(&app.db, &app.clock, &sent).await?;
    let reason = reasons_of(app, &visit.path, numbers).await?;
    let entry = Entry::of(What::StatementHeld).by(Some(sent.by)).on(sent.register, on);
    let entry = entry.telling(json!({ "what": what, "slug": sent.slug, "reason": reason }));
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, sent) = (app.clock.clone(), sent.clone());
        let (entry, reason) = (entry.clone(), reason.clone());
        Box::pin(async move {
            if waiting::hold(tx, &clock, (&sent, on), &reason).await? {
                entry.write(tx, &clock).await?;
            }
            Ok(())
        })
    })
    .await
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, None).await
}

async fn page(app: &App, visit: &Visit, notice: Option<&str>) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let all = waiting::of(&app.db, places(who).as_deref()).await?;
    let network = Network::load(&app.db).await?;
    let writers: Vec<Uuid> = all.iter().map(|one| one.person_id).collect();
    let names = past::names(&app.db, writers.into_iter()).await?;
    let rows: Vec<Row> =
        all.iter().filter_map(|one| row(app, visit, &network, (one, &names))).collect();
    let heading = t.plain("register-waiting-heading");
    let mut frame = frame(app, visit, &heading).under(&heading, path(visit));
    frame.refused = notice.is_some();
    let status = if notice.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let notice = notice.map(|key| t.get(key));
    crate::web::page(status, &Show { t, frame, action: path(visit), rows, notice })
}

fn row(
    app: &App,
    visit: &Visit,
    network: &Arc<Network>,
    (one, names): (&Waiting, &BTreeMap<Uuid, String>),
) -> Option<Row> {
    let (t, raws) = (visit.t, one.raws());
    let subject = subject(app, visit, network, (one, &raws))?;
    let is_there = !subject.path.is_empty();
    let told = |raw: &Raw| Told {
        words: past::statement(&subject, t, &raw.to_json(&[])),
        source: [Some(raw.source.as_str()), raw.source_ref.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        note: raw.note.clone(),
    };
    let numbers: BTreeSet<String> = raws.iter().flat_map(numbers_in).collect();
    Some(Row {
        id: one.id,
        told: raws.iter().map(told).collect(),
        numbers: numbers.into_iter().collect(),
        reason: one.reason.clone(),
        when: t.day(*one.made_at),
        by: names.get(&one.person_id).cloned().unwrap_or_default(),
        is_own: visit.who.as_ref().is_some_and(|who| who.id == one.person_id),
        is_change: one.seen.is_some(),
        href: is_there.then(|| subject.path.clone()),
        name: subject.name,
    })
}

/// What it is about. One that is begun has no page yet, and is called what it is to be called.
fn subject(
    app: &App,
    visit: &Visit,
    network: &Arc<Network>,
    (one, raws): (&Waiting, &[Raw]),
) -> Option<Subject> {
    let (today, register) = (oslo_day(app.clock.now()), one.register()?);
    let (slug, lang) = (one.subject.clone(), visit.lang().code());
    let (known, kept) = if register == organisations::REGISTER {
        let found = network.organisations.get(&slug);
        (found.map(|one| (one.id, one.name_on(today).to_owned())), "organisasjoner")
    } else {
        let found = network.centre(&slug);
        (found.map(|one| (one.id, one.name_on(today).to_owned())), "sentre")
    };
    let (name, path) = if let Some((id, name)) = known {
        (name, format!("/{lang}/register/{kept}/{id}"))
    } else {
        let named = raws.iter().map(|raw| raw.fields.get("name")).find(|name| !name.is_empty());
        (named.unwrap_or(&slug).to_owned(), String::new())
    };
    let network = network.clone();
    Some(Subject { network, register, id: one.place_id, slug, name, path, today })
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([ID, ANSWER]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let is_yes = match filled.typed.value(ANSWER) {
        YES => true,
        NO => false,
        _ => return Err(Error::NotUnderstood(ANSWER)),
    };
    let id = Uuid::try_parse(filled.typed.value(ID)).map_err(|_| Error::NotUnderstood(ID))?;
    let Some(one) = waiting::by_id(&app.db, id).await? else {
        return page(&app, &visit, Some("register-waiting-gone")).await;
    };
    let is_theirs = places(who).is_none_or(|places| places.contains(&one.place_id));
    if !is_theirs || (is_yes && one.person_id == who.id) {
        return Err(Error::Forbidden);
    }
    match answer(&app, &one, is_yes, who.id).await {
        Ok(true) => {
            let word = if is_yes { LET_THROUGH } else { TURNED_DOWN };
            Ok(receipt::done(&path(&visit), word))
        }
        Ok(false) => page(&app, &visit, Some("register-waiting-gone")).await,
        Err(Refused::Database(error)) => Err(error.into()),
        Err(Refused::Unknown | Refused::Taken | Refused::Stale | Refused::Rules(_)) => {
            page(&app, &visit, Some("register-waiting-unfit")).await
        }
    }
}

/// It waits no more; with a yes it is said, by who wrote it. The log has both, and never the number. Tells whether it
/// still waited.
async fn answer(app: &App, one: &Waiting, is_yes: bool, by: Uuid) -> Result<bool, Refused> {
    db::transaction::<bool, Refused, _>(&app.db, |tx| {
        let (clock, id) = (app.clock.clone(), one.id);
        Box::pin(async move {
            // As it is now: something may have been struck from it, or its subject renamed, since it was looked for.
            let Some(one) = waiting::by_id(tx, id).await? else { return Ok(false) };
            let register = one.register().ok_or(Refused::Unknown)?;
            if !waiting::end(tx, one.id).await? {
                return Ok(false);
            }
            let what = one.raws().first().map(|raw| raw.what.clone()).unwrap_or_default();
            let told = json!({ "what": what, "slug": one.subject });
            if is_yes {
                let sent = one.sent().ok_or(Refused::Unknown)?;
                if centres::change(tx, &clock, sent).await? {
                    let said = Entry::of(What::StatementSaid).by(Some(one.person_id));
                    said.on(register, one.place_id).telling(told).write(tx, &clock).await?;
                }
            }
            let answer = if is_yes { "given" } else { "refused" };
            let looked = Entry::of(What::StatementLooked).by(Some(by)).on(register, one.place_id);
            let told = json!({ "what": what, "slug": one.subject, "answer": answer });
            looked.telling(told).write(tx, &clock).await?;
            Ok(true)
        })
    })
    .await
}
