//! «Sett i gang»: the three questions of the Model for Improvement on one page, and a first measure.

use askama::Template;
use axum::extract::{Request, State};
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use super::{LIMIT, LINE, PROSE, SENT, again, aim, masked, path, refused, said};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{
    Alternative, Field, FieldKind, Filled, Form, RegisterNames, Submitted, View, alternatives,
};
use crate::i18n::Text;
use crate::items::{Content, Draft, Head, WriteError};
use crate::kinds::Kind;
use crate::login::known;
use crate::people::places;
use crate::rights::Who;
use crate::web::{Frame, Visit};
use crate::work::{
    Better, Frequency, MeasureKind, NewCycle, NewDefinition, NewMeasure, Plan, Refused, Shape,
    Start, Writer,
};

#[derive(Template)]
#[template(path = "improvement/start.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    fields: View,
}

/// The kind of text that tells of a work when it is published.
const PROJECT: &str = "project";
const MOST: i64 = 10_000_000;

/// What may be chosen: the centres of today, and the places where they have a role.
struct Offered {
    centres: Vec<Alternative>,
    places: Vec<Alternative>,
}

async fn offered(app: &App, t: Text, who: &Who) -> Result<Offered, Error> {
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let mut centres: Vec<(Uuid, String)> =
        network.on(today).map(|one| (one.id, one.name_on(today).to_owned())).collect();
    t.sort_by_key(&mut centres, |(_, name)| name.as_str());
    let at = who.roles.iter().filter_map(|role| role.at);
    let mut places: Vec<(Uuid, String)> =
        at.filter_map(|at| Some((at, places::name(&network, at, today)?.to_owned()))).collect();
    places.sort();
    places.dedup();
    let one = |(id, name): (Uuid, String)| Alternative::new(id.to_string(), said::own("nb", &name));
    Ok(Offered {
        centres: centres.into_iter().map(one).collect(),
        places: places.into_iter().map(one).collect(),
    })
}

fn form(offered: Offered) -> Form {
    let mut fields = vec![
        Field::line("tittel", "improvement-title", LINE).needed().helped("improvement-title-help"),
        Field::line("sted", "improvement-place", LINE).needed().helped("improvement-place-help"),
    ];
    fields.extend(aim::fields());
    fields.extend(measure_fields());
    fields.extend([
        Field::text("endring", "improvement-first-change", PROSE, 3)
            .helped("improvement-first-change-help"),
        Field::text("tror", "improvement-first-think", PROSE, 2),
        Field::choice("senter", "improvement-centre", offered.centres)
            .helped("improvement-centre-help"),
    ]);
    if !offered.places.is_empty() {
        fields.push(Field::choice("hos", "improvement-owner", offered.places));
    }
    Form::new(LIMIT, fields).hiding([SENT])
}

fn measure_fields() -> [Field; 9] {
    let goal = FieldKind::Number { min: -MOST, max: MOST, decimals: 3 };
    let per = FieldKind::Number { min: 1, max: 1_000_000, decimals: 0 };
    let words = |names, key: fn(&str) -> Option<&'static str>| alternatives(names, key);
    let shapes = words(Shape::NAMES, |name| Shape::named(name).map(Shape::key));
    let often = words(Frequency::NAMES, |name| Frequency::named(name).map(Frequency::key));
    let better = words(Better::NAMES, |name| Better::named(name).map(Better::key));
    [
        Field::line("maling", "improvement-measure", LINE)
            .needed()
            .helped("improvement-measure-help"),
        Field::choice("slag", "improvement-shape", shapes).needed(),
        Field::line("teller", "improvement-numerator", LINE)
            .helped("improvement-numerator-help")
            .shown_when("slag", &["share", "rate"]),
        Field::line("nevner", "improvement-denominator", LINE)
            .helped("improvement-denominator-help")
            .shown_when("slag", &["share", "rate"]),
        Field::new("per", "improvement-per", per).shown_when("slag", &["rate"]),
        Field::line("enhet", "improvement-unit", 40).shown_when("slag", &["value", "rate"]),
        Field::choice("hver", "improvement-often", often).needed(),
        Field::choice("retning", "improvement-better", better).needed(),
        Field::new("mal", "improvement-goal", goal).helped("improvement-goal-help"),
    ]
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let form = form(offered(&app, visit.t, known(&visit)?).await?);
    let mut filled = Filled::empty();
    filled.typed.set("hver", Frequency::Month.name());
    page(&app, &visit, &form, &filled)
}

