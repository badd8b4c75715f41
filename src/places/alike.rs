//! How large and how central each municipality of today is, which are like it, and where its own site
//! is: `data/places`.

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
    site: String,
}

struct Known {
    size: Size,
    site: String,
}

static KNOWN: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
    let text = include_str!("../../data/places/municipalities_2024.csv");
    let mut lines = csv::Reader::from_reader(text.as_bytes());
    // A test holds that none is left out.
    let lines = lines.deserialize::<Line>().filter_map(Result::ok);
    let known = |line: Line| {
        let size = Size { population: line.population_2026, centrality: line.centrality_class };
        (line.code, Known { size, site: line.site })
    };
    lines.map(known).collect()
});

/// None for a code that is no municipality of today's.
pub fn size(code: &str) -> Option<Size> {
    KNOWN.get(code).map(|known| known.size)
}

/// The municipality's own site. The list was compiled by others and not tried one by one: whoever is
/// led there is told whose site it is.
pub fn site(code: &str) -> Option<&'static str> {
    let site = KNOWN.get(code)?.site.as_str();
    Some(site).filter(|site| site.starts_with("https://") || site.starts_with("http://"))
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
        KNOWN
            .iter()
            .filter(move |(_, known)| self.is_like(known.size))
            .map(|(code, _)| code.as_str())
    }
}
