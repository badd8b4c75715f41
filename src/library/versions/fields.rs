//! A text as its parts, each with the words it is called by, so that versions can be held together.

use std::collections::HashMap;

use serde_json::Value;

use crate::dates::{Local, PartialDate};
use crate::forms::{self, FieldKind};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Image, Registers};
use crate::kinds::Kind;
use crate::library::chapters;
use crate::markdown;
use crate::work::{Least, Shared};

/// A version as its parts.
pub struct Version {
    fields: Vec<Field>,
    body: String,
}

/// A part that is other than it was.
pub struct Changed {
    pub label: Words,
    old: Option<Field>,
    new: Option<Field>,
}

impl Changed {
    /// As plain text; the two may be alike where only links or marks are others.
    pub fn both(&self) -> (String, String) {
        let plain = |field: &Option<Field>| field.as_ref().map(Field::plain).unwrap_or_default();
        (plain(&self.old), plain(&self.new))
    }
}

/// A fact of a text, in words.
pub struct FactTold {
    pub label: Words,
    pub text: String,
    /// Is it written with marks?
    pub is_marked: bool,
}

#[derive(Clone)]
struct Field {
    /// Where it stands, such as `facts.sections.results`.
    place: String,
    label: Words,
    /// As it is stored.
    raw: String,
    /// What a reader has of it, where that is another text.
    words: Option<String>,
    /// Links and marks are written in it.
    is_marked: bool,
}

impl Field {
    fn is_body(&self) -> bool {
        self.place.starts_with(BODY)
    }

    /// Reading the marks costs, so it is done only for what is shown.
    fn plain(&self) -> String {
        let words = self.words.as_ref().unwrap_or(&self.raw);
        if self.is_marked { markdown::lines(words) } else { words.clone() }
    }
}

const BODY: &str = "body.";

/// Each chapter under its own heading.
fn chapters(t: Text, lang: Lang, body: &str) -> Vec<Field> {
    let split = chapters::split(body);
    let field = |slug: &str, label: Words, text: String| Field {
        place: format!("{BODY}{slug}"),
        label,
        raw: text,
        words: None,
        is_marked: true,
    };
    let preface = field("", t.get("library-field-body"), split.preface);
    let each = split.chapters.into_iter().map(|chapter| {
        let label = Words::name(t.lang, &chapter.title, lang);
        field(&chapter.slug, label, chapter.text)
    });
    std::iter::once(preface).chain(each).collect()
}

impl Version {
    /// `least` is how few people are told of to nobody today, whatever was told when it was written.
    pub fn new(
        kind: &Kind,
        registers: &Registers,
        (t, lang): (Text, Lang),
        (content, least): (&Content, Least),
    ) -> Self {
        let fields = fields(kind, registers, (t, lang), (content, least));
        Self { fields, body: content.body.clone() }
    }

    /// What is told in words, by what it is called; where it is filed is none of it.
    pub fn told(self) -> Vec<(Words, String)> {
        const FILED: [&str; 3] = ["themes", "counties", "municipalities"];
        let told = self.fields.into_iter().filter(|field| !FILED.contains(&field.place.as_str()));
        told.map(|field| (field.label, field.words.unwrap_or(field.raw))).collect()
    }

    /// What readers have of it in words, by what it is called: pictures and where it is filed are none of it.
    pub fn read(self) -> Vec<(Words, String)> {
        const BESIDE: [&str; 6] =
            ["image", "pictures", "themes", "counties", "municipalities", "work"];
        let read = self.fields.into_iter().filter(|field| !BESIDE.contains(&field.place.as_str()));
        let told = |field: Field| {
            let words = field.words.unwrap_or(field.raw);
            (field.label, if field.is_marked { markdown::rows(&words) } else { words })
        };
        read.map(told).collect()
    }

    /// What is told besides the title, the lead and the body.
    pub fn facts(self) -> Vec<FactTold> {
        let is_fact = |field: &Field| {
            let is_text = ["title", "lead"].contains(&field.place.as_str()) || field.is_body();
            !is_text && !field.words.as_ref().unwrap_or(&field.raw).trim().is_empty()
        };
        let told = |field: Field| FactTold {
            label: field.label,
            text: field.words.unwrap_or(field.raw),
            is_marked: field.is_marked,
        };
        self.fields.into_iter().filter(is_fact).map(told).collect()
    }

    /// The parts that are others than in the version before, in the order of the page; last those
    /// that are gone.
    pub fn changed_since(&self, before: &Self, t: Text) -> Vec<Changed> {
        let mut gone: HashMap<&str, &Field> =
            before.fields.iter().map(|field| (field.place.as_str(), field)).collect();
        let mut all = Vec::new();
        for new in &self.fields {
            let old = gone.remove(new.place.as_str());
            if old.is_none_or(|old| old.raw != new.raw) {
                let (label, old) = (new.label.clone(), old.cloned());
                all.push(Changed { label, old, new: Some(new.clone()) });
            }
        }
        let of_body = |changed: &Changed| changed.new.as_ref().is_some_and(Field::is_body);
        let is_told = all.iter().any(of_body) || gone.values().any(|field| field.is_body());
        // The same chapters in another order.
        if before.body != self.body && !is_told {
            let whole = |body: &str| Field {
                place: BODY.to_owned(),
                label: t.get("library-field-body"),
                raw: body.to_owned(),
                words: None,
                is_marked: true,
            };
            let (old, new) = (Some(whole(&before.body)), Some(whole(&self.body)));
            all.push(Changed { label: t.get("library-field-body"), old, new });
        }
        let gone = before.fields.iter().filter(|field| gone.contains_key(field.place.as_str()));
        all.extend(gone.map(|old| Changed {
            label: old.label.clone(),
            old: Some(old.clone()),
            new: None,
        }));
        all
    }
}

