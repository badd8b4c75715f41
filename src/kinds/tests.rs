//! Every fact that a kind can hold is shown: on its page, on paper, in the list of what a version
//! changed; and what is told at length is searched.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::forms::{Field, FieldKind, Format};
use crate::i18n::{Lang, Text};
use crate::items::{changes, read};
use crate::testing::{both_engines, full_facts};

/// A text that a fact holds, unlike all others.
struct Marked {
    field: String,
    text: String,
    is_prose: bool,
}

/// Writes a text of its own into each field of the facts that takes any.
fn mark(fields: &[Field], facts: &mut Value, marked: &mut Vec<Marked>) {
    for field in fields {
        let Some(value) = facts.get_mut(&field.key) else { continue };
        let mut new = |is_prose: bool, start: &str| {
            let text = format!("{start}merke{}x", marked.len());
            marked.push(Marked { field: field.key.clone(), text: text.clone(), is_prose });
            json!(text)
        };
        match &field.kind {
            // A number with a form of its own.
            FieldKind::Line { .. } if field.key == "doi" => {}
            FieldKind::Line { format: Format::Any, .. }
            | FieldKind::Text { .. }
            | FieldKind::Choice { other: Some(_), .. } => *value = new(false, ""),
            FieldKind::Line { format: Format::Url, .. } => {
                *value = new(false, "https://example.org/");
            }
            FieldKind::CommonMark { .. } => *value = new(true, ""),
            FieldKind::Lines { .. } => *value = json!([new(false, ""), new(false, "")]),
            FieldKind::Part { fields } => mark(fields, value, marked),
            FieldKind::Group { fields, .. } => {
                let rows = value.as_array_mut().expect("rows");
                for row in rows {
                    mark(fields, row, marked);
                }
            }
            _ => {}
        }
    }
}

both_engines! {
    async fn every_fact_is_shown(app: TestApp) {
        for kind in app.app.kinds.iter() {
            let (name, mut facts, mut marked) = (kind.name, full_facts(kind.name), Vec::new());
            mark(&(kind.form)().fields, &mut facts, &mut marked);
            let line = json!({
                "kind": name, "external_id": name, "lang": "nb", "title": name, "slug": name, "facts": facts,
            });
            app.import(&[line]).await;
            let page = app.get(&format!("/nb/{}/{name}", kind.path)).await;
            let item = read::by_external_id(&app.app.db, name).await.unwrap().expect(name);
            let shown = changes::visible(&app.app.db, &[item.id]).await.unwrap().remove(0);
            let paper = format!("{:?}", (kind.printable)(&shown, Text::new(Lang::Nb)));
            let words = (kind.search_text)(&shown.content);
            for Marked { field, text, is_prose } in &marked {
                assert!(page.has(text), "{name}: {field} is not on the page");
                assert!(paper.contains(text), "{name}: {field} is not on paper");
                assert!(!is_prose || words.body.contains(text), "{name}: {field} is not searched");
            }
        }
    }
}

#[test]
fn every_fact_has_a_name_in_the_list_of_what_a_version_changed() {
    for kind in crate::site::Site::default().kinds().iter() {
        for field in (kind.form)().fields {
            let has_name = |field: &Field| (kind.sharing.fact_label)(&field.key).is_some();
            let is_named = match &field.kind {
                FieldKind::Part { fields } => has_name(&field) || fields.iter().all(has_name),
                _ => has_name(&field),
            };
            assert!(is_named, "{}: {}", kind.name, field.key);
        }
    }
}

#[test]
fn no_two_facts_of_a_kind_are_called_the_same() {
    let t = Text::new(Lang::Nb);
    for kind in crate::site::Site::default().kinds().iter() {
        let mut called = BTreeMap::new();
        for field in (kind.form)().fields {
            let Some(label) = (kind.sharing.fact_label)(&field.key) else { continue };
            let before = called.insert(t.plain(label), field.key.clone());
            assert!(before.is_none(), "{}: {} and {before:?}", kind.name, field.key);
        }
    }
}
