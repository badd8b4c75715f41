//! How large and how central each municipality of today is, and which are like it: `data/places`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What Statistics Norway says of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub population: u32,
    /// From 1, the most central, to 6.
    pub centrality: u8,
}

#[derive(serde::Deserialize)]
struct Line {
    code: String,
    population_2026: u32,
    centrality_class: u8,
}

static SIZES: LazyLock<BTreeMap<String, Size>> = LazyLock::new(|| {
    let text = include_str!("../../data/places/municipalities_2024.csv");
    let mut lines = csv::Reader::from_reader(text.as_bytes());
    // A test holds that none is left out.
    let lines = lines.deserialize::<Line>().filter_map(Result::ok);
    let size = |line: Line| {
        (line.code, Size { population: line.population_2026, centrality: line.centrality_class })
    };
    lines.map(size).collect()
});

/// None for a code that is no municipality of today's.
pub fn size(code: &str) -> Option<Size> {
    SIZES.get(code).copied()
}

impl Size {
    /// As central, and neither half nor double as large.
    pub fn is_like(self, other: Self) -> bool {
        let (small, large) =
            (self.population.min(other.population), self.population.max(other.population));
        self.centrality == other.centrality && large <= small.saturating_mul(2)
    }

    /// The codes of those that are like it.
    pub fn like(self) -> impl Iterator<Item = &'static str> {
        SIZES.iter().filter(move |(_, size)| self.is_like(**size)).map(|(code, _)| code.as_str())
    }
}
