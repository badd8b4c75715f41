//! All measures of a work: how each varies and whether its goal is within reach, and what is missing of the
//! family.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::parts::Parts;
use super::super::{Id, open, said};
use super::{At, all_path, frame_of, own};
use crate::app::App;
use crate::charts::{self, Beside, Drawing, Unit};
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Drawn, MeasureKind, Measured, Open, Standing};

#[derive(Template)]
#[template(path = "improvement/measures/list.html")]
struct List {
    t: Text,
    frame: Frame,
    parts: Parts,
    here: String,
    /// Those that have numbers, with icons.
    summary: Option<String>,
    groups: Vec<(Words, Vec<Row>)>,
    /// What the family lacks: a result, a process, something that must not get worse.
    lacks: Vec<Words>,
    may_write: bool,
}

struct Row {
    name: Words,
    href: String,
    about: String,
}

/// What is put before the id of a measure to make the id of its chart.
const CHART: &str = "m-";

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    let measures = open.measures(&app.db).await?;
    let (who, t) = (known(&visit)?, visit.t);
    let drawn: Vec<(String, Drawn)> = measures
        .iter()
        .filter_map(|one| {
            Some((format!("{CHART}{}", one.row.id), open.chart(who, one, (&[], &[]))?))
        })
        .collect();
    let drawings: Vec<Drawing<'_>> =
        drawn.iter().map(|(id, drawn)| drawing(t, drawn, id)).collect();
    let here = all_path(t.lang, id);
    let beside = |drawing: &Drawing<'_>| {
        let id = drawing.id.strip_prefix(CHART).unwrap_or(drawing.id);
        let of = measures.iter().find(|one| one.row.id.to_string() == id);
        let kind = of.and_then(|one| MeasureKind::named(&one.row.kind));
        let kind = kind.map(|kind| t.plain(kind.key())).unwrap_or_default();
        Beside { href: Some(format!("{here}/{id}")), kind, ..Beside::default() }
    };
    let summary = (!drawings.is_empty()).then(|| charts::summary(&drawings, beside, t));
    let of_kind = |kind: MeasureKind| {
        let rows = measures.iter().filter(|one| one.row.kind == kind.name());
        rows.map(|one| row(t, &open, one)).collect::<Vec<Row>>()
    };
    let kinds = [MeasureKind::Outcome, MeasureKind::Process, MeasureKind::Balancing];
    let mut groups: Vec<(MeasureKind, Vec<Row>)> =
        kinds.into_iter().map(|kind| (kind, of_kind(kind))).collect();
    let lacks = groups.iter().filter(|(_, rows)| rows.is_empty());
    let lacks = lacks.map(|(kind, _)| t.get(lack(*kind))).collect();
    groups.retain(|(_, rows)| !rows.is_empty());
    let page = List {
        t,
        frame: frame_of(&app, &visit, &open, None),
        parts: Parts::above(t, &open, "/malinger"),
        here: here.clone(),
        summary,
        groups: groups.into_iter().map(|(kind, rows)| (t.get(kind.key()), rows)).collect(),
        lacks,
        may_write: open.standing >= Standing::Writes,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// A measure's chart as these pages draw it: times between events are in days.
pub fn drawing<'a>(t: Text, drawn: &'a Drawn, id: &'a str) -> Drawing<'a> {
    let drawing = drawn.drawing(id);
    if !drawn.is_days_between {
        return drawing;
    }
    Drawing { unit: Unit::Of(t.plain("measures-days")), ..drawing }
}

fn row(t: Text, open: &Open, measured: &Measured) -> Row {
    let frequency = said::frequency(measured);
    let parts = [
        t.plain(said::shape(measured).key()),
        t.plain(frequency.key()),
        t.plain(measured.row.counting().key()),
    ];
    let at = At { id: open.work.id, measure: measured.row.id };
    Row {
        name: own(t, open, &measured.definition.name),
        href: at.path(t.lang),
        about: parts.join(" · "),
    }
}

fn lack(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Outcome => "measures-lacks-outcome",
        MeasureKind::Process => "measures-lacks-process",
        MeasureKind::Balancing => "measures-lacks-balancing",
    }
}
