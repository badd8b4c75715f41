//! Which chart a measure is drawn as, and what it looks for: chosen with advice in plain words.

use axum::extract::{Request, State};
use spc::{Chart, RuleSet};

use super::super::{LIMIT, SEEN, again, received, refused, said, seen};
use super::{Asked, At, found};
use crate::app::App;
use crate::db;
use crate::error::Reply;
use crate::forms::{Alternative, Field, Filled, Form};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Drawn, Measured, Open, Refused, Standing, Writer, advice, chart_of};

const CHART: &str = "diagram";
const RULES: &str = "regler";

/// What a chart is called, with when it fits.
pub fn key(chart: Chart) -> &'static str {
    match chart {
        Chart::P => "measures-chart-p",
        Chart::PPrime => "measures-chart-pp",
        Chart::C => "measures-chart-c",
        Chart::U => "measures-chart-u",
        Chart::UPrime => "measures-chart-up",
        Chart::I => "measures-chart-i",
        Chart::T => "measures-chart-t",
        Chart::G => "measures-chart-g",
        _ => "measures-chart-run",
    }
}

/// What a set of rules looks for, by its short name.
pub fn rules_key(name: &str) -> &'static str {
    match name {
        "anhoej-best-box" => "measures-rules-best-box",
        "anhoej-cut-box" => "measures-rules-cut-box",
        "run65" => "measures-rules-run65",
        "western-electric" => "measures-rules-western",
        "nelson" => "measures-rules-nelson",
        "mdc" => "measures-rules-mdc",
        _ => "measures-rules-anhoej",
    }
}

/// What to do next with a chart.
pub fn advised(t: Text, measured: &Measured, drawn: &Drawn) -> Words {
    let advice = advice(measured, drawn);
    match advice.chart() {
        Some(chart) => t.with(advice.key(), "chart", chart.to_string()),
        None => t.get(advice.key()),
    }
}

fn form(measured: &Measured) -> Form {
    let charts = said::shape(measured).charts(said::frequency(measured));
    let charts = charts.iter().map(|chart| Alternative::new(chart.code(), key(*chart)));
    let rules = RuleSet::NAMES.into_iter().map(|name| Alternative::new(name, rules_key(name)));
    let chart = Field::choice(CHART, "measures-chart", charts.collect());
    let rules = Field::choice(RULES, "measures-rules", rules.collect());
    let rules = rules.needed().helped("measures-rules-help");
    Form::new(LIMIT, [chart.needed(), rules]).hiding([SEEN])
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, at, Standing::Writes).await?;
    let mut filled = Filled::empty();
    filled.typed.set(CHART, measured.chart().code());
    filled.typed.set(RULES, measured.rules().name);
    page(&app, &visit, (&open, &measured), &filled, (measured.row.number, false))
}

fn page(
    app: &App,
    visit: &Visit,
    (open, measured): (&Open, &Measured),
    filled: &Filled,
    (seen, is_stale): (i32, bool),
) -> Reply {
    let t = visit.t;
    let drawn = chart_of(measured, &[], &[]);
    let lead = match &drawn {
        Some(drawn) => advised(t, measured, drawn),
        None => t.get("measures-advice-few"),
    };
    let now = is_stale.then(|| {
        let chart = (t.get("measures-chart"), t.get(key(measured.chart())));
        vec![chart, (t.get("measures-rules"), t.get(rules_key(&measured.rules().name)))]
    });
    let asked = Asked::of(open, measured, "measures-choose-chart", t).to("diagram");
    Asked { lead, seen: Some(seen), now, ..asked }.page(app, visit, &form(measured), filled)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let before = found(&app, &visit, at, Standing::Writes).await?;
    let before = (&before.0, &before.1);
    let form = form(before.1);
    let filled = received(&app, &visit, request, &form).await?;
    let seen = seen(&filled);
    if !filled.is_good() {
        return page(&app, &visit, before, &filled, (seen, false));
    }
    match save(&app, &visit, at, (seen, &filled)).await {
        Ok(()) => Ok(crate::web::see_other(&at.path(visit.lang()))),
        Err(Refused::Stale) => {
            let (open, now) = found(&app, &visit, at, Standing::Writes).await?;
            page(&app, &visit, (&open, &now), &filled, (now.row.number, true))
        }
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, before, filled, (seen, false))
        }),
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    at: At,
    (seen, filled): (i32, &Filled),
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let chart = Chart::parse(filled.text(CHART)).unwrap_or(Chart::Run);
    let rules = RuleSet::named(filled.text(RULES)).unwrap_or_else(RuleSet::anhoej);
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, rules) = (app.clock.clone(), who.clone(), rules.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            writer.set_chart(at.id, (at.measure, seen), chart, &rules).await
        })
    })
    .await
}
