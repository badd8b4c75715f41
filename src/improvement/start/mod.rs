//! «Sett i gang»: the three questions of the Model for Improvement on one page, a first measure, its first
//! numbers, and the chart. What another has shared may be the model.

mod examples;
mod form;
mod model;
mod numbers;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use figures::import::Topic;
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use self::form::{form, offered};
use self::model::Model;
use self::numbers::First;
use super::measures::counted;
use super::paste::{Asker, Counted, answers, settle};
use super::{FROM, LIMIT, again, aim, path, read_of, refused, sure};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::Reply;
use crate::forms::{Control, Field, FieldView, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Text, Words};
use crate::items::{Content, Draft, Head, WriteError};
use crate::kinds::Kind;
use crate::login::known;
use crate::text::Fault;
use crate::web::{Frame, Visit};
use crate::work::{
    Better, Frequency, Import, MeasureKind, NewCycle, NewDefinition, NewMeasure, Plan, Refused,
    Shape, Start, Writer,
};

#[derive(Template)]
#[template(path = "improvement/start/start.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    view: View,
    questions: [Question; 3],
    /// What it is begun from: its title, its address, its measures.
    model: Option<Told>,
}

/// One of the three questions: what nearly everybody answers, and what more there is to say.
struct Question {
    id: &'static str,
    heading: Words,
    /// What others have answered, and what may help.
    sample: Words,
    hint: Words,
    fields: Vec<FieldView>,
    more: Vec<FieldView>,
    is_open: bool,
}

struct Told {
    title: Words,
    href: String,
    measures: Vec<String>,
    id: Uuid,
}

/// The kind of text that tells of a work when it is published.
const PROJECT: &str = "project";
const EXAMPLE: &str = "eksempel";
const NUMBERS: &str = "tall";

/// Of an aim so many letters make a title, where nobody has given one.
const TITLE: usize = 70;

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let from = Uuid::try_parse(visit.parameters()?.one(FROM)?).ok();
    let model = Model::find(&app, from).await?;
    let has_measures = model.as_ref().is_some_and(Model::has_measures);
    let offered = offered(&app, visit.t, known(&visit)?).await?;
    let form = form(offered, has_measures, Vec::new());
    let mut filled = Filled::empty();
    if let Some(model) = &model {
        model.fill_in(&mut filled);
    }
    page(&app, &visit, &form, (&filled, model.as_ref()))
}

fn page(
    app: &App,
    visit: &Visit,
    form: &Form,
    (filled, model): (&Filled, Option<&Model>),
) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain("improvement-start"));
    let action = format!("/{}/sett-i-gang", t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().under(&heading, &action);
    frame.refused = filled.is_refused();
    let mut view = View::new(t, form, filled, &RegisterNames::default());
    in_sight(&mut view.fields);
    let questions = questions(t, &mut view);
    let shown = questions.iter().flat_map(|one| one.fields.iter().chain(&one.more));
    view.summary.follow(shown);
    let model = model.map(|model| model.told(t));
    let page = Page { t, frame, action, view, questions, model };
    crate::web::page(filled.status(), &page)
}

/// The fields of the form under the question that they answer.
fn questions(t: Text, view: &mut View) -> [Question; 3] {
    let mut all = std::mem::take(&mut view.fields);
    let mut question = |id, keys: [&str; 3], first: &[&str], last: &[&str]| {
        let mut take = |keys: &[&str]| -> Vec<FieldView> {
            let places = keys.iter().filter_map(|key| all.iter().position(|one| one.name == *key));
            let mut places: Vec<usize> = places.collect();
            places.sort_unstable();
            let mut taken: Vec<FieldView> =
                places.into_iter().rev().map(|place| all.remove(place)).collect();
            taken.reverse();
            taken
        };
        let (fields, more) = (take(first), take(last));
        let is_open = more.iter().any(|field| field.is_urgent() || field.is_filled());
        let [heading, sample, hint] = keys.map(|key| t.get(key));
        Question { id, heading, sample, hint, fields, more, is_open }
    };
    let of_aim = ["tittel", "sted", "hvem"];
    let of_measure =
        ["maling", "slag", "teller", "nevner", "per", "enhet", "hver", "retning", "mal"];
    // Below the numbers stands what is asked of them.
    let counted: Vec<&str> =
        [EXAMPLE, NUMBERS].into_iter().chain(Topic::ALL.map(Topic::name)).collect();
    let aim = ["sharing-question-aim", "sharing-ask-aim", "sharing-ask-aim-hint"];
    let measure = ["sharing-question-measure", "sharing-ask-measure", "sharing-ask-measure-hint"];
    let change = ["sharing-question-change", "sharing-ask-change", "sharing-ask-change-hint"];
    [
        question("oppna", aim, &["hva", "mye", "innen"], &of_aim),
        question("vite", measure, &counted, &of_measure),
        question("prove", change, &["endring", "tror"], &["senter", "hos"]),
    ]
}

