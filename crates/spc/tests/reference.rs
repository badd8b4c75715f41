//! Five charts, number by number against R's qicharts2 (the files say how they were made).

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::Value;
use spc::{Analysis, Baseline, Chart, Plan, Row, Series, X};

fn read(name: &str, kind: &str) -> String {
    let path = format!("{}/tests/data/{name}.{kind}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The inputs are plain: a heading `"x","y"` or `"x","y","n"`, then numbers, empty where missing.
fn series(name: &str) -> Series {
    let number = |field: Option<&str>| field.and_then(|field| field.parse().ok());
    let text = read(name, "csv");
    let rows = text.lines().skip(1).map(|line| {
        let mut fields = line.split(',');
        let x = X::Number(number(fields.next()).unwrap());
        Row { x, y: number(fields.next()), n: number(fields.next()), part: None }
    });
    Series { facet: Vec::new(), rows: rows.collect() }
}

fn plan(call: &Value) -> Plan {
    let args = &call["args"];
    let mut plan = Plan::new(Chart::parse(call["chart"].as_str().unwrap()).unwrap());
    if let Some(first) = args["freeze"].as_u64() {
        plan.baseline = Baseline::First(usize::try_from(first).unwrap());
    }
    let excluded = args["exclude"].as_array().into_iter().flatten();
    plan.exclude = excluded.map(|at| usize::try_from(at.as_u64().unwrap()).unwrap() - 1).collect();
    plan.screened = call["screened_moving_ranges"].as_bool().unwrap();
    plan
}

/// Equal to 1e-9 relative, 1e-9 absolute near zero; null is `None`.
fn agree(what: &str, ours: Option<f64>, theirs: &Value) {
    let same = match (ours, theirs.as_f64()) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0),
        (None, None) => theirs.is_null(),
        _ => false,
    };
    assert!(same, "{what}: {ours:?}, expected {theirs}");
}

fn compare(name: &str) {
    let expected: Value = serde_json::from_str(&read(name, "json")).unwrap();
    let analysis: Analysis = plan(&expected["call"]).analyse(&series(name)).unwrap();
    let count = |number: Option<usize>| number.map(real);
    assert_eq!(analysis.parts.len(), expected["summary"].as_array().unwrap().len());
    for (part, summary) in analysis.parts.iter().zip(expected["summary"].as_array().unwrap()) {
        agree("n_obs", count(Some(part.n_obs)), &summary["n_obs"]);
        agree("n_useful", count(Some(part.n_useful)), &summary["n_useful"]);
        agree("longest_run", count(part.longest_run), &summary["longest_run"]);
        agree("longest_run_max", count(part.longest_run_max), &summary["longest_run_max"]);
        agree("n_crossings", count(part.n_crossings), &summary["n_crossings"]);
        agree("n_crossings_min", count(part.n_crossings_min), &summary["n_crossings_min"]);
        agree("sigma_signals", count(Some(part.sigma_signals)), &summary["sigma_signals"]);
        assert_eq!(part.runs_signal, summary["runs_signal"].as_bool().unwrap());
        agree("cl", part.cl, &summary["cl_last"]);
        agree("lcl", part.lcl, &summary["lcl_last"]);
        agree("ucl", part.ucl, &summary["ucl_last"]);
    }
    assert_eq!(analysis.len(), expected["points"].as_array().unwrap().len());
    for (at, (point, wanted)) in
        analysis.points().zip(expected["points"].as_array().unwrap()).enumerate()
    {
        let X::Number(x) = point.x else { panic!("x is a number here") };
        let what = |field: &str| format!("{name}, point {}, {field}", at + 1);
        agree(&what("x"), Some(*x), &wanted["x"]);
        agree(&what("part"), count(Some(point.part + 1)), &wanted["part"]);
        agree(&what("y"), point.y, &wanted["y"]);
        agree(&what("n"), point.n, &wanted["n"]);
        agree(&what("size"), count(Some(point.size)), &wanted["y_length"]);
        agree(&what("cl"), point.cl, &wanted["cl"]);
        agree(&what("lcl"), point.lcl, &wanted["lcl"]);
        agree(&what("ucl"), point.ucl, &wanted["ucl"]);
        agree(&what("lcl95"), point.lcl95, &wanted["lcl95"]);
        agree(&what("ucl95"), point.ucl95, &wanted["ucl95"]);
        assert_eq!(Some(point.baseline), wanted["baseline"].as_bool(), "{}", what("baseline"));
        assert_eq!(Some(point.include), wanted["include"].as_bool(), "{}", what("include"));
        assert_eq!(Some(point.sigma_signal), wanted["sigma_signal"].as_bool(), "{}", what("sigma"));
    }
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

#[test]
fn missing_values() {
    compare("edge_missing_y");
}

#[test]
fn ties_on_the_median() {
    compare("edge_ties_median");
}

#[test]
fn i_chart_with_a_frozen_baseline() {
    compare("montgomery_6_5_i_freeze");
}

#[test]
fn c_chart_with_excluded_points() {
    compare("montgomery_7_3_c");
}

#[test]
fn p_chart_with_varying_denominators() {
    compare("montgomery_7_4_p_varn");
}

/// With the `serde` feature, plans and rows are read and analyses are written.
#[cfg(feature = "serde")]
#[test]
fn json() {
    let plan = Plan { exclude: [2].into(), ..Plan::new(Chart::UPrime) };
    let text = serde_json::to_string(&plan).unwrap();
    assert!(text.contains(r#""chart":"up""#) && text.contains(r#""baseline":"all""#), "{text}");
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
    let row: Row = serde_json::from_str(r#"{"x":{"time":86400},"y":3.0}"#).unwrap();
    assert_eq!(row, Row { x: X::Time(86_400), y: Some(3.0), n: None, part: None });
    let analysis = Plan::new(Chart::I).analyse(&Series::of([1.0])).unwrap();
    let written = serde_json::to_value(&analysis).unwrap();
    assert_eq!(written["points"][0]["cl"], 1.0);
    assert_eq!(written["points"][0]["ucl"], Value::Null);
}