fn page(app: &App, visit: &Visit, form: &Form, filled: &Filled) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain("improvement-start"));
    let action = format!("/{}/sett-i-gang", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().under(&heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, form, filled, &RegisterNames::default());
    crate::web::page(filled.status(), &Page { t, frame, action, fields })
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = form(offered(&app, visit.t, known(&visit)?).await?);
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked(&mut sent);
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default()).and(faults);
    if !filled.is_good() {
        return page(&app, &visit, &form, &filled);
    }
    match begin(&app, &visit, &filled).await {
        Ok(work) => Ok(crate::web::see_other(&path(visit.lang(), work))),
        Err(error) => again(refused(error), filled, |filled| page(&app, &visit, &form, filled)),
    }
}

/// The text, the work, its measure and its first test: all of it or nothing.
async fn begin(app: &App, visit: &Visit, filled: &Filled) -> Result<Uuid, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let kind = app.kinds.named(PROJECT).ok_or(Refused::NotThere)?;
    let today = oslo_day(app.clock.now());
    let (measure, cycle) = (measure(visit.t, filled), cycle(filled, today));
    let (start, draft) = (start(visit, filled), draft(visit, kind, filled));
    db::transaction::<Uuid, Refused, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        let (measure, cycle) = (measure.clone(), cycle.clone());
        let (mut start, draft) = (start.clone(), draft.clone());
        Box::pin(async move {
            let items = crate::items::Writer::new(tx, &clock, kinds.stored()).by(who.id);
            start.item_id = Some(items.create(&kind.store, &draft).await.map_err(unwritten)?);
            let writer = Writer::new(tx, &clock, &who);
            let work = writer.begin(start).await?;
            writer.add_measure(work, measure).await?;
            if let Some(cycle) = cycle {
                writer.plan_cycle(work, cycle).await?;
            }
            Ok(work)
        })
    })
    .await
}

fn unwritten(error: WriteError) -> Refused {
    Refused::Database(match error {
        WriteError::Db(error) => error,
        other => db::DbErr::Custom(other.to_string()),
    })
}

fn id(filled: &Filled, key: &str) -> Option<Uuid> {
    Uuid::try_parse(filled.text(key)).ok()
}

fn start(visit: &Visit, filled: &Filled) -> Start {
    Start {
        title: filled.text("tittel").to_owned(),
        place: filled.text("sted").to_owned(),
        place_id: id(filled, "hos"),
        centre_id: id(filled, "senter"),
        lang: visit.lang().code().to_owned(),
        item_id: None,
        aim: aim::of(filled),
    }
}

/// The text that nobody but its writers see until it is published.
fn draft(visit: &Visit, kind: &'static Kind, filled: &Filled) -> Draft {
    let content = Content {
        title: filled.text("tittel").to_owned(),
        facts: (kind.check)(Value::Null).unwrap_or_default(),
        facts_version: kind.version,
        ..Content::default()
    };
    let lang = visit.lang().code().to_owned();
    Draft { content, head: Head { lang, centre: id(filled, "hos"), ..Head::default() }, note: None }
}

fn measure(t: Text, filled: &Filled) -> NewMeasure {
    let shape = Shape::named(filled.text("slag")).unwrap_or(Shape::Value);
    let name = filled.text("maling").to_owned();
    let or = |key: &str, usual: &str| {
        let text = filled.text(key);
        if text.is_empty() { t.plain(usual) } else { text.to_owned() }
    };
    let number = |key: &str| filled.value.get(key).and_then(Value::as_f64);
    let per = filled.value.get("per").and_then(Value::as_i64);
    // A share is typed in per cent, and kept as one of one.
    let goal = number("mal").map(|goal| if shape == Shape::Share { goal / 100.0 } else { goal });
    let (numerator, denominator) = if shape.has_denominator() {
        (or("teller", "improvement-value"), or("nevner", "improvement-all"))
    } else {
        (name.clone(), String::new())
    };
    NewMeasure {
        kind: MeasureKind::Outcome,
        better: Better::named(filled.text("retning")).unwrap_or(Better::Neither),
        goal: goal.map(|goal| (goal, aim::of(filled).by)),
        definition: NewDefinition {
            name,
            shape,
            unit: filled.text("enhet").to_owned(),
            per: per.and_then(|per| i32::try_from(per).ok()).unwrap_or(1),
            numerator,
            denominator,
            definition: String::new(),
            frequency: Frequency::named(filled.text("hver")).unwrap_or(Frequency::Month),
            plan: Plan::default(),
        },
    }
}

/// The first test, if they know already what it is.
fn cycle(filled: &Filled, today: Date) -> Option<NewCycle> {
    let plan = filled.text("endring").to_owned();
    let prediction = filled.text("tror").to_owned();
    let is_said = !plan.is_empty() || !prediction.is_empty();
    let from = Some(today);
    is_said.then(|| NewCycle { plan, prediction, from, ..NewCycle::default() })
}
