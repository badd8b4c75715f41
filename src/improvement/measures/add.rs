//! One measure more, from nothing or from an example.

use std::collections::BTreeMap;

use axum::extract::{Request, State};
use serde_json::Value;
use uuid::Uuid;

use super::super::{Id, LIMIT, again, open, read_of, refused, sure};
use super::{Asked, At, Group, all_path, goal, plan};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, Submitted};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::themes::Themes;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{
    Example, Frequency, NewMeasure, Open, Refused, Shape, Standing, Writer, examples,
};

/// The parameter that names an example.
const EXAMPLE: &str = "eksempel";

fn form() -> Form {
    let number = FieldKind::Number { min: -plan::MOST, max: plan::MOST, decimals: 3 };
    let mut fields = plan::fields();
    fields.push(Field::new("mal", "improvement-goal", number).helped("improvement-goal-help"));
    let by = Field::new("innen", "improvement-aim-by", FieldKind::Date);
    fields.push(by.helped("improvement-aim-by-help"));
    Form::new(LIMIT, fields)
}

async fn opened(app: &App, visit: &Visit, id: Uuid) -> Result<Open, Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Writes { Err(Error::Forbidden) } else { Ok(open) }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = opened(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    let query = visit.parameters()?;
    let Some(key) = query.get(EXAMPLE) else {
        filled.typed.set("hver", Frequency::Month.name());
        let groups = groups(&app, visit.t, id).await?;
        return asked(visit.t, &open, groups).page(&app, &visit, &form(), &filled);
    };
    let example = Example::named(key).ok_or(Error::NotUnderstood(EXAMPLE))?;
    fill(&mut filled, example, visit.t);
    asked(visit.t, &open, Vec::new()).page(&app, &visit, &form(), &filled)
}

fn asked(t: Text, open: &Open, examples: Vec<Group>) -> Asked<'_> {
    Asked {
        open,
        measured: None,
        heading: "measures-add",
        lead: t.get("measures-add-lead"),
        action: format!("{}/ny", all_path(t.lang, open.work.id)),
        seen: None,
        now: None,
        examples,
    }
}

fn fill(filled: &mut Filled, example: &Example, t: Text) {
    let (_, words) = example.said(t.lang);
    let per = if example.per > 1 { example.per.to_string() } else { String::new() };
    for (key, value) in [
        ("navn", words.name.as_str()),
        ("type", example.kind.name()),
        ("definisjon", words.definition.as_str()),
        ("slag", example.shape.name()),
        ("teller", words.numerator.as_str()),
        ("nevner", words.denominator.as_str()),
        ("per", per.as_str()),
        ("enhet", words.unit.as_str()),
        ("hver", example.frequency.name()),
        ("retning", example.better.name()),
    ] {
        if !value.is_empty() {
            filled.typed.set(key, value);
        }
    }
}

/// The examples under the themes that they belong to, both in the order of the alphabet.
async fn groups(app: &App, t: Text, work: Uuid) -> Result<Vec<Group>, Error> {
    let themes = Themes::load(&app.db).await?;
    let new = format!("{}/ny", all_path(t.lang, work));
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for example in examples() {
        let Some(theme) = themes.get(&example.theme) else { continue };
        let top = theme.parent.as_deref().and_then(|top| themes.get(top)).unwrap_or(theme);
        let (lang, words) = example.said(t.lang);
        let name = Words::name(t.lang, &words.name, lang);
        let group = groups.entry(&top.slug).or_insert_with(|| (top.said(t), Vec::new()));
        group.1.push((name, format!("{new}?{EXAMPLE}={}", example.key)));
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    t.sort_by_key(&mut groups, |(theme, _)| theme.as_str());
    for (_, group) in &mut groups {
        t.sort_by_key(group, |(name, _)| name.as_str());
    }
    Ok(groups)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = opened(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let shape = Shape::named(sent.value("slag"));
    let unit = sent.value("enhet").to_owned();
    let doubt = sure::goal(&mut sent, "mal", (shape, unit.as_str()));
    let filled = read_of(&app, &visit, sent, &form()).await?.and(doubt);
    let page =
        |filled: &Filled| asked(visit.t, &open, Vec::new()).page(&app, &visit, &form(), filled);
    if !filled.is_good() {
        return page(&filled);
    }
    match save(&app, &visit, id, &filled).await {
        Ok(measure) => Ok(crate::web::see_other(&At { id, measure }.path(visit.lang()))),
        Err(error) => again(refused(error), filled, page),
    }
}

async fn save(app: &App, visit: &Visit, work: Uuid, filled: &Filled) -> Result<Uuid, Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let (kind, better, definition) = plan::of(visit.t, filled);
    let by = filled.value.get("innen").and_then(Value::as_str).and_then(|by| by.parse().ok());
    let goal = goal::value(filled, "mal", definition.shape).map(|value| (value, by));
    let new = NewMeasure { kind, better, definition, goal };
    db::transaction::<Uuid, Refused, _>(&app.db, |tx| {
        let (clock, who, new) = (app.clock.clone(), who.clone(), new.clone());
        Box::pin(async move { Ok(Writer::new(tx, &clock, &who).add_measure(work, new).await?.0) })
    })
    .await
}
