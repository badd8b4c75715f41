//! The answer as JSON.
//!
//! The fields are those of the reference cases (`facet1`, `facet2`, `cl_last` …) and, where the
//! plain name is shorter, that one too (`facet`, `cl` …). `null` is "no value". Points and parts
//! are counted from 1.

use serde_json::{Map, Value, json};
use spc::{Analysis, Part, Plan, Point, Rule, Signal, X};

use super::picture::Scene;
use super::{cells, facet_name};

pub(super) fn json(
    plan: &Plan,
    analyses: &[Analysis],
    scene: &Scene<'_>,
) -> Result<Vec<u8>, String> {
    let mut summary = Vec::new();
    let mut points = Vec::new();
    let mut signals = Vec::new();
    for analysis in analyses {
        let numbered = analysis.parts.iter().enumerate();
        summary.extend(numbered.map(|(at, part)| of_facet(analysis, of_part(at, part))));
        let numbered = analysis.points().enumerate();
        points.extend(numbered.map(|(at, point)| of_facet(analysis, of_point(at, &point))));
        signals.extend(analysis.signals.iter().map(|signal| of_facet(analysis, of_signal(signal))));
    }
    let answer = json!({
        "chart": plan.chart.code(),
        "rules": plan.rules.name,
        "summary": summary,
        "points": points,
        "signals": signals,
        "sentences": scene.sentences(),
    });
    let mut text = serde_json::to_vec(&answer).map_err(|error| error.to_string())?;
    text.push(b'\n');
    Ok(text)
}

/// Whole numbers are written without a decimal point.
fn number(value: Option<f64>) -> Value {
    let Some(value) = value else { return Value::Null };
    #[expect(clippy::cast_possible_truncation, reason = "within the range where both are exact")]
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return json!(value as i64);
    }
    json!(value)
}

fn of_facet(analysis: &Analysis, mut fields: Map<String, Value>) -> Map<String, Value> {
    // The reference calls a facet that is not there "1".
    let facet = |at: usize| analysis.facet.get(at).map_or("1", String::as_str);
    let name = (!analysis.facet.is_empty()).then(|| facet_name(analysis));
    fields.insert("facet".to_owned(), json!(name));
    fields.insert("facet1".to_owned(), json!(facet(0)));
    fields.insert("facet2".to_owned(), json!(facet(1)));
    fields
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn of_part(at: usize, part: &Part) -> Map<String, Value> {
    fields(json!({
        "part": at + 1,
        "label": part.label,
        "n_obs": part.n_obs,
        "n_useful": part.n_useful,
        "n_baseline": part.n_baseline,
        "longest_run": part.longest_run,
        "longest_run_max": part.longest_run_max,
        "n_crossings": part.n_crossings,
        "n_crossings_min": part.n_crossings_min,
        "runs_signal": part.runs_signal,
        "sigma_signals": part.sigma_signals,
        "provisional": part.is_provisional(),
        "cl": number(part.cl),
        "lcl": number(part.lcl),
        "ucl": number(part.ucl),
        "cl_last": number(part.cl),
        "lcl_last": number(part.lcl),
        "ucl_last": number(part.ucl),
    }))
}

fn of_point(at: usize, point: &Point<'_>) -> Map<String, Value> {
    let x = match point.x {
        X::Number(x) => number(Some(*x)),
        other => json!(cells::place(other)),
    };
    fields(json!({
        "x": x,
        "part": point.part + 1,
        "i": at + 1,
        "y": number(point.y),
        "n": number(point.n),
        "y_length": point.size,
        "cl": number(point.cl),
        "lcl": number(point.lcl),
        "ucl": number(point.ucl),
        "lcl95": number(point.lcl95),
        "ucl95": number(point.ucl95),
        "baseline": point.baseline,
        "include": point.include,
        "sigma_signal": point.sigma_signal,
    }))
}

fn of_signal(signal: &Signal) -> Map<String, Value> {
    let points: Vec<usize> = signal.points.iter().map(|point| point + 1).collect();
    fields(json!({
        "rule": of_rule(signal.rule),
        "pattern": signal.pattern,
        "side": signal.side,
        "part": signal.part + 1,
        "points": points,
    }))
}

/// Always an object: what kind of rule, and its numbers.
fn of_rule(rule: Rule) -> Value {
    match json!(rule) {
        Value::Object(kinds) => {
            let Some((kind, how)) = kinds.into_iter().next() else { return Value::Null };
            let mut rule = Map::from_iter([("kind".to_owned(), json!(kind))]);
            match how {
                Value::Object(numbers) => rule.extend(numbers),
                test => drop(rule.insert("test".to_owned(), test)),
            }
            Value::Object(rule)
        }
        kind => json!({ "kind": kind }),
    }
}
