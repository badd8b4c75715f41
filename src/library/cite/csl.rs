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
    let authors: Vec<Value> =
        citation.authors.iter().map(|author| json!({ "literal": author })).collect();
    let publishers = citation.publishers.join(", ");
    put("id", json!(reference.key));
    put("type", json!(if citation.is_report { "report" } else { "webpage" }));
    put("title", json!(reference.title));
    put("author", if authors.is_empty() { Value::Null } else { json!(authors) });
    let issued = reference.issued.map(|issued| json!({ "date-parts": [issued.parts()] }));
    put("issued", issued.unwrap_or_default());
    put("publisher", if publishers.is_empty() { Value::Null } else { json!(publishers) });
    put("container-title", json!(reference.site));
    put("genre", json!(citation.genre));
    put("number", json!(citation.number));
    put("version", json!(citation.version));
    put("ISBN", json!(citation.isbn));
    put("DOI", json!(citation.doi));
    put("language", json!(reference.lang));
    put("URL", json!(reference.url));
    put("accessed", json!({ "date-parts": accessed }));
    Value::Array(vec![Value::Object(item)]).to_string()
}
