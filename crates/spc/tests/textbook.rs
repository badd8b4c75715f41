//! Examples worked in the literature. Montgomery is *Introduction to Statistical Quality Control*,
//! 6th ed.; where its data are long only their totals are rebuilt, which is all the limits need.

use spc::constants::{c4, crossings_min, d2, d3, longest_run_max};
use spc::{Baseline, Chart, Part, Pattern, Plan, RuleSet, Series, Side, Within};

fn first_part(plan: &Plan, series: &Series) -> Part {
    plan.analyse(series).expect("the series is in order").parts.remove(0)
}

fn near(ours: Option<f64>, book: f64, tolerance: f64) {
    assert!(ours.is_some_and(|ours| (ours - book).abs() <= tolerance), "{ours:?}, book: {book}");
}

/// Counts that add up to `total`, as equal as can be.
fn spread(total: u32, over: u32) -> impl Iterator<Item = f64> {
    (0..over).map(move |at| f64::from(total / over + u32::from(at < total % over)))
}

/// Montgomery, appendix VI, "Factors for constructing variables control charts".
#[test]
fn factors() {
    for (n, book) in [(2, 0.7979), (5, 0.9400), (10, 0.9727), (15, 0.9823), (25, 0.9896)] {
        near(c4(n), book, 5e-5);
    }
    for (n, a3) in [(2, 2.659), (5, 1.427), (10, 0.975), (25, 0.606)] {
        let n_root = f64::from(u8::try_from(n).unwrap_or(u8::MAX)).sqrt();
        near(c4(n).map(|c4| 3.0 / (c4 * n_root)), a3, 5e-4);
    }
    for (n, b3, b4) in [(6, 0.030, 1.970), (10, 0.284, 1.716), (25, 0.565, 1.435)] {
        let relative = c4(n).map(|c4| 3.0 * (1.0 - c4 * c4).sqrt() / c4);
        near(relative.map(|relative| 1.0 - relative), b3, 1e-3);
        near(relative.map(|relative| 1.0 + relative), b4, 1e-3);
    }
    near(d2(5).zip(d3(5)).map(|(d2, d3)| 1.0 + 3.0 * d3 / d2), 2.114, 1e-3);
    assert_eq!((c4(1), d2(1), d2(26), d3(0)), (None, None, None, None));
}

/// The series used for large n meets the product used for small n: from the definition,
/// c₄(n) · c₄(n+1) = √((n−1)/n).
#[test]
fn c4_holds_everywhere() {
    for n in (2_u16..200).chain([1_000, 60_000]) {
        let product = c4(n.into()).zip(c4(usize::from(n) + 1)).map(|(a, b)| a * b);
        near(product, ((f64::from(n) - 1.0) / f64::from(n)).sqrt(), 1e-13);
    }
}

/// Anhøj & Olesen 2014, PLOS ONE 9(11): e113825, table 1, and R's qbinom for large n.
#[test]
fn run_limits() {
    for (n, longest, crossings) in [
        (10, 6, 2),
        (12, 7, 3),
        (15, 7, 4),
        (16, 7, 4),
        (20, 7, 6),
        (24, 8, 8),
        (30, 8, 10),
        (40, 8, 14),
        (100, 10, 41),
    ] {
        assert_eq!((longest_run_max(n), crossings_min(n)), (Some(longest), crossings), "n = {n}");
    }
    assert_eq!((longest_run_max(0), crossings_min(0), crossings_min(1)), (None, 0, 0));
    // Half of a million, less 1.645 standard deviations of 500.
    assert_eq!(crossings_min(1_000_001), 499_178);
}

