//! A refused page as everybody must be able to use it: what is wrong is said first, leads to its field, and stands there.

use std::collections::BTreeMap;

use crate::testing::html::{Tag, tags};

/// The button that sends the form: what is wrong with all of it leads there.
const WHOLE: &str = "send";

/// Holds the page to all that a refused page is to be; the ids that its summary leads to.
pub fn told(body: &str, page: &str) -> Vec<String> {
    assert!(body.contains("<title>Feil:"), "{page}: the title says nothing of faults");
    let tags = tags(body);
    let headings = tags.iter().filter(|tag| tag.name == "h1").count();
    assert_eq!(headings, 1, "{page}: headings of the first level");
    let mut ids: BTreeMap<&str, &Tag> = BTreeMap::new();
    for tag in tags.iter().filter(|tag| tag.has("id")) {
        assert!(ids.insert(tag.get("id"), tag).is_none(), "{page}: #{} twice", tag.get("id"));
    }
    let summaries = tags.iter().filter(|tag| is_summary(tag)).count();
    assert_eq!(summaries, 1, "{page}: summaries");
    let at = tags.iter().position(is_summary).unwrap_or_default();
    let summary = &tags[at];
    // It gets the focus, by its place on the page where there is no script.
    assert!(summary.has("autofocus") && summary.get("tabindex") == "-1", "{page}: {summary:?}");
    assert!(ids.contains_key(summary.get("aria-labelledby")), "{page}: {summary:?}");
    let links = tags[at..].iter().take_while(|tag| tag.name != "/div");
    let links: Vec<String> = links
        .filter(|tag| tag.name == "a")
        .map(|tag| tag.get("href").trim_start_matches('#').to_owned())
        .collect();
    assert!(!links.is_empty(), "{page}: the summary is empty");
    for id in &links {
        let Some(field) = ids.get(id.as_str()) else { panic!("{page}: nothing is at #{id}") };
        if id != WHOLE {
            at_field(&tags, &ids, field, page);
        }
    }
    links
}

fn is_summary(tag: &Tag) -> bool {
    tag.get("class") == "ds-error-summary"
}

/// A field that is at fault has a label, says so by itself, and is told what is wrong.
fn at_field(tags: &[Tag], ids: &BTreeMap<&str, &Tag>, field: &Tag, page: &str) {
    let id = field.get("id");
    let message = format!("{id}-feil");
    let mut described = field.get("aria-describedby").split(' ');
    assert!(described.any(|one| one == message), "{page}: {field:?} is told of nothing");
    assert!(ids.contains_key(message.as_str()), "{page}: nothing is said at #{message}");
    if field.name == "fieldset" {
        return;
    }
    assert_eq!(field.get("aria-invalid"), "true", "{page}: {field:?}");
    let labels = tags.iter().filter(|tag| tag.name == "label" && tag.get("for") == id).count();
    assert_eq!(labels, 1, "{page}: labels of #{id}");
}
