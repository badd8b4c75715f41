//! A team shows numbers of a measure to all, beside those of others who have taken the same into use.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::fields::named;
use super::{Id, LIMIT, again, here, masked, place, today};
use crate::adoptions::{
    self, Adoption, NewSeries, Refused, Series, Standing, Writer, key_of, points, tell_something,
};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::{Item, read};
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{self, Better, Least, Measured, Open, Shape};

#[derive(Template)]
#[template(path = "adoption/numbers.html")]
struct Page {
    t: Text,
    frame: Frame,
    title: Words,
    action: String,
    least: u32,
    /// Is there anywhere to show them?
    has_places: bool,
    /// Something that they have said waits for an answer.
    is_waiting: bool,
    fields: View,
    shown: Vec<Shown>,
}

/// Numbers that are shown, and may be taken back.
struct Shown {
    id: Uuid,
    name: String,
    place: String,
    /// Nobody knows which measure they are of, so they are told to nobody.
    is_held: bool,
}

const MEASURE: &str = "maling";
const WHERE: &str = "hvor";
const SAME: &str = "som";
/// Whether it counts people: then small numbers are held back.
const COUNTS: &str = "teller";
const PEOPLE: &str = "personer";
const OTHERS: &str = "annet";
const AGREED: &str = "alle";
/// The series that is shown no more.
const HIDE: &str = "bort";

/// Where numbers may be shown: by an adopter, or by whoever began it.
struct Target {
    item: Uuid,
    adoption: Option<Uuid>,
    name: String,
}

impl Target {
    fn id(&self) -> Uuid {
        self.adoption.unwrap_or(self.item)
    }
}

struct Desk {
    open: Open,
    measures: Vec<Measured>,
    targets: Vec<Target>,
    is_waiting: bool,
    /// All that is shown of the texts that the targets are of.
    series: Vec<Series>,
    /// Whether each measure counts people, of those of which it is known.
    people: BTreeMap<Uuid, bool>,
    form: Form,
    network: Arc<Network>,
    least: Least,
}

async fn desk(app: &App, visit: &Visit, id: Uuid) -> Result<Desk, Error> {
    let who = known(visit)?;
    let open = work::open(&app.db, who, id).await?.ok_or(Error::NotFound)?;
    if open.standing < work::Standing::Writes {
        return Err(Error::Forbidden);
    }
    let measures = open.measures(&app.db).await?;
    let network = Network::load(&app.db).await?;
    let mut own = adoptions::theirs(&app.db, who.id).await?;
    let is_waiting = own.iter().any(|one| one.standing() == Standing::Waiting);
    own.retain(|one| one.standing() == Standing::Public);
    let ids: Vec<Uuid> = own.iter().map(|one| one.item_id).chain(open.work.item_id).collect();
    let items = read::visible_by_ids(&app.db, &ids).await?;
    let items: BTreeMap<Uuid, Item> = items.into_iter().map(|item| (item.id, item)).collect();
    let targets = targets(app, &network, (&open, own.as_slice()), &items);
    let of_items: Vec<Uuid> = items.keys().copied().collect();
    let series = adoptions::series_of_all(&app.db, &of_items).await?;
    let people = work::of_people(&app.db, &open.work, &measures).await?;
    let form = form(&measures, &targets, &series, &items);
    let least = Least(app.settings.small_numbers);
    Ok(Desk { open, measures, targets, is_waiting, series, people, form, network, least })
}

fn targets(
    app: &App,
    network: &Network,
    (open, own): (&Open, &[Adoption]),
    items: &BTreeMap<Uuid, Item>,
) -> Vec<Target> {
    let began = open.work.item_id.and_then(|id| items.get(&id));
    let began = began.map(|item| {
        let original = item.original_id.unwrap_or(item.id);
        Target { item: original, adoption: None, name: item.title.clone() }
    });
    let adopted = own.iter().filter_map(|one| {
        let item = items.get(&one.item_id)?;
        let name = format!("{}: {}", item.title, place(network, one, today(app)));
        Some(Target { item: item.id, adoption: Some(one.id), name })
    });
    began.into_iter().chain(adopted).collect()
}