/// What to count stands open, each a card. One's own measure goes before it, so none must be chosen.
fn in_sight(fields: &mut [FieldView]) {
    let example = fields.iter_mut().find(|field| field.name == EXAMPLE);
    let Some(field) = example else { return };
    if let Control::Select { options, .. } = &mut field.control {
        field.control = Control::Radios { options: std::mem::take(options) };
        field.need = None;
    }
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let offered = offered(&app, visit.t, known(&visit)?).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let person = numbers::person(sent.value(NUMBERS));
    if person.is_some() {
        // Neither shown again nor kept.
        sent.take(NUMBERS);
    }
    let doubt = in_percent(visit.t, &mut sent);
    let model = Model::find(&app, Uuid::try_parse(sent.value(FROM)).ok()).await?;
    let has_measures = model.as_ref().is_some_and(Model::has_measures);
    let form = form(offered.clone(), has_measures, Vec::new());
    let mut filled = read_of(&app, &visit, sent, &form).await?.and(person).and(doubt);
    let measures = measures(visit.t, &filled, model.as_ref());
    let today = oslo_day(app.clock.now());
    let past = aim::is_past(&filled, today).then(|| Fault::new("innen", sure::PAST));
    filled = filled.and(past).and(measures.as_ref().err().cloned());
    let read = measures.and_then(|measures| {
        let answers = answers(&filled.typed);
        Ok((numbers::read(filled.text(NUMBERS), &measures, today, &answers)?, measures))
    });
    let (numbers, measures) = match read {
        Ok((numbers, measures)) if numbers.is_asked() => {
            let (fields, filled) = asked(visit.t, (&numbers, measures.as_slice()), filled);
            let form = self::form::form(offered, has_measures, fields);
            return page(&app, &visit, &form, (&filled, model.as_ref()));
        }
        Ok(read) if filled.is_good() => read,
        Ok(_) => return page(&app, &visit, &form, (&filled, model.as_ref())),
        Err(fault) => {
            let is_told = filled.faults.contains(&fault);
            let filled = filled.and((!is_told).then_some(fault));
            return page(&app, &visit, &form, (&filled, model.as_ref()));
        }
    };
    let begun = Begun { measures, numbers, model: model.clone() };
    let said = begun.numbers.said();
    match begin(&app, &visit, &filled, &begun).await {
        Ok(work) => Ok(crate::web::see_other(&format!("{}{said}", path(visit.lang(), work)))),
        Err(Refused::Doubt(doubt)) => {
            let filled = filled.and([Fault::new(NUMBERS, doubt.key())]);
            page(&app, &visit, &form, (&filled, model.as_ref()))
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, &form, (filled, model.as_ref()))
        }),
    }
}

/// «90 %» is a goal of what is counted in per cent.
fn in_percent(t: Text, sent: &mut Submitted) -> Option<Fault> {
    let shape = Shape::named(sent.value("slag"));
    let chosen = examples::measure(t, sent.value(EXAMPLE)).map(|one| one.definition);
    let (shape, unit) = match chosen.filter(|_| sent.value("maling").trim().is_empty()) {
        Some(example) => (Some(example.shape), example.unit),
        None => (shape, sent.value("enhet").to_owned()),
    };
    sure::goal(sent, "mal", (shape, unit.as_str()))
}

/// What is asked of the numbers, and the form as it is filled in with what they tell themselves.
fn asked(
    t: Text,
    (numbers, measures): (&First, &[NewMeasure]),
    mut filled: Filled,
) -> (Vec<Field>, Filled) {
    let (Some(outcome), Some(measure)) = (&numbers.outcome, measures.first()) else {
        return (Vec::new(), filled);
    };
    settle(&mut filled.typed, outcome);
    let asker = Asker { t, counted: Counted::of_new(&measure.definition) };
    let fields = outcome.questions.iter().map(|question| asker.field(question)).collect();
    let open = outcome.open().map(|topic| Fault::new(topic.name(), "sharing-fault-asked"));
    let open: Vec<Fault> = open.collect();
    (fields, filled.and(open))
}

/// What is begun with: the numbers are of the first measure.
#[derive(Clone)]
struct Begun {
    measures: Vec<NewMeasure>,
    numbers: First,
    model: Option<Model>,
}

