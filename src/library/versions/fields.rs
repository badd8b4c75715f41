//! A text as its parts, each with the words it is called by, so that versions can be held together.

use serde_json::Value;

use crate::dates::{Local, PartialDate};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Registers};
use crate::kinds::Kind;
use crate::library::chapters;
use crate::markdown;

/// A part that is other than it was.
pub struct Changed {
    pub label: Words,
    /// As plain text; the two may be alike where only links or marks are others.
    pub old: String,
    pub new: String,
    /// A chapter, or what stands before the first.
    is_body: bool,
}

struct Field {
    /// Where it stands, such as `facts.sections.results`.
    place: String,
    label: Words,
    /// As it is stored.
    raw: String,
    plain: String,
}

impl Field {
    fn is_body(&self) -> bool {
        self.place.starts_with(BODY)
    }
}

const BODY: &str = "body.";

/// Each chapter under its own heading.
fn chapters(t: Text, lang: Lang, body: &str) -> Vec<Field> {
    let split = chapters::split(body);
    let field = |slug: &str, label: Words, text: String| Field {
        place: format!("{BODY}{slug}"),
        label,
        plain: markdown::lines(&text),
        raw: text,
    };
    let preface = field("", t.get("library-field-body"), split.preface);
    let each = split.chapters.into_iter().map(|chapter| {
        let label = Words::name(t.lang, &chapter.title, lang);
        field(&chapter.slug, label, chapter.text)
    });
    std::iter::once(preface).chain(each).collect()
}

/// The parts that the new text has changed, in the order of the page.
pub fn changed(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    old: &Content,
    new: &Content,
) -> Vec<Changed> {
    let mut before = fields(kind, registers, (t, lang), old);
    let mut all = Vec::new();
    let mut order = old.body != new.body;
    for field in fields(kind, registers, (t, lang), new) {
        let was = before.iter().position(|old| old.place == field.place).map(|n| before.remove(n));
        match was {
            Some(was) if was.raw == field.raw => {}
            Some(was) => all.push(Changed {
                is_body: field.is_body(),
                label: field.label,
                old: was.plain,
                new: field.plain,
            }),
            None => {
                let is_body = field.is_body();
                let (label, old) = (field.label, String::new());
                all.push(Changed { label, old, new: field.plain, is_body });
            }
        }
    }
    order &= !all.iter().any(|changed| changed.is_body) && !before.iter().any(Field::is_body);
    if order {
        let label = t.get("library-field-body");
        let (old, new) = (markdown::lines(&old.body), markdown::lines(&new.body));
        all.push(Changed { label, old, new, is_body: true });
    }
    let gone = before.into_iter().map(|old| Changed {
        label: old.label,
        old: old.plain,
        new: String::new(),
        is_body: false,
    });
    all.extend(gone);
    all
}

/// i18n-keys: library-field-title library-field-lead library-field-body library-field-image
/// i18n-keys: library-field-source library-field-themes library-field-counties
/// i18n-keys: library-field-municipalities library-field-other
fn fields(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    content: &Content,
) -> Vec<Field> {
    let names = |all: Vec<String>| all.join("\n");
    let themes = content.themes.iter().map(|s| registers.themes.name(s, t.lang).to_owned());
    let counties = content.counties.iter().map(|c| registers.counties.name(c).to_owned());
    let image = content.image.as_ref().map(|image| {
        let lines = [image.caption.clone(), Some(image.alt.clone()), Some(image.credit.clone())];
        (format!("{}{:?}", image.file, lines), names(lines.into_iter().flatten().collect()))
    });
    let source = content.source.as_ref().map(|source| {
        let lines = [Some(source.title.clone()), source.url.clone(), source.note.clone()];
        names(lines.into_iter().flatten().collect())
    });
    let same = |text: String| (text.clone(), text);
    let (image_raw, image_plain) = image.unwrap_or_default();
    let shared = [
        ("title", same(content.title.clone())),
        ("lead", same(content.lead.clone())),
        ("image", (image_raw, image_plain)),
        ("source", same(source.unwrap_or_default())),
        ("themes", same(names(themes.collect()))),
        ("counties", same(names(counties.collect()))),
        ("municipalities", same(names(content.municipalities.clone()))),
    ];
    let shared = shared.into_iter().map(|(name, (raw, plain))| Field {
        place: name.to_owned(),
        label: t.get(&format!("library-field-{name}")),
        raw,
        plain,
    });
    let mut all: Vec<Field> = shared.collect();
    all.splice(2..2, chapters(t, lang, &content.body));
    let reader = Reader { kind, registers, t };
    reader.facts(&mut all, "facts", &(kind.current)(content));
    all.retain(|field| !field.raw.is_empty());
    all
}

/// Says the facts of a kind in words.
struct Reader<'a> {
    kind: &'a Kind,
    registers: &'a Registers,
    t: Text,
}

impl Reader<'_> {
    /// A fact that the kind has words for is a part of its own; what stands inside one that it has
    /// none for is looked at in turn.
    fn facts(&self, all: &mut Vec<Field>, place: &str, value: &Value) {
        let Value::Object(map) = value else { return };
        for (name, value) in map {
            let place = format!("{place}.{name}");
            let label = (self.kind.sharing.field)(name);
            if label.is_none() && value.is_object() {
                self.facts(all, &place, value);
                continue;
            }
            let plain = self.words(name, value, "\n");
            let raw = if plain.is_empty() { String::new() } else { value.to_string() };
            let plain = markdown::lines(&plain);
            let label = self.t.get(label.unwrap_or("library-field-other"));
            all.push(Field { place, label, raw, plain });
        }
    }

    /// All words of a fact.
    fn words(&self, name: &str, value: &Value, between: &str) -> String {
        let join = |parts: Vec<String>, between: &str| {
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
        };
        let one = |value: &Value| self.words(name, value, ", ");
        match value {
            Value::Null | Value::Bool(false) => String::new(),
            Value::Bool(true) => self.t.plain("library-field-yes"),
            Value::Number(number) => number.to_string(),
            Value::String(text) => dated(text, self.t)
                .or_else(|| self.chosen(name, text))
                .unwrap_or_else(|| text.clone()),
            Value::Array(all) => join(all.iter().map(one).collect(), between),
            Value::Object(map) => join(map.values().map(one).collect(), ", "),
        }
    }

    /// What a filter of the kind calls the value: of `no_change`, «Ingen endring».
    fn chosen(&self, name: &str, value: &str) -> Option<String> {
        let facet = if name == "target_groups" { "audience" } else { name };
        let is_of =
            |facet: &str, name: &str| name == facet || name.strip_suffix('s') == Some(facet);
        let filter = self.kind.filters.iter().find(|filter| is_of(filter.facet, facet))?;
        (filter.label)(self.registers, value, self.t).map(|label| label.as_str().to_owned())
    }
}

/// A date as the page says it.
fn dated(text: &str, t: Text) -> Option<String> {
    let is_dated = text.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
    if !is_dated || !text.contains('-') {
        return None;
    }
    match text.parse::<PartialDate>() {
        Ok(date) => Some(t.partial(&date)),
        Err(_) => text.parse::<Local>().ok().map(|time| t.local(time)),
    }
}
