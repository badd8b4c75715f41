//! Asking for a role: the place is looked for, then the role and a sentence why. Who can give it hears of it by
//! letter and on their page, and the asker of the answer. Until then it can be taken back.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use time::Date;
use uuid::Uuid;

use super::{LIMIT, ROLE_REQUESTS, find};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::held::{self, CARRIED};
use crate::jobs;
use crate::login::{known, received};
use crate::people::letter::{self, Asks, role_key};
use crate::people::role_requests::{self, ASKED_FOR, Asked, Standing};
use crate::people::{persons, places, roles};
use crate::rights::{Role, RoleKind};
use crate::text::{Fault, MISSING};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "access/ask.html")]
struct Ask {
    t: Text,
    frame: Frame,
    action: String,
    /// What was looked for, and what it is called there with the way to it; the first of them alone.
    sought: String,
    found: Vec<(String, String)>,
    /// Municipalities without roles of their own, each with the centres that work for it and the ways there.
    served: Vec<(String, Vec<(String, String)>)>,
    /// Where the role is asked for.
    place: Option<(Uuid, String)>,
    /// Who has a role there now, by role only, and who answers.
    held: Vec<Words>,
    answers: Option<Words>,
    fields: View,
    own: Vec<Own>,
    notice: Option<Words>,
    /// The form has waited for them to log in.
    waited: String,
}

/// What they have asked for.
struct Own {
    id: Uuid,
    words: Words,
    standing: Words,
    colour: &'static str,
    reason: String,
    is_waiting: bool,
}

/// In the address and the form: the place, and what is looked for.
const PLACE: &str = "hos";
const SOUGHT: &str = "sted";
const ROLE: &str = "rolle";
const WHY: &str = "grunn";
/// In the address, when it is done.
const DONE: &str = "sendt";
const LONGEST: usize = 500;

fn form() -> Form {
    let option = |kind: RoleKind| Alternative::new(kind.name(), role_key(kind));
    let role = Field::choice(ROLE, "access-ask-role", ASKED_FOR.into_iter().map(option).collect())
        .needed()
        .helped("access-ask-role-help")
        .saying(MISSING, "access-fault-role-missing");
    let why = Field::text(WHY, "access-ask-why", LONGEST, 3)
        .needed()
        .helped("access-ask-why-help")
        .saying(MISSING, "access-fault-why-missing");
    Form::new(LIMIT, [role, why]).hiding([PLACE]).hiding(CARRIED)
}

fn path(lang: &str) -> String {
    format!("/{lang}/min-side/rolle")
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let query = visit.parameters()?;
    let mut filled = Filled::empty();
    let place = query.get(PLACE).unwrap_or_default();
    filled.typed.set(PLACE, place);
    // Whoever is led here from a page that they may not see has the role of that page before them.
    let role = RoleKind::of(query.get(ROLE).unwrap_or_default());
    if let Some(kind) = role.filter(|kind| ASKED_FOR.contains(kind)) {
        filled.typed.set(ROLE, kind.name());
    }
    let mut notice = query.get(DONE).map(|_| "access-ask-sent");
    if notice.is_some() && persons::addresses(&app.db, known(&visit)?.id).await?.is_empty() {
        notice = Some("access-ask-sent-here");
    }
    page(&app, &visit, &filled, notice).await
}

/// The place that the form names; none where it names none.
fn place_of(
    network: &Network,
    filled: &Filled,
    today: Date,
) -> Result<Option<(Uuid, String)>, Error> {
    let named = filled.typed.value(PLACE);
    if named.is_empty() {
        return Ok(None);
    }
    let id = Uuid::try_parse(named).map_err(|_| Error::NotUnderstood(PLACE))?;
    let name = places::name(network, id, today).ok_or(Error::NotUnderstood(PLACE))?;
    Ok(Some((id, name.to_owned())))
}

async fn page(app: &App, visit: &Visit, filled: &Filled, notice: Option<&str>) -> Reply {
    let (t, who, today) = (visit.t, known(visit)?, oslo_day(app.clock.now()));
    let network = Network::load(&app.db).await?;
    let place = place_of(&network, filled, today)?;
    let (held, answers) = match &place {
        Some((at, name)) => there(app, t, (*at, name.as_str()), who.id).await?,
        None => (Vec::new(), None),
    };
    let query = visit.parameters().unwrap_or_default();
    let sought = query.get(SOUGHT).unwrap_or_default().trim().to_owned();
    let heading = t.plain("access-ask");
    let action = path(t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()));
    frame = frame.under(&heading, &action);
    frame.refused = filled.is_refused();
    let way = |(id, name): (Uuid, String)| (name, format!("{action}?{PLACE}={id}"));
    let found = find::places(&network, t, today, &sought).into_iter().map(way).collect();
    let served = find::served(&network, t, today, &sought).into_iter();
    let served = served.map(|one| (one.name, one.centres.into_iter().map(way).collect())).collect();
    let page = Ask {
        t,
        frame,
        found,
        served,
        sought,
        held,
        answers,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        own: own(app, t, &network, who.id).await?,
        notice: notice.map(|key| t.get(key)),
        waited: held::carried(&filled.typed),
        place,
        action,
    };
    crate::web::page(filled.status(), &page)
}

