//! From what the form holds to a text as it is stored.

use serde_json::Value;
use uuid::Uuid;

use crate::items::{Contact, Content, Draft, Head, Source, Working, slug_of};
use crate::kinds::Kind;
use crate::text::Fault;

/// What somebody wants saved.
#[derive(Clone, Debug)]
pub struct Written {
    pub draft: Draft,
    pub contact: Option<Contact>,
}

/// The text that a form's value makes of the one there was. What the form does not hold, such as
/// pictures and files, stays. Facts may be unfinished: publishing checks them whole.
pub fn written(kind: &Kind, value: &Value, item: &Working, before: Content) -> Written {
    let facts = value.get("facts").cloned().unwrap_or_default();
    let content = Content {
        title: text(value, "title"),
        lead: text(value, "lead"),
        body: text(value, "body"),
        source: source(value),
        themes: texts(value, "themes"),
        counties: texts(value, "counties"),
        municipalities: texts(value, "municipalities"),
        review_by: value.get("review_by").and_then(Value::as_str).and_then(|by| by.parse().ok()),
        facts: (kind.check)(facts.clone()).unwrap_or(facts),
        facts_version: kind.version,
        ..before
    };
    let lang = text(value, "lang");
    let head = Head {
        lang: if lang.is_empty() { item.head.lang.clone() } else { lang },
        centre: Uuid::try_parse(&text(value, "centre")).ok(),
        slug: slug(value, item),
        ..item.head.clone()
    };
    let note = Some(text(value, "note")).filter(|note| !note.is_empty());
    Written { draft: Draft { content, head, note }, contact: contact(value) }
}

/// What is wrong between fields: half a contact, a source without a name. Where it is told already that
/// something is wrong there is nothing more to say.
pub fn faults(value: &Value, told: &[Fault]) -> Vec<Fault> {
    let has = |path: &str| value.pointer(path).is_some();
    let mut faults = Vec::new();
    match (has("/contact/role"), has("/contact/email")) {
        (true, false) => faults.push(Fault::missing("contact.email")),
        (false, true) => faults.push(Fault::missing("contact.role")),
        _ => {}
    }
    if !has("/source/title") && (has("/source/url") || has("/source/note")) {
        faults.push(Fault::missing("source.title"));
    }
    let part = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
    faults.retain(|fault| told.iter().all(|one| part(&one.path) != part(&fault.path)));
    faults
}

/// What is wrong with the address that they want. The one that readers have is left in peace, whatever it is.
pub fn wrong_address(value: &Value, item: &Working) -> Option<Fault> {
    let wanted = text(value, "slug");
    let is_right = wanted.is_empty() || wanted == item.item.slug || slug_of(&wanted) == wanted;
    (!is_right).then(|| Fault::new("slug", "editing-fault-slug"))
}

/// The address that they want. Where they name none it is the one that readers have, and else it follows the
/// title.
fn slug(value: &Value, item: &Working) -> Option<String> {
    let wanted = Some(text(value, "slug")).filter(|slug| !slug.is_empty());
    wanted.or_else(|| (!item.item.was_never_public()).then(|| item.item.slug.clone()))
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    let all = value.get(key).and_then(Value::as_array);
    let all = all.into_iter().flatten().filter_map(Value::as_str);
    all.map(str::to_owned).collect()
}

fn contact(value: &Value) -> Option<Contact> {
    let contact = value.get("contact")?;
    let (role, email) = (text(contact, "role"), text(contact, "email"));
    (!role.is_empty() && !email.is_empty()).then_some(Contact { role, email })
}

fn source(value: &Value) -> Option<Source> {
    let source = value.get("source")?;
    let line = |key| Some(text(source, key)).filter(|text| !text.is_empty());
    Some(Source { title: line("title")?, url: line("url"), note: line("note") })
}
