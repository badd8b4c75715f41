//! What a text is filed under: facets and their values.

use std::collections::BTreeSet;

use super::FiledBy;
use crate::items::{Content, Item, Kind, years};
use crate::organisations::FACET as ORGANISATION;

/// Facet and value.
pub type Facets = BTreeSet<(String, String)>;

/// All that lists narrow by.
pub fn facets_of(kind: &Kind, item: &Item, content: &Content, by: &FiledBy) -> Facets {
    let mut facets: BTreeSet<(&str, String)> = BTreeSet::new();
    // A theme is filed under with what it is part of, …
    let themes = by.themes.with_parents(&content.themes);
    facets.extend(themes.into_iter().map(|slug| ("theme", slug)));
    // … a place under all that it has been and become, …
    let places = by.places.filed_under(&content.counties, &content.municipalities);
    facets.extend(places.counties.into_iter().map(|code| ("county", code)));
    facets.extend(places.municipalities.into_iter().map(|code| ("municipality", code)));
    let centre = item.centre_id.and_then(|id| by.centres.by_id(id));
    facets.extend(centre.map(|centre| ("centre", centre.slug.clone())));
    let owner = item.centre_id.and_then(|id| by.registered.get(id));
    facets.extend(owner.map(|(slug, _)| (ORGANISATION, slug.to_owned())));
    let own = (kind.facets)(content).into_iter();
    facets.extend(own.map(|(facet, value)| match facet {
        // … and an organisation under the slug that it has now.
        ORGANISATION => (facet, by.organisations.now(&value).to_owned()),
        _ => (facet, value),
    }));
    // What does not say of which year it is, is of the one that it was published in, in Oslo.
    if !facets.iter().any(|(facet, _)| *facet == years::FACET)
        && let Some(date) = item.published()
    {
        facets.insert((years::FACET, format!("{:04}", date.year())));
    }
    facets.into_iter().map(|(facet, value)| (facet.to_owned(), value)).collect()
}

/// What of a text can't be read: it stays filed as it was.
pub struct Lost {
    themes: bool,
    places: bool,
    facts: bool,
}

impl Lost {
    pub fn of(kind: &Kind, content: &Content) -> Self {
        let is_lost = |field: &str| content.unreadable.iter().any(|path| path.starts_with(field));
        Self {
            themes: is_lost("content.themes"),
            places: is_lost("content.counties") || is_lost("content.municipalities"),
            facts: !(kind.unreadable)(content).is_empty(),
        }
    }

    pub fn has(&self, facet: &str) -> bool {
        match facet {
            "theme" => self.themes,
            "county" | "municipality" => self.places,
            "centre" => false,
            _ => self.facts,
        }
    }
}
