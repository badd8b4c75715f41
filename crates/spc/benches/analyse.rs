//! How long a million points take, and how many ordinary charts a second. Run with
//! `cargo bench -p spc`.

use spc::{Chart, Plan, RuleSet, Series};
use std::hint::black_box;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Repeatable numbers that look like chance (Knuth's linear congruential generator).
fn noise(seed: u64) -> impl Iterator<Item = f64> {
    let step = |state: &u64| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    };
    let states = std::iter::successors(Some(seed), step).skip(1);
    states.map(|state| f64::from(u32::try_from(state >> 32).unwrap_or_default()) / 4e9)
}

/// Time this process had on a processor, which a busy machine does not stretch; wall time where
/// the system does not say.
fn clock() -> Duration {
    let on_cpu = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanos = on_cpu.and_then(|line| line.split(' ').next()?.parse().ok());
    #[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
    nanos.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

static START: OnceLock<Instant> = OnceLock::new();

/// The best of several runs.
fn best(times: usize, mut work: impl FnMut()) -> Duration {
    let one = |_| {
        let start = clock();
        work();
        clock().saturating_sub(start)
    };
    (0..times).map(one).min().unwrap_or_default()
}

fn main() {
    let values: Vec<f64> = noise(1).take(1_000_000).map(|x| 10.0 + x).collect();
    let ratios = Series::of_ratios(values.iter().map(|x| (x.floor(), 100.0 + x)));
    let values = Series::of(values);
    for (chart, series) in [
        (Chart::Run, &values),
        (Chart::I, &values),
        (Chart::T, &values),
        (Chart::P, &ratios),
        (Chart::UPrime, &ratios),
    ] {
        let plan = Plan::new(chart);
        let took = best(5, || drop(black_box(plan.analyse(black_box(series)))));
        println!("1,000,000 points, {chart} chart: {:.1} ms", took.as_secs_f64() * 1e3);
    }
    let nelson = Plan { rules: RuleSet::nelson(), ..Plan::new(Chart::I) };
    let took = best(5, || drop(black_box(nelson.analyse(black_box(&values)))));
    println!("1,000,000 points, I chart, Nelson's rules: {:.1} ms", took.as_secs_f64() * 1e3);

    let small: Vec<Series> = (1..=10_000).map(|seed| Series::of(noise(seed).take(36))).collect();
    let plan = Plan::new(Chart::I);
    let took = best(5, || {
        for series in &small {
            drop(black_box(plan.analyse(series)));
        }
    });
    println!("10,000 I charts of 36 points: {:.1} ms", took.as_secs_f64() * 1e3);
}
