//! Fields that several kinds ask for: links, for whom something is, how long it takes, its licence.

use super::offered::{Audience, MOST_LINKS, MOST_MINUTES};
use crate::forms::{Field, FieldKind, Format, alternatives};

/// So much is read of the form of an item's facts: a dozen texts of 100,000 characters, each of which
/// may take some bytes on the way.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// An address on the web is no longer.
const URL: usize = 2_000;

/// A list of texts that may lead somewhere, each text so long at most.
pub fn links(key: &str, label: &str, longest: usize) -> Field {
    let fields = [
        Field::line("text", "library-link-text", longest).needed(),
        Field::formatted("url", "library-link-url", URL, Format::Url),
    ];
    Field::group(key, label, ("library-link", "library-link-add"), MOST_LINKS, fields)
}

pub fn audience() -> Field {
    let all = alternatives(Audience::NAMES, |name| Audience::named(name).map(Audience::key));
    Field::choices("target_groups", "library-filter-audience", all)
}

pub fn minutes() -> Field {
    let kind = FieldKind::Number { min: 1, max: MOST_MINUTES.into(), decimals: 0 };
    Field::new("minutes", "library-minutes-label", kind).helped("library-minutes-help")
}

/// Licence, publisher, version and when it was revised, of what others can take into use.
pub fn edition(longest: usize) -> [Field; 5] {
    [
        Field::line("licence", "library-fact-licence", longest).helped("library-licence-help"),
        Field::formatted("licence_url", "library-licence-url", URL, Format::Url),
        Field::line("publisher", "library-fact-publisher", longest),
        Field::line("version", "library-fact-version", longest),
        Field::new("revised", "library-fact-revised", FieldKind::Date),
    ]
}