fn form(
    measures: &[Measured],
    targets: &[Target],
    series: &[Series],
    items: &BTreeMap<Uuid, Item>,
) -> Form {
    let measure = |one: &Measured| named(one.row.id.to_string(), &one.definition.name);
    let target = |one: &Target| named(one.id().to_string(), &one.name);
    // Each measure that somebody shows, once for each text.
    let mut known: BTreeMap<(Uuid, &str), &str> = BTreeMap::new();
    for one in series.iter().filter(|one| one.measure().is_some()) {
        known.entry((one.item_id, one.key.as_str())).or_insert(one.name.as_str());
    }
    let same = known.iter().filter_map(|((item, key), name)| {
        let title = &items.get(item)?.title;
        Some(named(same_as(*item, key), &format!("{title}: {name}")))
    });
    let same: Vec<Alternative> = same.collect();
    let measure =
        Field::choice(MEASURE, "adoption-measure", measures.iter().map(measure).collect());
    let place = Field::choice(WHERE, "adoption-shown-at", targets.iter().map(target).collect());
    let mut fields = vec![measure.needed(), place.needed()];
    if !same.is_empty() {
        fields.push(Field::choice(SAME, "adoption-same", same).helped("adoption-same-help"));
    }
    let counts = vec![
        Alternative::new(PEOPLE, "adoption-counts-people"),
        Alternative::new(OTHERS, "adoption-counts-others"),
    ];
    let counts = Field::choice(COUNTS, "adoption-counts", counts);
    fields.push(counts.needed().helped("adoption-counts-help"));
    let agreed = Field::new(AGREED, "adoption-agreed", FieldKind::Tick);
    fields.push(agreed.needed().helped("adoption-agreed-help"));
    Form::new(LIMIT, fields).hiding([HIDE])
}

/// A measure of a text, as the form names it.
fn same_as(item: Uuid, key: &str) -> String {
    format!("{item}:{key}")
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    page(&app, &visit, &desk, &Filled::empty())
}

fn page(app: &App, visit: &Visit, desk: &Desk, filled: &Filled) -> Reply {
    let (t, code, work) = (visit.t, visit.lang().code(), &desk.open.work);
    let heading = t.plain("adoption-show-numbers");
    let above = format!("/{code}/arbeid/{}", work.id);
    let action = format!("{above}/vis-tall");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{code}/min-side"));
    frame = frame.under(&work.title, above).under(&heading, &action);
    frame.refused = filled.is_refused();
    let shown = |one: &Series| {
        let target = desk.targets.iter().find(|target| is_of(one, target))?;
        let (name, place) = (one.name.clone(), target.name.clone());
        Some(Shown { id: one.id, name, place, is_held: one.measure().is_none() })
    };
    let page = Page {
        t,
        frame,
        title: here::titled(t, &work.title, &work.lang),
        action,
        least: desk.least.0,
        has_places: !desk.targets.is_empty(),
        is_waiting: desk.is_waiting,
        fields: View::new(t, &desk.form, filled, &RegisterNames::default()),
        shown: desk.series.iter().filter_map(shown).collect(),
    };
    crate::web::page(filled.status(), &page)
}

fn is_of(series: &Series, target: &Target) -> bool {
    (series.item_id, series.adoption_id) == (target.item, target.adoption)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let back = format!("/{}/arbeid/{id}/vis-tall", visit.lang().code());
    if let Ok(gone) = Uuid::try_parse(sent.value(HIDE)) {
        let is_own =
            |one: &&Series| one.id == gone && desk.targets.iter().any(|target| is_of(one, target));
        let series = desk.series.iter().find(is_own).ok_or(Error::NotFound)?;
        hide(&app, &desk, series).await.map_err(refused)?;
        return Ok(crate::web::see_other(&back));
    }
    let faults = masked(&mut sent);
    let mut filled = Filled::of_sent(sent, &desk.form, &RegisterNames::default()).and(faults);
    let new = match new(&desk, &filled) {
        Ok(new) => new,
        Err(fault) => {
            filled = filled.and([fault]);
            None
        }
    };
    let Some(new) = new.filter(|_| filled.is_good()) else {
        return page(&app, &visit, &desk, &filled);
    };
    match save(&app, &visit, &desk, &new).await.map_err(refused) {
        Ok(()) => Ok(crate::web::see_other(&back)),
        Err(error) => again(error, filled, |filled| page(&app, &visit, &desk, filled)),
    }
}

