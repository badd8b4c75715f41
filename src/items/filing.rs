//! What an item is found under, and what a list keeps of it: derived from its text when it is written.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::tables::facet;
use super::{Card, Content, Item, Kind};
use crate::centres::Centres;
use crate::clock::Clock;
use crate::organisations::{FACET, OldSlugs};
use crate::places::Places;
use crate::themes::Themes;

/// What a list keeps of a text.
pub fn card_of(kind: &Kind, content: &Content) -> String {
    let card = Card {
        themes: content.themes.clone(),
        counties: content.counties.clone(),
        image: content.image.clone(),
        facts: (kind.card)(content),
        facts_version: kind.version,
    };
    serde_json::to_string(&card).unwrap_or_default()
}

/// What a text is filed under beside what it says itself.
pub struct Filed<'a> {
    /// Its themes with what each is part of.
    pub themes: &'a [String],
    pub centre: Option<&'a str>,
    /// A place is filed under all that it has been and become.
    pub places: &'a Places,
    /// An organisation is filed under the slug that it has now.
    pub organisations: &'a OldSlugs,
    /// The year it was published in.
    pub published: Option<i32>,
    /// For what goes on still.
    pub year: i32,
}

/// The places an item is found under: those it names, and all that they became.
pub(super) fn places_of(
    places: &Places,
    content: &Content,
) -> impl Iterator<Item = (&'static str, String)> + use<> {
    let filed = places.filed_under(&content.counties, &content.municipalities);
    let counties = filed.counties.into_iter().map(|code| ("county", code));
    counties.chain(filed.municipalities.into_iter().map(|code| ("municipality", code)))
}

/// All that lists narrow by.
pub fn facets_of(
    kind: &Kind,
    content: &Content,
    filed: Filed<'_>,
) -> BTreeSet<(&'static str, String)> {
    let mut facets: BTreeSet<(&'static str, String)> = BTreeSet::new();
    facets.extend(filed.themes.iter().map(|slug| ("theme", slug.clone())));
    facets.extend(places_of(filed.places, content));
    facets.extend(filed.centre.map(|slug| ("centre", slug.to_owned())));
    let own = (kind.facets)(content, filed.year).into_iter();
    facets.extend(own.map(|(facet, value)| match facet {
        FACET => (facet, filed.organisations.now(&value).to_owned()),
        _ => (facet, value),
    }));
    if !facets.iter().any(|(facet, _)| *facet == "year") {
        facets.extend(filed.published.map(|year| ("year", year.to_string())));
    }
    facets
}

/// Files the item under what its text says, and no longer under what it was filed under.
pub(super) async fn file(
    db: &impl ConnectionTrait,
    clock: &Clock,
    kind: &Kind,
    item: &Item,
    content: &Content,
) -> Result<(), DbErr> {
    facet::Entity::delete_many().filter(facet::Column::ItemId.eq(item.id)).exec(db).await?;
    let places = Places::load(db).await?;
    let centres =
        if item.centre_id.is_some() { Centres::load(db).await? } else { Centres::default() };
    let filed = Filed {
        themes: &Themes::load(db).await?.with_parents(&content.themes),
        centre: item.centre_id.and_then(|id| centres.by_id(id)).map(|centre| centre.slug.as_str()),
        places: &places,
        organisations: &OldSlugs::load(db).await?,
        published: item.published_year(),
        year: clock.now().year(),
    };
    let facets = facets_of(kind, content, filed);
    let rows = facets.into_iter().map(|(facet, value)| {
        let (id, facet) = (clock.new_id(), facet.to_owned());
        facet::Model { id, item_id: item.id, facet, value }.into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        facet::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}
