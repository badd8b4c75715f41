//! What a button at a member asks for: another role, the lead, the end; and taking an invitation back.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::{Leaving, show};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::improvement::{Id, LIMIT, open, path, refused};
use crate::login::known;
use crate::rights::Who;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Open, Refused, TeamRole, Writer};

#[derive(Clone, Copy, Debug)]
enum Change {
    Role(Uuid, TeamRole),
    Lead(Uuid),
    /// Of their own, or of another for who leads.
    End(Uuid),
    Withdraw(Uuid),
}

/// The role that is chosen beside the button.
const AS: &str = "som";

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = open(&app, &visit, id).await?;
    let who = known(&visit)?;
    let form =
        Form::new(LIMIT, Vec::<Field>::new()).hiding(["rolle", "leder", "slutt", "trekk", AS]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let change = pressed(&filled)?;
    let leaving = Leaving::of(&open, who.id);
    let is_leaving = matches!(change, Change::End(member) if is_of(&open, member, who));
    if is_leaving && !leaving.may() {
        return show::page(&app, &visit, &open, &Filled::empty(), Some(leaving.key())).await;
    }
    match make(&app, who, id, change).await {
        Ok(()) => Ok(crate::web::see_other(&after(&visit, &open, who, change))),
        Err(Refused::NotThere) => {
            show::page(&app, &visit, &open, &Filled::empty(), Some("team-not-there")).await
        }
        Err(error) => Err(refused(error)),
    }
}

fn pressed(filled: &Filled) -> Result<Change, Error> {
    let at = |name: &str| Uuid::try_parse(filled.typed.value(name)).ok();
    if let Some(member) = at("rolle") {
        let role = TeamRole::named(filled.typed.value(AS)).ok_or(Error::NotUnderstood(AS))?;
        return Ok(Change::Role(member, role));
    }
    let other = at("leder").map(Change::Lead).or_else(|| at("slutt").map(Change::End));
    let other = other.or_else(|| at("trekk").map(Change::Withdraw));
    other.ok_or(Error::NotUnderstood("knapp"))
}

fn is_of(open: &Open, member: Uuid, who: &Who) -> bool {
    open.team.iter().any(|one| one.id == member && one.person_id == Some(who.id))
}

/// Who has left sees the work no more: they are led to the list.
fn after(visit: &Visit, open: &Open, who: &Who, change: Change) -> String {
    match change {
        Change::End(member) if is_of(open, member, who) => {
            format!("/{}/arbeid", visit.lang().code())
        }
        _ => format!("{}/team", path(visit.lang(), open.work.id)),
    }
}

async fn make(app: &App, who: &Who, work: Uuid, change: Change) -> Result<(), Refused> {
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match change {
                Change::Role(member, role) => writer.set_role(work, member, role).await,
                Change::Lead(member) => writer.pass_lead(work, member).await,
                Change::End(member) => writer.leave(work, member).await,
                Change::Withdraw(invitation) => writer.withdraw(work, invitation).await,
            }
        })
    })
    .await
}