/// Who has which role at a place, counted and never named, and who answers one who asks there.
async fn there(
    app: &App,
    t: Text,
    (at, name): (Uuid, &str),
    but: Uuid,
) -> Result<(Vec<Words>, Option<Words>), Error> {
    let today = oslo_day(app.clock.now());
    let mut held = roles::at(&app.db, Some(at), today).await?;
    let open = persons::open(&app.db, held.iter().map(|row| row.person_id).collect()).await?;
    held.retain(|row| open.contains(&row.person_id));
    let held = find::counted(&held);
    let told = |(kind, count): (RoleKind, usize)| {
        t.with2("access-ask-held", "role", t.plain(role_key(kind)), "count", count)
    };
    let asked = (RoleKind::Member, at);
    let (carers, is_for_country) = role_requests::carers(&app.db, asked, but, today).await?;
    let answers = match (carers.is_empty(), is_for_country) {
        (true, _) => t.get("access-ask-nobody"),
        (false, true) => t.get("access-ask-answers-country"),
        (false, false) => t.with("access-ask-answers", "place", name),
    };
    Ok((held.into_iter().map(told).collect(), Some(answers)))
}

async fn own(app: &App, t: Text, network: &Network, person: Uuid) -> Result<Vec<Own>, Error> {
    let today = oslo_day(app.clock.now());
    let one = |row: role_requests::Model| {
        let Role { kind, .. } = row.role()?;
        let place = places::name(network, row.place_id, today).unwrap_or_default();
        let (standing, colour) = match row.standing() {
            Standing::Waiting => ("access-ask-waiting", "info"),
            Standing::Given => ("access-ask-given", "success"),
            Standing::Refused => ("access-ask-refused", "warning"),
        };
        let day = t.day(*row.made_at);
        let role = t.plain(role_key(kind));
        Some(Own {
            id: row.id,
            words: t.with3("access-ask-own", "role", role, "place", place, "day", day),
            standing: t.get(standing),
            colour,
            is_waiting: row.standing() == Standing::Waiting,
            reason: row.answer,
        })
    };
    Ok(role_requests::of(&app.db, person).await?.into_iter().filter_map(one).collect())
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = form();
    let filled = received(&app, &visit, request, &form, &RegisterNames::default()).await?;
    let today = oslo_day(app.clock.now());
    let network = Network::load(&app.db).await?;
    let place = place_of(&network, &filled, today)?.ok_or(Error::NotUnderstood(PLACE))?;
    if !filled.is_good() {
        return page(&app, &visit, &filled, None).await;
    }
    let kind = RoleKind::of(filled.text(ROLE)).ok_or(Error::NotUnderstood(ROLE))?;
    let asked = ask(&app, &visit, (kind, &place), filled.text(WHY)).await;
    let key = match asked {
        Ok(Asked::Now(..)) => {
            held::arrived(&app.db, known(&visit)?.id, &filled.typed).await?;
            let there = format!("{}?{DONE}=ja", path(visit.lang().code()));
            return Ok(crate::web::see_other(&there));
        }
        Ok(Asked::Held) => "access-fault-held",
        Ok(Asked::Already) => "access-fault-asked",
        Ok(Asked::Full) => "access-fault-full",
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new(ROLE, "access-fault-asked-much").filled("max", minutes);
            let mut answer = page(&app, &visit, &filled.and([fault]), None).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            return Ok(answer);
        }
        Err(error) => return Err(error),
    };
    page(&app, &visit, &filled.and([Fault::new(ROLE, key)]), None).await
}

/// So many are written to.
const WRITTEN_TO: usize = 10;

/// What is asked for, and the letters to those who can answer: both or neither.
async fn ask(
    app: &App,
    visit: &Visit,
    (kind, (place, name)): (RoleKind, &(Uuid, String)),
    why: &str,
) -> Result<Asked, Error> {
    let who = known(visit)?;
    db::transaction::<Asked, Error, _>(&app.db, |tx| {
        let (app, from, who, t) = (app.clone(), visit.asker.clone(), who.clone(), visit.t);
        let (place, name, why) = (*place, name.clone(), why.to_owned());
        Box::pin(async move {
            let App { clock, limits, .. } = &app;
            let asked = role_requests::ask(tx, clock, who.id, (kind, place), &why).await?;
            let Asked::Now(id, carers) = &asked else { return Ok(asked) };
            // What is asked for is counted, and not what was asked for already.
            limits.count_in(tx, &ROLE_REQUESTS, &from).await?;
            let called = persons::called(tx, t, &[who.id]).await?;
            let called = called.into_iter().next().map(|(_, name)| name).unwrap_or_default();
            for carer in carers.iter().take(WRITTEN_TO) {
                let Some(found) = persons::by_id(tx, *carer).await? else { continue };
                let t = Text::new(found.lang());
                let link = format!("{}{}", app.public_url(), answering(t.lang.code(), place, *id));
                let addresses = persons::addresses(tx, *carer).await?;
                let Some(to) = addresses.first() else { continue };
                let (who, link) = (called.as_str(), link.as_str());
                let asks = Asks { to, who, role: kind, place: &name, why: &why, link };
                jobs::enqueue(tx, clock, &letter::asks(t, clock, &asks)).await?;
            }
            Ok(asked)
        })
    })
    .await
}

/// Where one that waits is answered.
pub fn answering(lang: &str, place: Uuid, id: Uuid) -> String {
    format!("/{lang}/tilgang/{place}/foresporsler/{id}")
}

pub async fn take_back(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let person = known(&visit)?.id;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["trekk"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let id = Uuid::try_parse(filled.typed.value("trekk"));
    let id = id.map_err(|_| Error::NotUnderstood("trekk"))?;
    db::transaction::<bool, Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { Ok(role_requests::take_back(tx, &clock, (person, id)).await?) })
    })
    .await?;
    // Answered meanwhile, the page says what.
    Ok(crate::web::see_other(&path(visit.lang().code())))
}
