//! How far it has come and how it goes: told anew by whoever said it, or looks after the place.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::fields::{self, SURE, told_fields};
use super::{Id, LIMIT, SEEN, again, here, masked, place, today};
use crate::adoptions::{self, Adoption, Refused, Told, Writer};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::read;
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "adoption/change.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: String,
    title: Words,
    /// Whether anybody can read it yet.
    standing: Words,
    action: String,
    seen: i32,
    fields: View,
}

struct Desk {
    one: Adoption,
    title: Words,
    place: String,
    form: Form,
    network: std::sync::Arc<Network>,
}

async fn desk(app: &App, visit: &Visit, id: Uuid) -> Result<Desk, Error> {
    let who = known(visit)?;
    let one = adoptions::by_id(&app.db, id).await?.ok_or(Error::NotFound)?;
    let asked = adoptions::asked_of(&app.db, id).await?;
    if !adoptions::may_write(who, &one, &asked) {
        return Err(Error::NotFound);
    }
    let item = read::by_id(&app.db, one.item_id).await?.ok_or(Error::NotFound)?;
    let network = Network::load(&app.db).await?;
    let mut others = adoptions::of_item(&app.db, one.item_id).await?;
    others.retain(|other| other.id != one.id);
    let form = Form::new(LIMIT, told_fields(fields::sources(&network, &others, today(app))));
    let place = place(&network, &one, today(app));
    let title = here::titled(visit.t, &item.title, &item.lang);
    Ok(Desk { one, title, place, form: form.hiding([SEEN, SURE]), network })
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    let stages = adoptions::stages(&app.db, [id]).await?.remove(&id).unwrap_or_default();
    let day = stages.last().map(|stage| stage.day.as_str());
    page(&app, &visit, &desk, &fields::prefilled(&desk.one, day))
}

fn page(app: &App, visit: &Visit, desk: &Desk, filled: &Filled) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let action = format!("/{code}/bruk/{}", desk.one.id);
    let mut frame = Frame::new(app, visit, &desk.place).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    frame = frame.under(t.plain("adoption-own"), format!("/{code}/bruk"));
    frame = frame.under(&desk.place, &action);
    frame.refused = filled.is_refused();
    let page = Page {
        t,
        frame,
        heading: desk.place.clone(),
        title: desk.title.clone(),
        standing: t.get(desk.one.standing().key()),
        action,
        seen: desk.one.number,
        fields: View::new(
            t,
            &fields::asking(&desk.form, filled),
            filled,
            &RegisterNames::default(),
        ),
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked(&mut sent);
    let mut filled = Filled::of_sent(sent, &desk.form, &RegisterNames::default()).and(faults);
    let told = match fields::told(&filled, today(&app)) {
        Ok(told) => told,
        Err(faults) => {
            filled = filled.and(faults);
            None
        }
    };
    let Some(told) = told.filter(|_| filled.is_good()) else {
        return page(&app, &visit, &desk, &filled);
    };
    let seen = filled.typed.value(SEEN).parse().unwrap_or(0);
    match save(&app, &visit, &desk, (id, seen), &told).await {
        Ok(()) => Ok(crate::web::see_other(&format!("/{}/bruk?lagret=1", visit.lang().code()))),
        Err(Refused::Database(error)) => {
            again(error.into(), filled, |filled| page(&app, &visit, &desk, filled))
        }
        Err(refused) => page(&app, &visit, &desk, &filled.and([super::say::fault(&refused)])),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    of: (Uuid, i32),
    told: &Told,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::NotThere)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, network) = (app.clock.clone(), who.clone(), desk.network.clone());
        let told = told.clone();
        Box::pin(async move { Writer::new(tx, &clock, &network).change(&who, of, &told).await })
    })
    .await
}