/// The text, the work, its measures and their first numbers, its first test: all of it or nothing.
async fn begin(app: &App, visit: &Visit, filled: &Filled, begun: &Begun) -> Result<Uuid, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let kind = app.kinds.named(PROJECT).ok_or(Refused::NotThere)?;
    let cycle = cycle(filled, oslo_day(app.clock.now()));
    let start = start(visit, filled);
    let draft = draft(visit, kind, filled, begun.model.as_ref());
    db::transaction::<Uuid, Refused, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        let (begun, cycle) = (begun.clone(), cycle.clone());
        let (mut start, draft) = (start.clone(), draft.clone());
        Box::pin(async move {
            let items = crate::items::Writer::new(tx, &clock, kinds.stored()).by(who.id);
            start.item_id = Some(items.create(&kind.store, &draft).await.map_err(unwritten)?);
            let writer = Writer::new(tx, &clock, &who);
            let work = writer.begin(start).await?;
            let mut first = None;
            for measure in begun.measures {
                let (id, _) = writer.add_measure(work, measure).await?;
                first = first.or(Some(id));
            }
            if !begun.numbers.numbers.is_empty() {
                let First { numbers, notes, .. } = begun.numbers;
                let (measure, sent) = (first.ok_or(Refused::NotThere)?, clock.random_id());
                let (seen, reason) = (BTreeSet::new(), None);
                writer
                    .import(work, &Import { measure, sent, numbers, notes, seen, reason })
                    .await?;
            }
            if let Some(model) = begun.model {
                model.bring(&writer, work).await?;
            }
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

/// What it is called: the beginning of the aim, where nobody has said.
fn title(filled: &Filled) -> String {
    let said = filled.text("tittel");
    if !said.is_empty() {
        return said.to_owned();
    }
    let aim = filled.text("hva").lines().next().unwrap_or_default();
    if aim.chars().count() <= TITLE {
        return aim.to_owned();
    }
    let cut: String = aim.chars().take(TITLE - 1).collect();
    format!("{}…", cut.trim_end())
}

fn start(visit: &Visit, filled: &Filled) -> Start {
    Start {
        title: title(filled),
        place: filled.text("sted").to_owned(),
        place_id: id(filled, "hos"),
        centre_id: id(filled, "senter"),
        lang: visit.lang().code().to_owned(),
        item_id: None,
        aim: aim::of(filled),
    }
}

/// The text that nobody but its writers see until it is published. It leads back to what it was begun
/// from.
fn draft(visit: &Visit, kind: &'static Kind, filled: &Filled, model: Option<&Model>) -> Draft {
    let content = Content {
        title: title(filled),
        uses: model.map(Model::external_id).into_iter().collect(),
        facts: (kind.check)(Value::Null).unwrap_or_default(),
        facts_version: kind.version,
        ..Content::default()
    };
    let lang = visit.lang().code().to_owned();
    Draft { content, head: Head { lang, centre: id(filled, "hos"), ..Head::default() }, note: None }
}

/// Those of the model; else an example that was chosen, or one of their own.
fn measures(t: Text, filled: &Filled, model: Option<&Model>) -> Result<Vec<NewMeasure>, Fault> {
    if let Some(model) = model.filter(|model| model.has_measures()) {
        return Ok(model.measures());
    }
    let goal = goal(filled);
    if !filled.text("maling").is_empty() {
        for needed in ["slag", "retning"] {
            if filled.text(needed).is_empty() {
                return Err(Fault::missing(needed));
            }
        }
        return Ok(vec![measure(t, filled)]);
    }
    let example = examples::measure(t, filled.text(EXAMPLE)).ok_or(Fault::missing(EXAMPLE))?;
    Ok(vec![NewMeasure { goal: goal(example.definition.shape), ..example }])
}

/// What is aimed at. A share is typed in per cent, and kept as one of one.
fn goal(filled: &Filled) -> impl Fn(Shape) -> Option<(f64, Option<crate::dates::PartialDate>)> {
    let (said, by) = (filled.value.get("mal").and_then(Value::as_f64), aim::of(filled).by);
    move |shape| said.map(|goal| (if shape == Shape::Share { goal / 100.0 } else { goal }, by))
}

fn measure(t: Text, filled: &Filled) -> NewMeasure {
    let shape = Shape::named(filled.text("slag")).unwrap_or(Shape::Value);
    let name = filled.text("maling").to_owned();
    let per = filled.value.get("per").and_then(Value::as_i64);
    let (numerator, denominator) = counted(t, filled, shape, &name);
    NewMeasure {
        kind: MeasureKind::Outcome,
        better: Better::named(filled.text("retning")).unwrap_or(Better::Neither),
        goal: goal(filled)(shape),
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
