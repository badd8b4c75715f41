//! What holds for any data.

use proptest::prelude::*;
use spc::{
    Aggregate, Analysis, Baseline, Chart, LimitFactor, Plan, Rule, RuleSet, RunsTest, Series, Ties,
    Within, X,
};
use std::collections::BTreeSet;

fn charts() -> impl Strategy<Value = Chart> {
    proptest::sample::select(Chart::ALL.to_vec())
}

/// Rows that may be anything at all, NaN and infinity among them.
fn wild_series() -> impl Strategy<Value = Series> {
    let x = prop_oneof![
        6 => (-3_i32..40).prop_map(|x| X::Number(f64::from(x))),
        1 => any::<f64>().prop_map(X::Number),
        1 => any::<i64>().prop_map(X::Time),
        1 => "[a-c]{0,2}".prop_map(X::Label),
    ];
    let number = || {
        prop_oneof![
            3 => (0_u8..20).prop_map(|y| Some(f64::from(y))),
            1 => any::<f64>().prop_map(Some),
            1 => Just(None),
        ]
    };
    let row = (x, number(), number(), proptest::option::of("[ab]"))
        .prop_map(|(x, y, n, part)| spc::Row { x, y, n, part });
    proptest::collection::vec(row, 0..40).prop_map(|rows| Series { facet: Vec::new(), rows })
}

/// Rows that every chart accepts: 0 < y ≤ n, several to a point.
fn tame_series() -> impl Strategy<Value = Series> {
    let row = (0_u8..30, 1_u8..20, 20_u8..60).prop_map(|(x, y, n)| spc::Row {
        x: X::Number(x.into()),
        y: Some(y.into()),
        n: Some(n.into()),
        part: None,
    });
    proptest::collection::vec(row, 1..80).prop_map(|rows| Series { facet: Vec::new(), rows })
}

fn rules() -> impl Strategy<Value = RuleSet> {
    let size = || 0_usize..12;
    let ties = || prop_oneof![Just(Ties::Skip), Just(Ties::Break)];
    let rule = prop_oneof![
        Just(Rule::Outside),
        Just(Rule::NearLimit),
        Just(Rule::Runs(RunsTest::CutBox)),
        (size(), ties()).prop_map(|(run, ties)| Rule::Side { run, ties }),
        (size(), ties()).prop_map(|(run, ties)| Rule::Trend { run, ties }),
        (size(), size(), any::<f64>()).prop_map(|(count, of, sigma)| Rule::Beyond {
            count,
            of,
            sigma
        }),
        size().prop_map(|run| Rule::Alternating { run }),
        size().prop_map(|run| Rule::Hugging { run }),
        size().prop_map(|run| Rule::Avoiding { run }),
    ];
    let own = proptest::collection::vec(rule, 0..6).prop_map(|rules| RuleSet {
        name: "own".into(),
        rules,
        factor: LimitFactor::Shewhart,
    });
    let named = proptest::sample::select(RuleSet::NAMES.to_vec())
        .prop_map(|name| RuleSet::named(name).unwrap_or_else(RuleSet::anhoej));
    prop_oneof![own, named]
}

fn plans() -> impl Strategy<Value = Plan> {
    let baseline = prop_oneof![
        Just(Baseline::All),
        (0_usize..30).prop_map(Baseline::First),
        (1_usize..30).prop_map(Baseline::FirstOfFirstPart),
        (1_usize..30).prop_map(Baseline::FirstOfEachPart),
    ];
    let places = || proptest::collection::btree_set(0_usize..40, 0..4);
    let given = proptest::option::of(prop_oneof![any::<f64>(), 0.0..1.0]);
    let multiply = prop_oneof![3 => Just(1.0), 1 => any::<f64>()];
    let how = proptest::sample::select(vec![Aggregate::Mean, Aggregate::Median, Aggregate::Sum]);
    let switches = (any::<bool>(), any::<bool>(), any::<bool>());
    (charts(), baseline, places(), places(), given, multiply, how, switches, rules()).prop_map(
        |(chart, baseline, splits, exclude, centre_line, multiply, aggregate, on, rules)| Plan {
            baseline,
            splits,
            exclude,
            centre_line,
            multiply,
            floor_zero: on.0,
            screened: on.1,
            aggregate,
            within: if on.2 { Within::Range } else { Within::Deviation },
            rules,
            ..Plan::new(chart)
        },
    )
}

