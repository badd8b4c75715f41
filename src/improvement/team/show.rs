//! Who is in the team, as what and since when, and who is asked; with what may be done about it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::{Leaving, invite, own};
use crate::app::App;
use crate::error::Reply;
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, frame_under, open, path};
use crate::login::known;
use crate::people::{invitations, persons};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Member, Open, Standing, TeamRole};

#[derive(Template)]
#[template(path = "improvement/team/show.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: Parts,
    /// Where the work is.
    here: String,
    title: Words,
    team: Vec<Row>,
    asked: Vec<Asked>,
    /// The roles that somebody may be given.
    roles: Vec<(&'static str, String)>,
    /// The form that invites, for who leads.
    invite: Option<View>,
    notice: Option<Words>,
    /// What it means that whoever asks leaves, and whether they may.
    leaving: Leaving,
}

struct Row {
    id: Uuid,
    /// A name, or what is known instead.
    called: Words,
    role: Words,
    key: &'static str,
    since: String,
    is_me: bool,
    has_account: bool,
    /// Where they write their name, when it is theirs and they have not.
    to_name: Option<String>,
    is_lead: bool,
}

struct Asked {
    id: Uuid,
    address: String,
    role: Words,
    until: String,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    page(&app, &visit, &open, &Filled::empty(), None).await
}

/// The page, with the form as it was filled in and what did not go as it was asked for.
pub async fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    filled: &Filled,
    notice: Option<&str>,
) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let leads = open.standing >= Standing::Leads;
    let here = path(t.lang, open.work.id);
    let heading = t.plain("team-heading");
    let mut frame = frame_under(app, visit, open, &heading, &format!("{here}/team"));
    frame.refused = filled.is_refused();
    let ids = open.team.iter().filter_map(|member| member.person_id).collect();
    let names = persons::names(&app.db, ids).await?;
    let asked = if leads {
        invitations::of_work(&app.db, open.work.id, app.clock.now()).await?
    } else {
        Vec::new()
    };
    let form = leads.then(invite::form);
    let page = Page {
        t,
        frame,
        parts: Parts::above(t, open, "/team"),
        here,
        title: own(t, &open.work, &open.work.title),
        team: open.team.iter().map(|member| row(t, member, &names, who.id)).collect(),
        asked: asked.iter().filter_map(|one| waiting(t, one)).collect(),
        roles: roles(t),
        invite: form.map(|form| View::new(t, &form, filled, &RegisterNames::default())),
        notice: notice.map(|key| t.get(key)),
        leaving: Leaving::of(open, who.id),
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &page)
}

fn roles(t: Text) -> Vec<(&'static str, String)> {
    let all = TeamRole::NAMES.iter().filter_map(|name| TeamRole::named(name));
    all.map(|role| (role.name(), t.plain(role.key()))).collect()
}

fn row(t: Text, member: &Member, names: &BTreeMap<Uuid, String>, me: Uuid) -> Row {
    let role = TeamRole::named(&member.role).unwrap_or(TeamRole::Member);
    let called = match member.person_id.map(|id| names.get(&id)) {
        Some(Some(name)) => Words::name(t.lang, name.as_str(), t.lang),
        Some(None) => t.get("team-no-name"),
        None => t.get("team-role-only"),
    };
    Row {
        id: member.id,
        called,
        role: t.get(role.key()),
        key: role.name(),
        since: t.date(member.valid_from),
        is_me: member.person_id == Some(me),
        has_account: member.person_id.is_some(),
        to_name: (member.person_id == Some(me) && !names.contains_key(&me))
            .then(|| format!("/{}/min-side", t.lang.code())),
        is_lead: role == TeamRole::Lead,
    }
}

/// None for a role of a newer program.
fn waiting(t: Text, one: &invitations::Model) -> Option<Asked> {
    let role = TeamRole::named(one.in_team()?.1)?;
    Some(Asked {
        id: one.id,
        address: one.address.clone(),
        role: t.get(role.key()),
        until: t.day(*one.expires_at),
    })
}
