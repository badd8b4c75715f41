//! CSL-JSON: what Zotero, pandoc and word processors read. A list with the one reference.

use serde_json::{Map, Value, json};

use super::Reference;

pub fn write(reference: &Reference) -> String {
    let citation = &reference.citation;
    let day = reference.accessed;
    let accessed = json!([[day.year(), u8::from(day.month()), day.day()]]);
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            item.insert(name.to_owned(), value);
        }
    };
    let names = |all: &[String]| match all {
        [] => Value::Null,
        all => all.iter().map(|name| json!({ "literal": name })).collect(),
    };
    let summary = citation.summary_of.as_ref().map(|of| reference.summary(of));
    // There is no field for a title in another language; what has none of its own goes in the note.
    let english = citation.title_en.as_ref().map(|title| format!("English title: {title}"));
    let note: Vec<String> = [summary, english].into_iter().flatten().collect();
    put("id", json!(reference.key));
    put("type", json!(if citation.is_report { "report" } else { "webpage" }));
    put("title", json!(reference.title));
    put("author", names(&citation.authors));
    put("editor", names(&citation.editors));
    put("section", json!(citation.part));
    let issued = reference.issued.map(|issued| {
        let mut told = json!({ "date-parts": [issued.parts()] });
        // It has one word for what is about so and what nobody is sure of.
        if issued.is_circa || issued.is_unsure {
            told["circa"] = json!(true);
        }
        told
    });
    put("issued", issued.unwrap_or_default());
    put("publisher", json!(reference.publisher()));
    put("container-title", json!(reference.site));
    put("genre", json!(citation.genre));
    put("number", json!(citation.number));
    put("version", json!(citation.version));
    put("ISBN", json!(citation.isbn));
    put("ISSN", json!(citation.issn));
    put("note", if note.is_empty() { Value::Null } else { json!(note.join("\n")) });
    put("DOI", json!(citation.doi));
    put("language", json!(reference.lang));
    put("URL", json!(reference.url));
    put("accessed", json!({ "date-parts": accessed }));
    Value::Array(vec![Value::Object(item)]).to_string()
}
