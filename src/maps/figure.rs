//! The map on a page: picture, key and credit.

use askama::Template;

use super::picture::{self, Picture};
use super::{Extent, GroupKind, Map, MapGroup, MarkerShape};
use crate::i18n::Text;

#[derive(Template)]
#[template(path = "maps/figure.html")]
struct Figure<'a> {
    t: Text,
    map: &'a Map<'a>,
    svg: String,
    entries: Vec<Entry<'a>>,
}

/// A line of the key. Its number is its place in the list.
struct Entry<'a> {
    group: &'a MapGroup,
    class: String,
    is_empty: bool,
}

pub(super) fn figure(map: &Map<'_>, t: Text) -> String {
    let picture = Picture::new(map);
    let entry = |(group, tone): (_, &usize)| {
        let group: &MapGroup = group;
        let class = picture::class(group, *tone);
        Entry { group, class, is_empty: group.kind == GroupKind::Empty }
    };
    let entries = map.groups.iter().zip(&picture.tones).map(entry).collect();
    let page = Figure { t, map, entries, svg: picture.svg() };
    page.render().unwrap_or_default()
}
