//! «We take this into use»: who, where, how far they have come, and whom they learned it from.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::response::Response;
use time::Date;
use uuid::Uuid;

use super::fields::{self, FROM, SURE, UNIT, named, told_fields};
use super::{Found, HERE, LIMIT, LINE, SAY, again, find, masked, today};
use crate::adoptions::{self, Refused, Said, Standing, Writer};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{
    Alternative, Field, FieldKind, Filled, Form, Register, RegisterNames, Submitted, View, WHOLE,
};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::places::Municipality;
use crate::text::Fault;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "adoption/say.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    /// What is taken into use, in the language that it has.
    title: Words,
    action: String,
    fields: View,
    /// What somebody without a role there is told.
    lead: Words,
}

const MUNICIPALITY: &str = "kommune";
const PLACE: &str = "hos";

/// What the form is made of.
struct Desk {
    found: Found,
    network: Arc<Network>,
    form: Form,
    known: RegisterNames,
}

async fn desk(app: &App, visit: &Visit, slug: &str) -> Result<Result<Desk, Response>, Error> {
    let found = match find(app, visit, slug).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(Err(elsewhere)),
    };
    let network = Network::load(&app.db).await?;
    let day = today(app);
    let others = adoptions::of_item(&app.db, found.original).await?;
    let who = known(visit)?;
    let at = who.roles.iter().filter_map(|role| role.at);
    let organisation = |id: Uuid| {
        let one = network.organisations.iter().find(|one| one.id == id)?;
        Some(named(id.to_string(), one.name_on(day)))
    };
    let mut own: Vec<Alternative> = at.filter_map(organisation).collect();
    own.dedup();
    let municipality = FieldKind::Reference { register: Register::Place, most: 1 };
    let municipality = Field::new(MUNICIPALITY, "adoption-municipality", municipality);
    let mut fields = vec![municipality.needed().helped("adoption-municipality-help")];
    if !own.is_empty() {
        fields.push(Field::choice(PLACE, "adoption-place", own).helped("adoption-place-help"));
    }
    fields.push(Field::line(UNIT, "adoption-unit", LINE).helped("adoption-unit-help"));
    fields.extend(told_fields(fields::sources(&network, &others, day)));
    let form = Form::new(LIMIT, fields).hiding([SURE]);
    let known = RegisterNames::default().of(Register::Place, towns(&network, day));
    Ok(Ok(Desk { found, network, form, known }))
}

/// Today's municipalities by what they are called; of two that share a name, with the county.
pub fn towns(network: &Network, day: Date) -> Vec<(String, String)> {
    let mut called: BTreeMap<&str, usize> = BTreeMap::new();
    for one in network.places.on(day) {
        *called.entry(&one.name).or_default() += 1;
    }
    let town = |one: &Municipality| {
        let is_shared = called.get(one.name.as_str()).is_some_and(|count| *count > 1);
        let county = network.places.counties().name(one.county());
        let name = if is_shared { format!("{} ({county})", one.name) } else { one.name.clone() };
        (one.code.clone(), name)
    };
    network.places.on(day).map(town).collect()
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    match desk(&app, &visit, &slug).await? {
        Ok(desk) => page(&app, &visit, &desk, &Filled::empty()),
        Err(elsewhere) => Ok(elsewhere),
    }
}

fn page(app: &App, visit: &Visit, desk: &Desk, filled: &Filled) -> Reply {
    let (t, found) = (visit.t, &desk.found);
    let heading = t.plain("adoption-say");
    let mut frame = found.frame(app, visit, (&heading, SAY)).form();
    frame.refused = filled.is_refused();
    let item = &found.shown.item;
    let page = Page {
        t,
        frame,
        heading: t.get("adoption-say"),
        title: super::here::titled(t, &item.title, &item.lang),
        action: format!("{}/{SAY}", found.path),
        fields: View::new(t, &fields::asking(&desk.form, filled), filled, &desk.known),
        lead: t.get("adoption-say-lead"),
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
    request: Request,
) -> Reply {
    let desk = match desk(&app, &visit, &slug).await? {
        Ok(desk) => desk,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked(&mut sent);
    let mut filled = Filled::of_sent(sent, &desk.form, &desk.known).and(faults);
    let told = match fields::told(&filled, today(&app)) {
        Ok(told) => told,
        Err(faults) => {
            filled = filled.and(faults);
            None
        }
    };
    if let Some(fault) = elsewhere(&desk, &filled, today(&app)) {
        filled = filled.and([fault]);
    }
    let Some(told) = told.filter(|_| filled.is_good()) else {
        return page(&app, &visit, &desk, &filled);
    };
    let said = Said {
        item: desk.found.original,
        municipality: filled.text(MUNICIPALITY).to_owned(),
        place: Uuid::try_parse(filled.text(PLACE)).ok(),
        unit: filled.text(UNIT).to_owned(),
        lang: visit.lang().code().to_owned(),
        told,
    };
    match save(&app, &visit, &desk, &said).await {
        Ok(Standing::Public) => Ok(crate::web::see_other(&format!("{}/{HERE}", desk.found.path))),
        Ok(_) => Ok(crate::web::see_other(&format!("/{}/bruk?sagt=1", visit.lang().code()))),
        Err(Refused::Database(error)) => {
            again(error.into(), filled, |filled| page(&app, &visit, &desk, filled))
        }
        Err(refused) => page(&app, &visit, &desk, &filled.and([fault(&refused)])),
    }
}

/// A role speaks for its own municipality alone.
fn elsewhere(desk: &Desk, filled: &Filled, day: Date) -> Option<Fault> {
    let (municipality, network) = (filled.text(MUNICIPALITY), &desk.network);
    let place = Uuid::try_parse(filled.text(PLACE)).ok()?;
    let place = network.organisations.iter().find(|one| one.id == place)?;
    let is_there = municipality.is_empty() || adoptions::is_in(network, place, municipality, day);
    (!is_there).then(|| Fault::new(PLACE, "adoption-fault-elsewhere"))
}

/// Why it was not taken, at the field that mends it.
pub fn fault(refused: &Refused) -> Fault {
    match refused {
        Refused::Twice(_) => Fault::new(WHOLE, "adoption-fault-twice"),
        Refused::TooMany => Fault::new(WHOLE, "adoption-fault-many"),
        Refused::Stale => Fault::new(WHOLE, "adoption-fault-stale"),
        _ => Fault::new(FROM, "adoption-fault-round"),
    }
}

async fn save(app: &App, visit: &Visit, desk: &Desk, said: &Said) -> Result<Standing, Refused> {
    let who = known(visit).map_err(|_| Refused::NotThere)?;
    db::transaction::<Standing, Refused, _>(&app.db, |tx| {
        let (clock, who, network) = (app.clock.clone(), who.clone(), desk.network.clone());
        let said = said.clone();
        Box::pin(async move {
            let (_, standing) = Writer::new(tx, &clock, &network).say(&who, &said).await?;
            Ok(standing)
        })
    })
    .await
}
