//! On one's own page: the organisations that others say one acts for, and asking to be taken in there.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::LIMIT;
use super::mine::{self, known};
use crate::app::App;
use crate::centres::Network;
use crate::config::Provider;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Text, Words};
use crate::people::acting::{self, Model};
use crate::people::roles;
use crate::web::Visit;

/// An organisation that somebody may ask to be taken in at.
pub struct Suggested {
    pub id: Uuid,
    pub words: Words,
    /// There is a page of it here, and whoever looks after that can answer.
    pub is_known: bool,
    pub has_asked: bool,
}

/// What others say of a person, but for where they have a role.
pub async fn suggested(
    app: &App,
    t: Text,
    network: &Network,
    person: Uuid,
    held: &[roles::Model],
) -> Result<Vec<Suggested>, Error> {
    let rows = acting::of(&app.db, person).await?;
    let one = |row: Model| {
        let place = place(network, &row.number);
        if place.is_some_and(|place| held.iter().any(|role| role.place_id == Some(place))) {
            return None;
        }
        let by = app.settings.providers.iter().find(|one| one.issuer == row.issuer);
        let by = by.map_or(row.issuer.as_str(), Provider::label);
        let name = if row.name.is_empty() { &row.number } else { &row.name };
        Some(Suggested {
            id: row.id,
            words: t.with2("login-acting-for", "provider", by, "name", name.as_str()),
            is_known: place.is_some(),
            has_asked: row.asked_at.is_some(),
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

fn place(network: &Network, number: &str) -> Option<Uuid> {
    let is_it = |one: norsk::OrganisationNumber| one.as_str() == number;
    network.organisations.iter().find(|one| one.number().is_some_and(is_it)).map(|one| one.id)
}

pub async fn ask(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let person = known(&visit)?.id;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["organisasjon"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let id = Uuid::try_parse(filled.typed.value("organisasjon"));
    let id = id.map_err(|_| Error::NotUnderstood("organisasjon"))?;
    let is_asked = db::transaction::<bool, Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move { Ok(acting::ask(tx, &clock, (person, id)).await?) })
    })
    .await?;
    if is_asked {
        Ok(crate::web::see_other(&format!("/{}/min-side", visit.lang().code())))
    } else {
        mine::told(&app, &visit, "login-acting-over").await
    }
}
