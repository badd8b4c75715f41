//! Who asks to be taken in at an organisation that others say they act for, and the answer of whoever looks after it.

use axum::extract::{Request, State};
use norsk::OrganisationNumber;
use uuid::Uuid;

use super::{At, GIVEN, LIMIT, REFUSED, path, show};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::people::Refused;
use crate::people::acting::{self, ROLE};
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Visit, receipt};

/// One who asks, as the page tells them.
pub struct Asking {
    pub id: Uuid,
    pub who: String,
    pub words: Words,
}

fn number(network: &Network, place: Option<Uuid>) -> Option<OrganisationNumber> {
    let place = place?;
    network.organisations.iter().find(|one| one.id == place)?.number()
}

/// Those who ask here, for who may take them in. A centre has no number that it could be.
pub async fn asking(
    app: &App,
    t: Text,
    network: &Network,
    place: Option<Uuid>,
    who: &Who,
    called: impl Fn(Uuid) -> String,
) -> Result<Vec<Asking>, Error> {
    let Some(number) = number(network, place).filter(|_| who.may_give(ROLE, place)) else {
        return Ok(Vec::new());
    };
    let rows = acting::asking(&app.db, number).await?;
    let one = |row: acting::Model| {
        let day = t.day(*row.asked_at.unwrap_or(row.made_at));
        let words = t.with2("access-asking-by", "name", row.name.as_str(), "day", day);
        Asking { id: row.id, who: called(row.person_id), words }
    };
    Ok(rows.into_iter().map(one).collect())
}

pub async fn answer(
    State(app): State<App>,
    visit: Visit,
    Named(At { at }): Named<At>,
    request: Request,
) -> Reply {
    let who = known(&visit)?.clone();
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding(["ja", "nei"]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let pressed = |name: &str| Uuid::try_parse(filled.typed.value(name)).ok();
    let yes = pressed("ja").map(|id| (id, true));
    let (id, is_yes) =
        yes.or(pressed("nei").map(|id| (id, false))).ok_or(Error::NotUnderstood("knapp"))?;
    let network = Network::load(&app.db).await?;
    let number = number(&network, Some(at)).ok_or(Error::NotFound)?;
    let answered = db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move { acting::answer(tx, &clock, (id, number, at), (is_yes, &who)).await })
    })
    .await;
    match answered {
        Ok(()) => {
            let word = if is_yes { GIVEN } else { REFUSED };
            Ok(receipt::done(&path(visit.lang().code(), Some(at)), word))
        }
        Err(Refused::NotThere | Refused::LastAdministrator) => {
            let notice = Some("access-not-there");
            show::page(&app, &visit, Some(at), &Filled::empty(), notice).await
        }
        Err(Refused::NotTheirs) => Err(Error::Forbidden),
        Err(Refused::Database(error)) => Err(error.into()),
    }
}