/// Montgomery, example 6.1: flow width, 25 subgroups of 5 with means 1.5056 and ranges 0.32521.
#[test]
fn x_bar_and_r() {
    let (mean, half) = (1.5056, 0.32521 / 2.0);
    let group = [mean - half, mean, mean, mean, mean + half];
    let series = Series::of_subgroups([group; 25]);
    let plan = Plan { within: Within::Range, ..Plan::new(Chart::Xbar) };
    let means = first_part(&plan, &series);
    near(means.ucl, 1.69325, 1e-3);
    near(means.lcl, 1.31795, 1e-3);
    let ranges = first_part(&Plan::new(Chart::R), &series);
    near(ranges.ucl, 0.68749, 1e-3);
    assert_eq!(ranges.lcl, Some(0.0));
}

/// Montgomery, example 6.5: cost of processing mortgage loans, limits from the first 20 weeks.
#[test]
fn individuals_and_moving_ranges() {
    let text = include_str!("data/montgomery_6_5_i_freeze.csv");
    let values = text.lines().skip(1).filter_map(|line| line.split(',').nth(1)?.parse().ok());
    let series = Series::of(values);
    let baseline = Baseline::First(20);
    let individuals = first_part(&Plan { baseline, ..Plan::new(Chart::I) }, &series);
    near(individuals.cl, 300.5, 0.005);
    near(individuals.ucl, 321.22, 0.005);
    near(individuals.lcl, 279.78, 0.005);
    let ranges = first_part(&Plan { baseline, ..Plan::new(Chart::Mr) }, &series);
    near(ranges.cl, 7.79, 0.005);
    near(ranges.ucl, 25.45, 0.005);
}

/// Montgomery, example 7.1: 347 bad cans in 30 samples of 50.
#[test]
fn share_of_bad_cans() {
    let series = Series::of_ratios(spread(347, 30).map(|y| (y, 50.0)));
    let part = first_part(&Plan::new(Chart::P), &series);
    near(part.cl, 0.2313, 5e-5);
    near(part.ucl, 0.4102, 5e-5);
    near(part.lcl, 0.0524, 5e-5);
    let numbers = first_part(&Plan::new(Chart::Np), &series);
    near(numbers.ucl, 50.0 * 0.4102, 5e-3);
    near(numbers.lcl, 50.0 * 0.0524, 5e-3);
}

/// Montgomery, example 7.3: 516 faults on 26 samples of 100 circuit boards.
#[test]
fn faults_on_circuit_boards() {
    let part = first_part(&Plan::new(Chart::C), &Series::of(spread(516, 26)));
    near(part.cl, 19.85, 0.005);
    near(part.ucl, 33.22, 0.01);
    near(part.lcl, 6.48, 0.01);
}

/// Montgomery, example 7.4: 74 errors in 20 weeks of 50 shipments.
#[test]
fn errors_per_shipment() {
    let series = Series::of_ratios(spread(74, 20).map(|y| (y, 50.0)));
    let part = first_part(&Plan::new(Chart::U), &series);
    near(part.cl, 0.0740, 5e-5);
    near(part.ucl, 0.1894, 5e-5);
    assert_eq!(part.lcl, Some(0.0));
}

/// Nelson 1982, *Journal of Quality Technology* 14(3), 172–173: one wild value does not widen the
/// limits that should reveal it.
#[test]
fn screened_moving_ranges() {
    let series = Series::of([10.0, 11.0, 10.0, 11.0, 10.0, 11.0, 10.0, 30.0, 10.0, 11.0, 10.0]);
    let screened = first_part(&Plan::new(Chart::I), &series);
    let raw = first_part(&Plan { screened: false, ..Plan::new(Chart::I) }, &series);
    assert_eq!((screened.sigma_signals, raw.sigma_signals), (1, 1));
    let width = |part: &Part| part.ucl.zip(part.cl).map(|(ucl, cl)| ucl - cl);
    near(width(&screened), 3.0 / 1.128, 1e-9);
    near(width(&raw), 3.0 * 4.8 / 1.128, 1e-9);
}

fn found(rules: &str, chart: Chart, values: &[f64]) -> Vec<(Pattern, Option<Side>, Vec<usize>)> {
    let rules = RuleSet::named(rules).expect("the set exists");
    let plan = Plan { rules, centre_line: Some(0.0), ..Plan::new(chart) };
    let analysis = plan.analyse(&Series::of(values.iter().copied())).expect("in order");
    analysis.signals.into_iter().map(|s| (s.pattern, s.side, s.points)).collect()
}

