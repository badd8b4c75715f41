//! How fast charts are worked out and drawn: `cargo run --release --example bench_charts`.

#![expect(clippy::disallowed_methods, reason = "a bench asks for the time")]

use std::hint::black_box;
use std::time::Instant;

use padriver::charts::{Drawing, Shape};
use padriver::i18n::{Lang, Text};
use spc::{Chart, Plan, Row, Series, X};

/// Numbers that look like measurements, the same each time.
fn values(count: u32) -> impl Iterator<Item = f64> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    (0..count).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from(u16::try_from(state % 1000).unwrap_or_default()) / 10.0
    })
}

fn main() {
    let text = Text::new(Lang::Nb);
    let million = Series::of(values(1_000_000));
    for chart in [Chart::Run, Chart::I] {
        let begun = Instant::now();
        let analysis = black_box(Plan::new(chart).analyse(&million));
        let worked_out = begun.elapsed();
        let drawn = analysis.map(|analysis| {
            let begun = Instant::now();
            black_box(Drawing::new(&analysis, "a", "Fall").svg(text, Shape::Wide).len());
            begun.elapsed()
        });
        println!(
            "1,000,000 points, {chart} chart: worked out in {worked_out:?}, drawn in {drawn:?}"
        );
    }
    let months = 36;
    let row = |(y, at): (f64, i64)| Row {
        x: X::Time(1_704_067_200 + at * 2_629_800),
        y: Some(y),
        n: None,
        part: None,
    };
    let rows = values(months).zip(0..).map(row).collect();
    let series = Series { facet: Vec::new(), rows };
    for shape in [Shape::Wide, Shape::Narrow, Shape::Cell] {
        let begun = Instant::now();
        let mut bytes = 0;
        for _ in 0..10_000 {
            if let Ok(analysis) = Plan::new(Chart::I).analyse(&series) {
                bytes += black_box(Drawing::new(&analysis, "a", "Fall").svg(text, shape)).len();
            }
        }
        let all = begun.elapsed();
        println!("10,000 charts of 36 points, {shape:?}: {all:?}, {} bytes each", bytes / 10_000);
    }
}
