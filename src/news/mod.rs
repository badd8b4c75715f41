//! News: what happens in the network, and what happened, with by-line and publisher.

use serde::{Deserialize, Serialize};

use crate::app::{InBar, MenuEntry};
use crate::forms::Form;
use crate::i18n::Text;
use crate::items::{self, Shown};
use crate::kinds::filters::{COUNTY, THEME, YEAR};
use crate::kinds::sharing::{Schema, Sharing};
use crate::kinds::{Headings, Kind};
use crate::library::article::{self, Details, Fact};
use crate::library::linked::organisation;
use crate::library::offered::check_lines;
use crate::room::Room;
use crate::text::Fault;

mod form;
mod samples;
#[cfg(test)]
mod tests;

const LINE: usize = 300;

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("news"),
    word: "news-word",
    path: "nyheter",
    is_dated: true,
    list: Some(Headings { heading: "news-heading", lead: "news-lead", count: "news-count" }),
    filters: &[THEME, COUNTY, YEAR],
    printable: |shown, t| details(shown, t).on_paper(),
    sharing: Sharing {
        schema: |content| {
            let facts: Facts = content.facts_as();
            Schema::of("NewsArticle")
                .with("author", facts.byline.as_deref().map(organisation))
                .with("publisher", facts.publisher.as_deref().map(organisation))
        },
        fact_label: |name| {
            Some(match name {
                "byline" => "news-byline",
                "image_credit" => "news-image-credit",
                "image_alt" => "news-image-missing",
                "publisher" => "news-publisher",
                _ => return None,
            })
        },
        ..Sharing::PLAIN
    },
    ..Kind::PLAIN
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub byline: Option<String>,
    pub image_credit: Option<String>,
    /// What the picture showed, of a piece whose picture has been lost.
    pub image_alt: Option<String>,
    pub publisher: Option<String>,
}

impl items::Facts for Facts {
    const NULL_IF_UNSTATED: bool = true;

    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        let lines = [
            ("byline", &self.byline),
            ("image_credit", &self.image_credit),
            ("image_alt", &self.image_alt),
            ("publisher", &self.publisher),
        ];
        check_lines(lines.into_iter().filter_map(|(name, text)| {
            let text = text.as_ref()?;
            Some((name.to_owned(), text.as_str(), LINE))
        }))
    }

    fn organisations(&self) -> Vec<String> {
        self.publisher.iter().cloned().collect()
    }
}

pub const ROOM: Room = Room {
    name: "news",
    kinds: &[&KIND],
    routes: |_| article::routes(&KIND, details),
    menu: &[MenuEntry {
        path: "nyheter",
        label: "web-menu-news",
        order: 60,
        in_bar: InBar::WithRoom,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn details(shown: &Shown, t: Text) -> Details {
    let (item, content) = (&shown.item, &shown.content);
    let facts: Facts = content.facts_as();
    // Who is told already, with the picture or in the mark of the archive, is not told again.
    let under = item.archived_under.clone();
    let publisher = facts.publisher.or_else(|| item.archived_publisher.clone());
    let (credit, alt) = match &content.image {
        Some(image) => (facts.image_credit.filter(|credit| *credit != image.credit), None),
        None => (facts.image_credit, facts.image_alt),
    };
    let lines = [
        ("news-byline", facts.byline),
        ("news-published-under", under),
        ("news-publisher", publisher),
        ("news-image-missing", alt),
        ("news-image-credit", credit),
    ];
    let line = |(key, value): (&'static str, Option<String>)| {
        value.map(|value| Fact { key, name: t.get(key), value })
    };
    Details { byline: lines.into_iter().filter_map(line).collect(), facts: Vec::new() }
}