/// Perla, Provost & Murray 2011: a point on the median neither counts nor breaks a shift; equal
/// neighbours count once in a trend.
#[test]
fn six_and_five() {
    let shift = [-1.0, 1.0, 2.0, 0.0, 1.0, 2.0, 1.0, 2.0, -1.0];
    let expected = (Pattern::Shift, Some(Side::Above), vec![1, 2, 4, 5, 6, 7]);
    assert_eq!(found("run65", Chart::Run, &shift), [expected]);
    assert_eq!(found("run65", Chart::Run, &shift[..7]), []);
    let trend = [1.0, -3.0, -2.0, -2.0, 1.0, 2.0, 3.0, -1.0];
    let expected = (Pattern::Trend, Some(Side::Above), vec![1, 2, 4, 5, 6]);
    assert_eq!(found("run65", Chart::Run, &trend), [expected]);
}

/// Where half of the points or more lie on the median, those that are left over are scattered, however many
/// of them lie on one side: no shift. A row that nothing parts is one all the same.
#[test]
fn most_on_the_median() {
    let told = |rules: &str, values: &[f64]| {
        let plan =
            Plan { rules: RuleSet::named(rules).expect("the set exists"), ..Plan::new(Chart::Run) };
        let analysis = plan.analyse(&Series::of(values.iter().copied())).expect("in order");
        let part = &analysis.parts[0];
        assert_eq!(part.runs_signal, !analysis.signals.is_empty());
        (part.is_crowded(), analysis.signals.into_iter().map(|s| s.points).collect::<Vec<_>>())
    };
    // Now and then one: ten of them, and twenty months with none.
    let rare: Vec<f64> = (0..30).map(|at| if at % 3 == 1 { 1.0 } else { 0.0 }).collect();
    let days: Vec<f64> = (0..342).map(|at| if at % 28 == 9 { 1.0 } else { 0.0 }).collect();
    for rules in ["anhoej", "anhoej-best-box", "anhoej-cut-box", "run65"] {
        assert_eq!(told(rules, &rare), (true, vec![]), "{rules}");
        assert_eq!(told(rules, &days), (true, vec![]), "{rules}");
    }
    let begun: Vec<f64> =
        (0..22).map(|at| if at < 12 { 0.0 } else { f64::from(at % 3 + 2) }).collect();
    assert_eq!(told("anhoej", &begun), (true, vec![(12..22).collect()]));
    // One on the median less, and the median is between: as it was.
    let half: Vec<f64> = (0..20).map(|at| f64::from(at % 2)).collect();
    assert!(!told("anhoej", &half).0);
}

/// Seven, not six; on the mean, the row ends.
#[test]
fn making_data_count() {
    let seven = [-1.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, -1.0];
    let signals = found("mdc", Chart::I, &seven);
    assert_eq!(signals, [(Pattern::Shift, Some(Side::Above), (1..8).collect())]);
    let mut broken = seven;
    broken[4] = 0.0;
    assert_eq!(found("mdc", Chart::I, &broken), []);
    // σ = 2.66 × 1 / 3 = 0.887: 2 is between 2 and 3 sigma.
    let near = [1.0, 0.0, -1.0, 0.0, 1.0, 2.0, 1.0, 2.0, 1.0, 0.0, -1.0, 0.0];
    let signals = found("mdc", Chart::I, &near);
    assert_eq!(signals, [(Pattern::NearLimit, Some(Side::Above), vec![5, 7])]);
}

