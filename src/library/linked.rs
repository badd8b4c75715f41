//! What machines are told of an item and of a list, in the words of schema.org.

use serde_json::{Map, Value, json};

use super::listing::CardView;
use crate::app::App;
use crate::dates::{PartialDate, oslo_day};
use crate::i18n::{Lang, Text};
use crate::items::{Item, Registers, Shown, State};
use crate::kinds::Kind;

/// Types whose title is a headline.
const ARTICLES: [&str; 4] = ["Article", "NewsArticle", "Report", "TechArticle"];

/// A text with what is known of it. Empty things are left out: half a fact misleads.
pub fn item(app: &App, kind: &Kind, shown: &Shown, registers: &Registers, t: Text) -> Value {
    let (item, content) = (&shown.item, &shown.content);
    let site = app.public_url();
    let schema = (kind.sharing.schema)(content);
    let mut all = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            all.insert(name.to_owned(), value);
        }
    };
    let text = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
    put("@context", json!("https://schema.org"));
    put("@type", json!(schema.name));
    put("@id", json!(format!("{site}/id/{}", item.id)));
    put("url", json!(format!("{site}/{}/{}/{}", item.lang, kind.path, item.slug)));
    put("name", text(&content.title));
    if ARTICLES.contains(&schema.name) {
        put("headline", text(&content.title));
    }
    put("description", text(&content.lead));
    put("inLanguage", json!(item.lang));
    let is_creative = schema.name != "Event";
    if is_creative {
        let (published, changed) = dates(item);
        put("datePublished", json!(published));
        put("dateModified", json!(changed));
        put("isPartOf", json!({ "@type": "WebSite", "@id": format!("{site}/#site"), "url": site }));
        put("isAccessibleForFree", json!(true));
        let keywords: Vec<&str> =
            content.themes.iter().map(|slug| registers.themes.name(slug, t.lang)).collect();
        put("keywords", text(&keywords.join(", ")));
        let areas: Vec<Value> = content
            .counties
            .iter()
            .map(|code| json!({ "@type": "AdministrativeArea", "name": registers.counties.name(code) }))
            .collect();
        put("spatialCoverage", if areas.is_empty() { Value::Null } else { json!(areas) });
        if item.state() == State::Archived {
            put("creativeWorkStatus", json!("Archived"));
        }
    }
    if let Some(image) = &content.image {
        put(
            "image",
            json!({
                "@type": "ImageObject", "url": format!("{site}/filer/{}/{}", image.file, image.name),
                "width": image.width, "height": image.height, "caption": image.alt,
                "creditText": image.credit,
            }),
        );
    }
    let owner = registers.owner(item.centre_id);
    let publisher = if is_creative { "publisher" } else { "organizer" };
    put(publisher, owner.map_or(Value::Null, |owner| organisation(owner.name())));
    // The kind knows better than what all kinds share.
    all.extend(schema.more);
    lead_to_page(&mut all);
    Value::Object(all)
}

/// When a text was published, and when it was changed last, as precisely as it is known.
fn dates(item: &Item) -> (Option<String>, Option<String>) {
    let published = item.published().map(PartialDate::datetime);
    let changed = item.changed_at().map(|at| oslo_day(at).to_string());
    (published.clone(), changed.or(published))
}

/// What takes place on the net, at an address nobody has given, is found from its page.
fn lead_to_page(all: &mut Map<String, Value>) {
    let url = all.get("url").cloned().unwrap_or_default();
    for place in all.get_mut("location").and_then(Value::as_array_mut).into_iter().flatten() {
        if place["@type"] == "VirtualLocation" && place.get("url").is_none() {
            place["url"] = url.clone();
        }
    }
}

pub fn organisation(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

/// The site itself, and how it is searched: for the front page.
pub fn site(app: &App, t: Text) -> Value {
    let site = app.public_url();
    let lang = t.lang.code();
    let name = t.plain("web-name");
    json!({
        "@context": "https://schema.org", "@type": "WebSite", "@id": format!("{site}/#site"),
        "name": name, "url": format!("{site}/"), "description": t.plain("web-tagline"),
        "inLanguage": Lang::ALL.map(Lang::code),
        "publisher": { "@type": "Organization", "name": name, "url": format!("{site}/") },
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint",
                "urlTemplate": format!("{site}/{lang}/sok?q={{search_term_string}}") },
            "query-input": "required name=search_term_string",
        },
    })
}

/// A page of a list, in its order.
pub fn list(app: &App, name: &str, total: u64, cards: &[CardView]) -> Value {
    let site = app.public_url();
    let items: Vec<Value> = (1..)
        .zip(cards)
        .map(|(n, card)| {
            json!({ "@type": "ListItem", "position": n, "name": card.title,
                "url": format!("{site}{}", card.href) })
        })
        .collect();
    json!({
        "@context": "https://schema.org", "@type": "CollectionPage", "name": name,
        "mainEntity": { "@type": "ItemList", "numberOfItems": total, "itemListElement": items },
    })
}