/// i18n-keys: library-field-title library-field-lead library-field-body library-field-image
/// i18n-keys: library-field-pictures
/// i18n-keys: library-field-source library-field-themes library-field-counties
/// i18n-keys: library-field-municipalities library-field-other
fn fields(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    (content, least): (&Content, Least),
) -> Vec<Field> {
    let names = |all: Vec<String>| all.join("\n");
    let themes = content.themes.iter().map(|s| registers.themes.name(s, t.lang).to_owned());
    let counties = content.counties.iter().map(|c| registers.counties.name(c).to_owned());
    let image = content.image.as_ref().map(|image| {
        let lines = [image.caption.clone(), Some(image.alt.clone()), Some(image.credit.clone())];
        (format!("{}{:?}", image.file, lines), names(lines.into_iter().flatten().collect()))
    });
    let placed = content.pictures.iter().map(|one| {
        let Image { file, alt, credit, caption, .. } = &one.image;
        let lines = [Some(alt), caption.as_ref(), Some(credit)];
        let lines: Vec<&str> = lines.into_iter().flatten().map(String::as_str).collect();
        (format!("{}{file}{lines:?}", one.name), format!("{}: {}", one.name, lines.join("\n")))
    });
    let (raw, words): (Vec<String>, Vec<String>) = placed.unzip();
    let pictures = if raw.is_empty() {
        (String::new(), None)
    } else {
        (raw.join("\n"), Some(words.join("\n")))
    };
    let source = content.source.as_ref().map(|source| {
        let lines = [Some(source.title.clone()), source.url.clone(), source.note.clone()];
        names(lines.into_iter().flatten().collect())
    });
    let same = |text: String| (text, None);
    let image = image.map(|(raw, words)| (raw, Some(words)));
    let shared = [
        ("title", same(content.title.clone())),
        ("lead", same(content.lead.clone())),
        ("image", image.unwrap_or_default()),
        ("pictures", pictures),
        ("source", same(source.unwrap_or_default())),
        ("themes", same(names(themes.collect()))),
        ("counties", same(names(counties.collect()))),
        ("municipalities", same(names(content.municipalities.clone()))),
    ];
    let shared = shared.into_iter().map(|(name, (raw, words))| Field {
        place: name.to_owned(),
        label: t.get(&format!("library-field-{name}")),
        raw,
        words,
        is_marked: false,
    });
    let mut all: Vec<Field> = shared.collect();
    all.splice(2..2, chapters(t, lang, &content.body));
    let reader = Reader { kind, registers, t };
    let form = (kind.form)();
    reader.facts(&mut all, "facts", (&(kind.current)(content), &form.fields));
    if let Some(work) = &content.work {
        let words = Shared::of(Some(work)).map(|mut shared| {
            // An older text may tell more than is told today.
            shared.guard(least);
            shared.lines().join("\n")
        });
        // Of what can't be read nobody knows what would have been held back.
        let words = Some(words.unwrap_or_default());
        let (place, label) = ("work".to_owned(), t.get("library-field-work"));
        all.push(Field { place, label, raw: work.to_string(), words, is_marked: false });
    }
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
    /// They come in the order of the form, as on the page.
    fn facts(&self, all: &mut Vec<Field>, place: &str, (value, form): (&Value, &[forms::Field])) {
        let Value::Object(map) = value else { return };
        let mut facts: Vec<(&String, &Value)> = map.iter().collect();
        let place_of = |name: &str| form.iter().position(|field| field.key == name);
        facts.sort_by_key(|(name, _)| place_of(name.as_str()).unwrap_or(form.len()));
        for (name, value) in facts {
            let place = format!("{place}.{name}");
            let label = (self.kind.sharing.fact_label)(name);
            if label.is_none() && value.is_object() {
                let inner = match form.iter().find(|field| field.key == *name).map(|one| &one.kind)
                {
                    Some(FieldKind::Part { fields }) => fields.as_slice(),
                    _ => &[],
                };
                self.facts(all, &place, (value, inner));
                continue;
            }
            let words = self.words(name, value, "\n");
            let raw = if words.is_empty() { String::new() } else { value.to_string() };
            let field = form.iter().find(|field| field.key == *name);
            let label = match (label, field) {
                (Some(key), _) => self.t.get(key),
                (None, Some(field)) => field.label.say(self.t),
                (None, None) => self.t.get("library-field-other"),
            };
            all.push(Field { place, label, raw, words: Some(words), is_marked: true });
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