/// The zone tests of Western Electric and Nelson, on a C chart with centre 16 and sigma 4.
#[test]
fn zones() {
    let run = |rules: &str, values: &[f64]| {
        let rules = RuleSet::named(rules).expect("the set exists");
        let plan = Plan { rules, centre_line: Some(16.0), ..Plan::new(Chart::C) };
        let analysis = plan.analyse(&Series::of(values.iter().copied())).expect("in order");
        analysis.signals.into_iter().map(|s| (s.pattern, s.points)).collect::<Vec<_>>()
    };
    assert_eq!(run("western-electric", &[16.0, 29.0, 16.0]), [(Pattern::Outside, vec![1])]);
    let two_of_three = [16.0, 25.0, 15.0, 26.0, 15.0];
    assert_eq!(run("western-electric", &two_of_three), [(Pattern::Zone, vec![1, 3])]);
    let four_of_five = [15.0, 21.0, 21.0, 16.0, 21.0, 21.0, 15.0];
    assert_eq!(run("western-electric", &four_of_five), [(Pattern::Zone, vec![1, 2, 4, 5])]);
    let eight = [15.0, 17.0, 18.0, 17.0, 18.0, 17.0, 18.0, 17.0, 18.0, 15.0];
    assert_eq!(run("western-electric", &eight), [(Pattern::Shift, (1..9).collect())]);
    let calm = [17.0, 17.0, 15.0, 15.0, 16.0].repeat(3);
    assert_eq!(run("nelson", &calm), [(Pattern::Hugging, (0..15).collect())]);
    let mixed = [21.0, 11.0, 22.0, 21.0, 10.0, 11.0, 21.0, 10.0];
    assert_eq!(run("nelson", &mixed), [(Pattern::Avoiding, (0..8).collect())]);
    let saw: Vec<f64> = (0..14).map(|at| if at % 2 == 0 { 21.0 } else { 15.0 }).collect();
    assert_eq!(run("nelson", &saw), [(Pattern::Alternating, (0..14).collect())]);
}

/// Anhøj & Wentzel-Larsen 2020: with 11 useful points a run of 7 is outside Anhøj's limit and
/// inside the best box; the cut box takes it only with 4 crossings or more.
#[test]
fn boxes() {
    let values = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0];
    let signals = |rules| !found(rules, Chart::Run, &values).is_empty();
    assert_eq!(["anhoej", "anhoej-best-box", "anhoej-cut-box"].map(signals), [true, false, true]);
}

/// As in R's `qicharts2`: the centre line of a frozen I′ chart is of its baseline, its spread of
/// all points, those left out among them.
#[test]
fn spread_with_denominators_is_of_the_whole_part() {
    let pairs = [(50.0, 10.0), (66.0, 12.0), (36.0, 9.0), (63.0, 9.0), (40.0, 8.0), (77.0, 11.0)];
    let series = Series::of_ratios(pairs);
    let whole = first_part(&Plan::new(Chart::IPrime), &series);
    let frozen = Plan { baseline: Baseline::First(3), ..Plan::new(Chart::IPrime) };
    let frozen = first_part(&frozen, &series);
    let without = Plan { exclude: [3].into(), ..Plan::new(Chart::IPrime) };
    let without = first_part(&without, &series);
    near(frozen.cl, 152.0 / 31.0, 1e-12);
    near(without.cl, 269.0 / 50.0, 1e-12);
    let width = |part: &Part| part.ucl.zip(part.cl).map(|(ucl, cl)| ucl - cl);
    near(width(&frozen), width(&whole).unwrap_or_default(), 1e-12);
    near(width(&without), width(&whole).unwrap_or_default(), 1e-12);
}

/// Two events at once are a time of 0, which has a power as other times have.
#[test]
fn a_time_of_nothing_is_a_point() {
    let part = first_part(&Plan::new(Chart::T), &Series::of([3.0, 0.0, 4.0, 5.0, 2.0, 6.0]));
    assert_eq!((part.n_obs, part.sigma_signals), (6, 0));
    assert!(part.cl.is_some_and(|cl| cl > 1.0 && cl < 4.0));
    let below = Plan::new(Chart::T).analyse(&Series::of([3.0, -1.0]));
    assert!(matches!(below, Err(spc::Fault::NegativeTime { row: 1, .. })));
}