fn refused(refused: Refused) -> Error {
    match refused {
        Refused::Database(error) => error.into(),
        _ => Error::NotFound,
    }
}

/// What the fields say, and whether it counts people. None where something is missing, which the form has
/// said already.
fn new(desk: &Desk, filled: &Filled) -> Result<Option<(bool, NewSeries)>, Fault> {
    let id = |key: &str| Uuid::try_parse(filled.text(key)).ok();
    let measured = desk.measures.iter().find(|one| Some(one.row.id) == id(MEASURE));
    let target = desk.targets.iter().find(|one| Some(one.id()) == id(WHERE));
    let (Some(measured), Some(target)) = (measured, target) else { return Ok(None) };
    let definition = &measured.definition;
    let (is_rare, better) = (measured.is_of_rare_events(), Better::named(&measured.row.better));
    // Of rare events only how many there were each month is shown.
    let own = Shape::named(&definition.shape).unwrap_or(Shape::Value);
    let (shape, better) = match (is_rare, better.unwrap_or(Better::Neither)) {
        (true, better) if own != Shape::Count => (Shape::Count, better.turned()),
        (_, better) => (own, better),
    };
    let counts_people = match filled.text(COUNTS) {
        PEOPLE => true,
        OTHERS => false,
        _ => return Ok(None),
    };
    // It has been said already, and holds everywhere.
    if !counts_people && desk.people.get(&measured.row.id) == Some(&true) {
        return Err(Fault::new(COUNTS, "adoption-fault-people"));
    }
    let points = points(measured, counts_people, desk.least);
    if !tell_something(&points) {
        return Err(Fault::new(MEASURE, "adoption-fault-nothing"));
    }
    let same = filled.text(SAME);
    let is_same = |one: &&Series| same_as(one.item_id, &one.key) == same && one.measure().is_some();
    let other = desk.series.iter().find(is_same);
    let fits = |one: &Series| one.item_id == target.item && one.shape() == shape;
    if !same.is_empty() && !other.is_some_and(fits) {
        return Err(Fault::new(SAME, "adoption-fault-shape"));
    }
    let own = || (key_of(&definition.name, shape), definition.name.clone());
    let (key, name) = other.map_or_else(own, |one| (one.key.clone(), one.name.clone()));
    Ok(Some((
        counts_people,
        NewSeries {
            item: target.item,
            measure: measured.row.id,
            adoption: target.adoption,
            key,
            name,
            shape,
            unit: if is_rare { String::new() } else { definition.unit.clone() },
            better,
            points,
        },
    )))
}

/// Shows them, and keeps with the measure whether it counts people.
async fn save(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    &(counts_people, ref new): &(bool, NewSeries),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::NotThere)?;
    let measured = desk.measures.iter().find(|one| one.row.id == new.measure);
    let measured = measured.ok_or(Refused::NotThere)?;
    let least = desk.least;
    let work = desk.open.work.id;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, network) = (app.clock.clone(), who.clone(), desk.network.clone());
        let (new, measured) = (new.clone(), measured.clone());
        Box::pin(async move {
            let team = work::Writer::new(tx, &clock, &who);
            team.say_of_people(work, &[(new.measure, counts_people)]).await.map_err(unsaid)?;
            let writer = Writer::new(tx, &clock, &network);
            if counts_people {
                writer.hold_back(&measured, least).await?;
            }
            writer.show(&who, new).await
        })
    })
    .await
}

fn unsaid(refused: work::Refused) -> Refused {
    match refused {
        work::Refused::Database(error) => Refused::Database(error),
        _ => Refused::NotThere,
    }
}

async fn hide(app: &App, desk: &Desk, series: &Series) -> Result<(), Refused> {
    let of = (series.item_id, series.adoption_id);
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, network) = (app.clock.clone(), desk.network.clone());
        let key = series.key.clone();
        Box::pin(async move { Writer::new(tx, &clock, &network).hide(of, &key).await })
    })
    .await
}
