//! Turns published items into what the index reads.

use crate::library::read::Shown;
use crate::library::registers::Registers;
use crate::library::{Kind, State, kind_named, markdown};
use crate::search::Document;

pub fn document(kinds: &'static [Kind], registers: &Registers, shown: &Shown) -> Option<Document> {
    let (item, content) = (&shown.item, &shown.content);
    let kind = kind_named(kinds, &item.kind)?;
    let of_kind = (kind.words)(&content.facts);
    let (headings, body) = markdown::plain(&content.body);
    let mut theme_words = String::new();
    let themes = registers.themes.with_parents(&content.themes);
    for theme in themes.iter().filter_map(|slug| registers.themes.get(slug)) {
        let names = [&theme.nb, &theme.nn, &theme.en];
        theme_words.extend(names.map(|name| format!("{name}\n")));
    }
    let county_words: Vec<&str> =
        content.counties.iter().map(|code| registers.counties.name(code)).collect();
    let centre = item.centre_id.and_then(|id| registers.centres.by_id(id));
    let mut organisations = of_kind.organisations;
    if let Some(centre) = centre {
        organisations.push('\n');
        organisations.push_str(&centre.name);
    }
    let filed = registers.places.filed_under(&content.counties, &content.municipalities);
    let card = item.card();
    Some(Document {
        id: item.id,
        external_id: item.external_id.clone(),
        kind: item.kind.clone(),
        lang: item.lang.clone(),
        title: content.title.clone(),
        lead: content.lead.clone(),
        headings: headings + &of_kind.headings,
        body: body + &of_kind.body,
        url_path: format!("{}/{}", kind.path, item.slug),
        archived: item.state() == State::Archived,
        published: item.published_at.map(time::OffsetDateTime::unix_timestamp),
        themes,
        theme_words,
        counties: filed.counties.into_iter().collect(),
        county_words: county_words.join("\n"),
        organisations,
        files: Vec::new(),
        outcome: card.facts.get("outcome").and_then(|v| v.as_str()).map(str::to_owned),
    })
}