fn lines(analysis: &Analysis) -> Vec<[Option<f64>; 5]> {
    analysis.points().map(|p| [p.cl, p.lcl, p.ucl, p.lcl95, p.ucl95]).collect()
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// No panic, no NaN, and parts that tile the points, whatever comes in.
    #[test]
    fn anything_goes(plan in plans(), series in proptest::collection::vec(wild_series(), 0..3)) {
        let Ok(all) = plan.analyse_all(&series) else { return Ok(()) };
        prop_assert_eq!(all.len(), series.len());
        for analysis in all {
            let tiles = analysis.parts.iter().try_fold(0, |at, part| {
                (part.start == at && part.end > at).then_some(part.end)
            });
            prop_assert_eq!(tiles, Some(analysis.len()));
            for (at, point) in analysis.points().enumerate() {
                let numbers = [point.y, point.n, point.cl, point.lcl, point.ucl, point.z];
                prop_assert!(numbers.into_iter().flatten().all(f64::is_finite));
                prop_assert_eq!(Some(point), analysis.point(at));
            }
            for signal in &analysis.signals {
                prop_assert!(signal.points.is_sorted());
                let part = &analysis.parts[signal.part];
                prop_assert!(signal.points.iter().all(|at| (part.start..part.end).contains(at)));
            }
        }
    }

    #[test]
    fn limits_contain_the_centre_line(chart in charts(), series in tame_series()) {
        for point in Plan::new(chart).analyse(&series).expect("tame").points() {
            let slack = 1e-9 * point.cl.unwrap_or(0.0).abs();
            prop_assert!(point.lcl.zip(point.cl).is_none_or(|(low, mid)| low <= mid + slack));
            prop_assert!(point.ucl.zip(point.cl).is_none_or(|(high, mid)| mid <= high + slack));
            prop_assert!(point.lcl95.zip(point.lcl).is_none_or(|(inner, outer)| outer <= inner));
            prop_assert!(point.ucl95.zip(point.ucl).is_none_or(|(inner, outer)| inner <= outer));
        }
    }

    #[test]
    fn splits_outside_the_data_change_nothing(chart in charts(), series in tame_series()) {
        let plain = Plan::new(chart);
        let split = Plan { splits: BTreeSet::from([0, 80, 1000]), ..plain.clone() };
        prop_assert_eq!(plain.analyse(&series), split.analyse(&series));
    }

    /// A part label does what a split at the same place does.
    #[test]
    fn labels_split(chart in charts(), mut series in tame_series(), after in 0_u8..30) {
        let plain = Plan::new(chart);
        let mut places: Vec<_> = series.rows.iter().map(|row| match row.x {
            X::Number(x) if x < f64::from(after) => (true, x.to_bits()),
            X::Number(x) => (false, x.to_bits()),
            _ => unreachable!("tame series are numbered"),
        }).collect();
        places.sort_unstable();
        places.dedup();
        let before = places.iter().filter(|(before, _)| *before).count();
        let split = Plan { splits: BTreeSet::from([before]), ..plain.clone() };
        let by_split = split.analyse(&series).expect("tame");
        for row in &mut series.rows {
            let X::Number(x) = row.x else { continue };
            row.part = Some(if x < f64::from(after) { "before" } else { "after" }.to_owned());
        }
        let by_label = plain.analyse(&series).expect("tame");
        prop_assert_eq!(lines(&by_split), lines(&by_label));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(chart in charts(), series in tame_series()) {
        let mut reversed = series.clone();
        reversed.rows.reverse();
        let plan = Plan::new(chart);
        let (a, b) = (plan.analyse(&series).expect("tame"), plan.analyse(&reversed).expect("tame"));
        for (a, b) in lines(&a).into_iter().flatten().zip(lines(&b).into_iter().flatten()) {
            prop_assert!(close(a, b), "{a:?} {b:?}");
        }
    }

    /// In twice as large a unit every line is twice as high.
    #[test]
    fn scaling_the_values_scales_the_lines(series in tame_series(), factor in 1_u8..50) {
        let factor = f64::from(factor);
        for chart in [Chart::Run, Chart::I, Chart::Mr, Chart::Xbar, Chart::S, Chart::R, Chart::IPrime] {
            let mut plain = series.clone();
            for row in &mut plain.rows {
                row.n = row.n.filter(|_| chart == Chart::IPrime);
            }
            let mut scaled = plain.clone();
            for row in &mut scaled.rows {
                row.y = row.y.map(|y| y * factor);
            }
            let multiplied = Plan { multiply: factor, ..Plan::new(chart) };
            let a = multiplied.analyse(&plain).expect("tame");
            let b = Plan::new(chart).analyse(&scaled).expect("tame");
            for (a, b) in lines(&a).into_iter().flatten().zip(lines(&b).into_iter().flatten()) {
                prop_assert!(close(a, b), "{chart}: {a:?} {b:?}");
            }
        }
    }

    /// Freezing at the end, and leaving out no one, change nothing.
    #[test]
    fn a_baseline_of_all_is_all(chart in charts(), series in tame_series()) {
        let plain = Plan::new(chart);
        let frozen = Plan { baseline: Baseline::First(1000), ..plain.clone() };
        prop_assert_eq!(plain.analyse(&series), frozen.analyse(&series));
    }

    /// A part that is frozen has the lines that its first points alone would have.
    #[test]
    fn any_part_can_be_frozen(series in tame_series(), first in 1_usize..8, part in 0_usize..3) {
        let plain = Plan { splits: BTreeSet::from([6, 12]), ..Plan::new(Chart::Run) };
        let whole = plain.analyse(&series).expect("tame");
        let Some(range) = whole.parts.get(part).map(|part| part.start..part.end) else {
            return Ok(());
        };
        let frozen = Plan { frozen: [(part, first)].into(), ..plain.clone() };
        let frozen = frozen.analyse(&series).expect("tame");
        let base = range.start..(range.start + first).min(range.end);
        let splits = BTreeSet::from([base.start, base.end]);
        let alone = Plan { splits, ..plain }.analyse(&series).expect("tame");
        let of = |analysis: &Analysis, at| analysis.point(at).and_then(|point| point.cl);
        for at in 0..whole.len() {
            let expected =
                if range.contains(&at) { of(&alone, base.start) } else { of(&whole, at) };
            prop_assert_eq!(of(&frozen, at), expected, "point {}", at);
        }
    }

    /// A frozen chart's lines do not see what comes after the baseline.
    #[test]
    fn frozen_lines_do_not_move(series in tame_series(), first in 1_usize..10, extra in 1_u8..20) {
        let plan = Plan { baseline: Baseline::First(first), ..Plan::new(Chart::P) };
        let before = plan.analyse(&series).expect("tame");
        prop_assume!(before.len() >= first);
        let mut longer = series.clone();
        longer.rows.push(spc::Row {
            x: X::Number(99.0),
            y: Some(extra.into()),
            n: Some(40.0),
            part: None,
        });
        let after = plan.analyse(&longer).expect("tame");
        prop_assert_eq!(&lines(&before)[..], &lines(&after)[..before.len()]);
    }
}
