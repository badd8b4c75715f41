//! The answer to one who asks for a role: a yes with its last day, or a no with the reason, which they are told.

use askama::Template;
use axum::extract::{Request, State};
use time::Date;
use uuid::Uuid;

use super::ask::answering;
use super::invite::end;
use super::{GIVEN, LIMIT, REFUSED, answered, path};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::jobs;
use crate::login::{known, received};
use crate::people::letter::{self, Answered, role_key};
use crate::people::role_requests::{self, Answer, Standing};
use crate::people::{Refused, persons, places};
use crate::rights::RoleKind;
use crate::text::{Fault, MISSING};
use crate::web::visit::Named;
use crate::web::{Frame, Visit, receipt};

/// The place and what was asked for, of the address.
#[derive(serde::Deserialize)]
pub struct One {
    at: Uuid,
    id: Uuid,
}

#[derive(Template)]
#[template(path = "access/respond.html")]
struct Respond {
    t: Text,
    frame: Frame,
    action: String,
    who: String,
    role: Words,
    place: String,
    day: String,
    why: String,
    fields: View,
}

const ANSWER: &str = "svar";
const YES: &str = "ja";
const NO: &str = "nei";
const UNTIL: &str = "til";
const REASON: &str = "grunn";
const LONGEST: usize = 500;

fn form() -> Form {
    let options = vec![
        Alternative::new(YES, "access-respond-yes"),
        Alternative::new(NO, "access-respond-no"),
    ];
    let answer = Field::choice(ANSWER, "access-respond-answer", options)
        .needed()
        .saying(MISSING, "access-fault-answer-missing");
    let until =
        Field::new(UNTIL, "access-until-day", FieldKind::Date).sure().helped("access-until-help");
    // Needed by whoever says no.
    let reason = Field::text(REASON, "access-respond-reason", LONGEST, 3)
        .or_another()
        .helped("access-respond-reason-help")
        .saying(MISSING, "access-fault-reason-missing");
    Form::new(LIMIT, [answer, until, reason])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(one): Named<One>) -> Reply {
    page(&app, &visit, &one, &Filled::empty()).await
}

/// What was asked for, waiting or answered, for who may give its role there.
async fn found(
    app: &App,
    visit: &Visit,
    one: &One,
) -> Result<(role_requests::Model, RoleKind), Error> {
    let row = role_requests::of_place(&app.db, (one.id, one.at)).await?.ok_or(Error::NotFound)?;
    let role = row.role().ok_or(Error::NotFound)?;
    let who = known(visit)?;
    if who.may_give(role.kind, role.at) && row.person_id != who.id {
        Ok((row, role.kind))
    } else {
        Err(Error::Forbidden)
    }
}

async fn page(app: &App, visit: &Visit, one: &One, filled: &Filled) -> Reply {
    let (t, today) = (visit.t, oslo_day(app.clock.now()));
    let (row, kind) = found(app, visit, one).await?;
    let network = Network::load(&app.db).await?;
    let place = places::name(&network, one.at, today).ok_or(Error::NotFound)?.to_owned();
    if row.standing() != Standing::Waiting {
        let unsent = filled.typed.value(REASON);
        return answered::page(app, visit, (row, kind), place, unsent).await;
    }
    let heading = t.plain("access-respond");
    let code = t.lang.code();
    let action = answering(code, one.at, one.id);
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    frame = frame.under(&place, path(code, Some(one.at))).under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = Respond {
        t,
        frame,
        action,
        who: called(app, t, row.person_id).await?,
        role: t.get(role_key(kind)),
        place,
        day: t.day(*row.made_at),
        why: row.why,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

/// By name and addresses: whoever answers is to know whom they let in.
pub(super) async fn called(app: &App, t: Text, person: Uuid) -> Result<String, Error> {
    let found = persons::by_id(&app.db, person).await?;
    let name = found.map(|person| person.name).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| t.plain("people-unnamed"));
    let addresses = persons::addresses(&app.db, person).await?.join(", ");
    Ok(if addresses.is_empty() { name } else { format!("{name} ({addresses})") })
}

/// What the form says; a fault where it says it badly.
fn read(filled: &Filled, kind: RoleKind, today: Date) -> Result<Answer, Fault> {
    if filled.text(ANSWER) == YES {
        let until = end(Some(kind), filled.text(UNTIL), today);
        let until = until.map_err(|key| Fault::new(UNTIL, key))?;
        return Ok(Answer::Yes(until));
    }
    let reason = filled.text(REASON).trim();
    if reason.is_empty() {
        return Err(Fault::new(REASON, "access-fault-reason-missing"));
    }
    Ok(Answer::No(reason.to_owned()))
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(one): Named<One>,
    request: Request,
) -> Reply {
    let mut filled = received(&app, &visit, request, &form(), &RegisterNames::default()).await?;
    let (row, kind) = found(&app, &visit, &one).await?;
    let today = oslo_day(app.clock.now());
    if filled.is_refused() && filled.text(ANSWER) != NO {
        // All that is wrong is said at once.
        let late = end(Some(kind), filled.text(UNTIL), today).err();
        filled = filled.and(late.map(|key| Fault::new(UNTIL, key)));
    }
    if !filled.is_good() || row.standing() != Standing::Waiting {
        return page(&app, &visit, &one, &filled).await;
    }
    let answer = match read(&filled, kind, today) {
        Ok(answer) => answer,
        Err(fault) => return page(&app, &visit, &one, &filled.and([fault])).await,
    };
    let word = if matches!(answer, Answer::Yes(_)) { GIVEN } else { REFUSED };
    match answer_one(&app, &visit, &one, &answer).await {
        Ok(()) => Ok(receipt::done(&path(visit.lang().code(), Some(one.at)), word)),
        Err(Refused::NotTheirs) => Err(Error::Forbidden),
        Err(Refused::Database(error)) => Err(error.into()),
        // Somebody else was first.
        Err(Refused::NotThere | Refused::LastAdministrator) => {
            page(&app, &visit, &one, &filled).await
        }
    }
}

/// The answer, and the letter that tells it: both or neither.
async fn answer_one(app: &App, visit: &Visit, one: &One, answer: &Answer) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::NotTheirs)?;
    let network = Network::load(&app.db).await?;
    let name = places::name(&network, one.at, oslo_day(app.clock.now())).unwrap_or_default();
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (app, who, answer) = (app.clone(), who.clone(), answer.clone());
        let (id, at, name) = (one.id, one.at, name.to_owned());
        Box::pin(async move {
            let clock = &app.clock;
            let row = role_requests::answer(tx, clock, (id, at), &answer, &who).await?;
            let kind = row.role().ok_or(Refused::NotThere)?.kind;
            let asker = persons::by_id(tx, row.person_id).await?;
            let t = Text::new(asker.ok_or(Refused::NotThere)?.lang());
            let link = format!("{}/{}/min-side/rolle", app.public_url(), t.lang.code());
            for to in persons::addresses(tx, row.person_id).await? {
                let told = Answered {
                    to: &to,
                    role: kind,
                    place: &name,
                    is_yes: row.standing() == Standing::Given,
                    until: row.valid_to,
                    reason: &row.answer,
                    link: &link,
                };
                jobs::enqueue(tx, clock, &letter::answered(t, clock, &told)).await?;
            }
            Ok(())
        })
    })
    .await
}
