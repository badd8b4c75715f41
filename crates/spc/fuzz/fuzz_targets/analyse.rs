//! No bytes make the analysis panic, or give a number that is not finite.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spc::{Aggregate, Baseline, Chart, Plan, Row, RuleSet, Series, Within, X};

/// Takes the bytes apart, zeros when they run out.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn size(&mut self) -> usize {
        self.byte().into()
    }

    /// Small whole numbers mostly, any float at times.
    fn number(&mut self) -> Option<f64> {
        match self.byte() {
            255 => None,
            254 => Some(f64::from_le_bytes(std::array::from_fn(|_| self.byte()))),
            small => Some(f64::from(small)),
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let mut bytes = Bytes(data);
    let chart = Chart::ALL[bytes.size() % Chart::ALL.len()];
    let rules = RuleSet::named(RuleSet::NAMES[bytes.size() % RuleSet::NAMES.len()]);
    let baseline = match bytes.byte() % 4 {
        0 => Baseline::All,
        1 => Baseline::First(bytes.size()),
        2 => Baseline::FirstOfFirstPart(bytes.size()),
        _ => Baseline::FirstOfEachPart(bytes.size()),
    };
    let flags = bytes.byte();
    let plan = Plan {
        baseline,
        frozen: [(bytes.size(), bytes.size())].into(),
        splits: [bytes.size(), bytes.size()].into(),
        exclude: [bytes.size(), bytes.size()].into(),
        centre_line: if flags & 1 == 0 { None } else { bytes.number() },
        multiply: if flags & 2 == 0 { 1.0 } else { bytes.number().unwrap_or(1.0) },
        floor_zero: flags & 4 != 0,
        screened: flags & 8 != 0,
        aggregate: if flags & 16 == 0 { Aggregate::Sum } else { Aggregate::Median },
        within: if flags & 32 == 0 { Within::Range } else { Within::Deviation },
        rules: rules.unwrap_or_else(RuleSet::anhoej),
        ..Plan::new(chart)
    };
    let mut rows = Vec::new();
    while !bytes.0.is_empty() {
        let x = match bytes.number() {
            Some(x) => X::Number(x),
            None => X::Label("ward".to_owned()),
        };
        let n = if flags & 64 == 0 { None } else { bytes.number() };
        rows.push(Row { x, y: bytes.number(), n, part: None });
    }
    let Ok(analysis) = plan.analyse(&Series { facet: Vec::new(), rows }) else { return };
    for point in analysis.points() {
        let numbers = [point.y, point.n, point.cl, point.lcl, point.ucl, point.lcl95, point.ucl95];
        assert!(numbers.into_iter().flatten().all(f64::is_finite));
    }
    serde_json::to_string(&analysis).expect("an analysis has a JSON form");
});
