//! A form as the page shows it: each field with its label, help, what was typed and what is wrong.

use std::collections::BTreeMap;

use askama::Template;

use super::read::own_words;
use super::spare::{Spare, Sparing};
use super::{
    Alternative, Field, FieldKind, Filled, Form, Format, Need, RegisterNames, WHOLE, path,
};
use crate::i18n::{Text, Words};
use crate::text::Fault;

/// Empty inputs behind those that are filled in: without script there is no way to ask for one more.
const ROOM: usize = 3;

/// A form on a page. Shown as it is, it is all the fields in order; `summary` goes above.
#[derive(Template)]
#[template(path = "forms/fields.html")]
pub struct View {
    pub fields: Vec<FieldView>,
    pub summary: Summary,
    /// Has it rows? Then the first button, which Enter presses, must not be one of a row.
    has_buttons: bool,
    /// Has it files? Then it is sent in parts.
    pub is_multipart: bool,
}

/// All that must be mended, each leading to its field. Script moves the focus here.
#[derive(Template)]
#[template(path = "forms/summary.html")]
pub struct Summary {
    t: Text,
    /// The id of the field, and the words.
    pub(super) faults: Vec<(String, Words)>,
}

#[derive(Template)]
#[template(path = "forms/field.html")]
pub struct FieldView {
    t: Text,
    pub id: String,
    /// The name of its input.
    pub name: String,
    pub label: Words,
    pub help: Option<Words>,
    /// Said behind the label; nothing for the inputs that together make one field.
    pub need: Option<Need>,
    pub fault: Option<Words>,
    /// Asks what was masked in it.
    pub spare: Option<Spare>,
    pub control: Control,
    /// The page opens here.
    pub(super) has_focus: bool,
}

/// What a field is filled in with.
pub enum Control {
    Input {
        kind: &'static str,
        value: String,
        mode: &'static str,
        autocomplete: String,
        suggestions: Vec<Words>,
    },
    /// Is it written with marks, which a toolbar may help with?
    Area {
        rows: u16,
        value: String,
        is_marked: bool,
    },
    /// `other` is a word of the writer's own.
    Select {
        options: Vec<Picked>,
        other: Option<String>,
    },
    Radios {
        options: Vec<Picked>,
    },
    Boxes {
        options: Vec<Picked>,
        other: Option<String>,
    },
    Tick {
        is_ticked: bool,
    },
    /// Several inputs under one name; names to choose among.
    Inputs {
        values: Vec<String>,
        /// What one of them is called, where that is not what all of them are.
        one: Option<Words>,
        suggestions: Vec<Words>,
    },
    Files {
        kept: Vec<KeptFileView>,
        lost: Vec<String>,
        accept: String,
        many: bool,
    },
    /// Fields that belong together.
    Fields {
        fields: Vec<FieldView>,
    },
    Rows {
        rows: Vec<Row>,
        row: Words,
        add: Words,
    },
    Grid {
        columns: Vec<Words>,
        rows: Vec<GridRow>,
    },
}

/// One that can be chosen, and whether it is.
pub struct Picked {
    pub value: String,
    pub label: Words,
    pub is_chosen: bool,
}

/// A file that was received earlier, as the form shows it.
pub struct KeptFileView {
    pub number: usize,
    pub file: String,
    pub name: String,
}

pub struct Row {
    pub id: String,
    pub path: String,
    /// Counted from 1.
    pub number: usize,
    /// As it is counted in what is sent.
    pub index: usize,
    pub fault: Option<Words>,
    pub fields: Vec<FieldView>,
}

pub struct GridRow {
    pub id: String,
    pub name: String,
    pub label: Words,
    pub fault: Option<Words>,
    pub cells: Vec<Picked>,
}

// Their templates escape all that is not ours.
impl askama::filters::HtmlSafe for View {}
impl askama::filters::HtmlSafe for Summary {}

impl Summary {
    /// No field is wrong: something is asked of the form as it stands.
    fn is_of_whole(&self) -> bool {
        let whole = path::id(WHOLE);
        self.faults.iter().all(|(id, _)| *id == whole)
    }
}
impl askama::filters::HtmlSafe for FieldView {}

impl View {
    pub fn new(t: Text, form: &Form, filled: &Filled, known: &RegisterNames) -> Self {
        // Each fault stands at the field nearest to its path; the first, where there are several.
        let mut placed: Vec<(String, &Fault)> =
            filled.faults.iter().map(|fault| (place(form, &fault.path), fault)).collect();
        let mut faults = BTreeMap::new();
        for (place, fault) in &placed {
            faults.entry(place.clone()).or_insert(*fault);
        }
        let sparing = filled.typed.sparing.as_ref();
        let spare = sparing.map(|sparing| (place(form, &sparing.place), sparing));
        let fields = Maker { t, form, filled, known, faults, spare }.fields(&form.fields, "");
        // The summary goes down the page as the fields do, and ends at the button.
        let mut order = BTreeMap::new();
        number(&fields, &mut order);
        placed.sort_by_key(|(place, _)| order.get(place.as_str()).copied().unwrap_or(usize::MAX));
        let summary = placed.iter().map(|(place, fault)| (path::id(place), told(t, form, fault)));
        let unsaid = sparing.and_then(|sparing| sparing.fault(t));
        let unsaid = unsaid.map(|words| (Sparing::at().to_owned(), words));
        Self {
            summary: Summary { t, faults: summary.chain(unsaid).collect() },
            fields,
            has_buttons: form.has_buttons(),
            is_multipart: form.has(|kind| matches!(kind, FieldKind::File { .. })),
        }
    }

    /// The field of a key, for a page that shows it in its own way.
    pub fn field(&self, key: &str) -> Option<&FieldView> {
        self.fields.iter().find(|field| field.name == key)
    }

    /// What is wrong with a field, in words.
    pub fn fault(&self, key: &str) -> Option<&Words> {
        self.field(key).and_then(|field| field.fault.as_ref())
    }
}

impl Summary {
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// What is wrong in an input that the page has beside its form.
    pub fn add(&mut self, id: &str, words: Words) {
        self.faults.push((id.to_owned(), words));
    }

    /// All of it as one line, for where there is room for one.
    pub fn in_line(&self) -> String {
        let all: Vec<&str> = self.faults.iter().map(|(_, words)| words.as_str()).collect();
        all.join(" ")
    }
}

/// Counts the places where a fault can stand, from the top of the page.
pub(super) fn number<'a>(fields: &'a [FieldView], order: &mut BTreeMap<&'a str, usize>) {
    for field in fields {
        order.insert(&field.name, order.len());
        match &field.control {
            Control::Fields { fields } => number(fields, order),
            Control::Rows { rows, .. } => {
                for row in rows {
                    order.insert(&row.path, order.len());
                    number(&row.fields, order);
                }
            }
            Control::Grid { rows, .. } => {
                for row in rows {
                    order.insert(&row.name, order.len());
                }
            }
            _ => {}
        }
    }
}

/// The path itself, or the nearest above it that the form shows; else the button.
fn place(form: &Form, fault: &str) -> String {
    let mut path = fault;
    loop {
        match path::find(&form.fields, path) {
            // Of a file that is kept, the input shows the fault.
            Some(field) if !matches!(field.kind, FieldKind::File { .. }) => return path.to_owned(),
            Some(field) if path.ends_with(&field.key) => return path.to_owned(),
            _ => {}
        }
        match path.rsplit_once('.') {
            Some((above, _)) => path = above,
            None => return WHOLE.to_owned(),
        }
    }
}

/// The words for the summary. The usual ones say which field they are about.
fn told(t: Text, form: &Form, fault: &Fault) -> Words {
    let Some(field) = path::find(&form.fields, &fault.path) else { return fault.words(t) };
    if own_words(form, fault).is_some() {
        return at_field(t, form, fault);
    }
    let name = field.label.say(t);
    let row = fault.path.rsplit('.').nth(1).and_then(path::row);
    let words = fault.words(t);
    match row {
        Some(row) => t.with3(
            "forms-fault-in-row",
            "field",
            name.as_str(),
            "row",
            row + 1,
            "words",
            words.as_str(),
        ),
        None => said_of(t, name.as_str(), words.as_str()),
    }
}

/// «E-post: Skriv hele adressen.», but «Hvor ofte? Dette må fylles ut.»
pub fn said_of(t: Text, field: &str, words: &str) -> Words {
    let key = if field.ends_with('?') { "forms-fault-in-question" } else { "forms-fault-in" };
    t.with2(key, "field", field, "words", words)
}

/// The words at the field.
fn at_field(t: Text, form: &Form, fault: &Fault) -> Words {
    match own_words(form, fault) {
        Some(super::Wording::Key(key)) => t.fill(key, fault.filling(t)),
        Some(words) => words.say(t),
        None => fault.words(t),
    }
}

fn input(field: &Field, kind: &'static str, mode: &'static str, value: String) -> Control {
    let autocomplete = field.autocomplete.clone().unwrap_or_default();
    Control::Input { kind, value, mode, autocomplete, suggestions: Vec::new() }
}

/// All that can be chosen, and which of it is.
fn picked(options: &[Alternative], chosen: &[String], t: Text) -> Vec<Picked> {
    let one = |option: &Alternative| Picked {
        value: option.value.clone(),
        label: option.label.say(t),
        is_chosen: chosen.contains(&option.value),
    };
    options.iter().map(one).collect()
}

struct Maker<'a> {
    t: Text,
    form: &'a Form,
    filled: &'a Filled,
    known: &'a RegisterNames,
    /// By the path of the field that shows it.
    faults: BTreeMap<String, &'a Fault>,
    /// What is asked of numbers, and by which field.
    spare: Option<(String, &'a Sparing)>,
}

impl Maker<'_> {
    fn fields(&self, fields: &[Field], before: &str) -> Vec<FieldView> {
        fields.iter().map(|field| self.field(field, path::join(before, &field.key))).collect()
    }

    fn fault(&self, path: &str) -> Option<Words> {
        self.faults.get(path).map(|fault| at_field(self.t, self.form, fault))
    }

    fn spare(&self, path: &str) -> Option<Spare> {
        let (_, sparing) = self.spare.as_ref().filter(|(place, _)| place == path)?;
        Some(sparing.shown(self.t))
    }

    fn field(&self, field: &Field, path: String) -> FieldView {
        let usual = match &field.kind {
            FieldKind::Date if field.is_day => Some("forms-help-day"),
            FieldKind::Date if field.is_sure => Some("forms-help-sure-date"),
            FieldKind::Date | FieldKind::Period => Some("forms-help-date"),
            FieldKind::Time => Some("forms-help-time"),
            FieldKind::Lines { .. } => Some("forms-help-lines"),
            _ => None,
        };
        let help = field.help.as_ref().map(|help| help.say(self.t));
        let is_titled = matches!(field.kind, FieldKind::Part { .. } | FieldKind::Group { .. });
        FieldView {
            t: self.t,
            id: path::id(&path),
            label: field.label.say(self.t),
            help: help.or_else(|| usual.map(|key| self.t.get(key))),
            // A part is as needed as what is in it.
            need: Some(field.need).filter(|need| match need {
                Need::Required | Need::Later => true,
                Need::Optional => !is_titled,
                Need::Either => false,
            }),
            fault: self.fault(&path),
            spare: self.spare(&path),
            control: self.control(field, &path),
            has_focus: self.filled.typed.focus.as_ref() == Some(&path),
            name: path,
        }
    }

    /// An input that is a part of a field: the start of a period.
    fn part(&self, path: String, key: &str, mode: &'static str) -> FieldView {
        let value = self.filled.typed.value(&path).to_owned();
        let (kind, autocomplete) = ("text", String::new());
        FieldView {
            t: self.t,
            id: path::id(&path),
            label: self.t.get(key),
            help: None,
            need: None,
            fault: self.fault(&path),
            spare: self.spare(&path),
            control: Control::Input { kind, value, mode, autocomplete, suggestions: Vec::new() },
            has_focus: self.filled.typed.focus.as_ref() == Some(&path),
            name: path,
        }
    }

    fn control(&self, field: &Field, path: &str) -> Control {
        let typed = &self.filled.typed;
        let value = || typed.value(path).to_owned();
        match &field.kind {
            kind @ FieldKind::Line { .. } if kind.is_long_line() => {
                Control::Area { rows: 3, value: value(), is_marked: false }
            }
            FieldKind::Line { format, .. } => {
                let (kind, mode) = match format {
                    Format::Email => ("email", ""),
                    Format::Url => ("text", "url"),
                    // Digits, with a nought at the front that counts.
                    Format::Any if field.autocomplete.as_deref() == Some("one-time-code") => {
                        ("text", "numeric")
                    }
                    Format::Any | Format::Isbn | Format::Issn | Format::Hour => ("text", ""),
                };
                input(field, kind, mode, value())
            }
            FieldKind::Number { decimals: 0, .. } => input(field, "text", "numeric", value()),
            FieldKind::Number { .. } => input(field, "text", "decimal", value()),
            FieldKind::Date => input(field, "text", "", value()),
            FieldKind::Text { rows, .. } | FieldKind::CommonMark { rows, .. } => {
                let is_marked = matches!(field.kind, FieldKind::CommonMark { .. });
                Control::Area { rows: *rows, value: value(), is_marked }
            }
            FieldKind::Lines { .. } => Control::Area { rows: 4, value: value(), is_marked: false },
            FieldKind::Choice { options, other } => self.choice(field, options, *other, path),
            FieldKind::Choices { options, other, .. } => {
                let other = other.map(|_| self.strange(options, path).unwrap_or_default());
                Control::Boxes { options: picked(options, typed.values(path), self.t), other }
            }
            FieldKind::Tick => Control::Tick { is_ticked: !typed.value(path).is_empty() },
            FieldKind::Period => Control::Fields {
                fields: vec![
                    self.part(path::join(path, "from"), "forms-from", ""),
                    self.part(path::join(path, "to"), "forms-to", ""),
                ],
            },
            FieldKind::Time => Control::Fields {
                fields: vec![
                    self.part(path::join(path, "day"), "forms-day", ""),
                    self.part(path::join(path, "clock"), "forms-clock", "numeric"),
                ],
            },
            FieldKind::Part { fields } => Control::Fields { fields: self.fields(fields, path) },
            FieldKind::Group { fields, least, row, add, .. } => Control::Rows {
                rows: self.rows(fields, *least, path),
                row: row.say(self.t),
                add: add.say(self.t),
            },
            FieldKind::Reference { register, most } => self.reference(*register, *most, path),
            FieldKind::File { most, media_types, .. } => self.files(*most, media_types, path),
            FieldKind::Matrix { rows, columns } => self.grid(rows, columns, path),
        }
    }

    /// Few that one must choose among are shown at once; more, or none, fold together.
    fn choice(
        &self,
        field: &Field,
        options: &[Alternative],
        other: Option<usize>,
        path: &str,
    ) -> Control {
        let typed = &self.filled.typed;
        if other.is_some() {
            // One of ours and a word of one's own beside it: both are shown, for the writer to choose.
            let ours = |value: &&String| options.iter().any(|option| option.value == **value);
            let first: Vec<String> =
                typed.values(path).iter().find(ours).cloned().into_iter().collect();
            let own = self.strange(options, path).unwrap_or_default();
            return Control::Select { options: picked(options, &first, self.t), other: Some(own) };
        }
        let value = typed.value(path).to_owned();
        let is_strange = !value.is_empty() && !options.iter().any(|option| option.value == value);
        let mut picked = picked(options, std::slice::from_ref(&value), self.t);
        if is_strange {
            // Chosen once, and no longer among them: shown, so that it is not lost unseen.
            let label = Words::name(self.t.lang, &value, self.t.lang);
            picked.push(Picked { value, label, is_chosen: true });
        }
        if field.need == Need::Required && options.len() <= 5 {
            Control::Radios { options: picked }
        } else {
            Control::Select { options: picked, other: None }
        }
    }

    /// What was typed that is none of these.
    fn strange(&self, options: &[Alternative], path: &str) -> Option<String> {
        let typed = self.filled.typed.values(path).iter();
        let mut strange =
            typed.filter(|value| !value.is_empty() && !options.iter().any(|o| o.value == **value));
        strange.next().cloned()
    }

    fn rows(&self, fields: &[Field], least: usize, path: &str) -> Vec<Row> {
        let mut rows = self.filled.typed.rows(path);
        // A blank row to begin with; it falls away if nothing is written in it.
        let next = rows.last().map_or(0, |last| last + 1);
        let missing = least.max(1).saturating_sub(rows.len());
        rows.extend(next..next + missing);
        let row = |(index, number): (usize, usize)| {
            let path = format!("{path}.{index}");
            Row {
                id: path::id(&path),
                number,
                index,
                fault: self.fault(&path),
                fields: self.fields(fields, &path),
                path,
            }
        };
        rows.into_iter().zip(1..).map(row).collect()
    }

    fn reference(&self, register: super::Register, most: usize, path: &str) -> Control {
        let typed = &self.filled.typed;
        // An id is shown by its name, where that leads back to it.
        let shown = |value: &str| {
            let name = self.known.name(register, value);
            let back = name.map(|name| self.known.look_up(register, name));
            match (name, back) {
                (Some(name), Some(super::known::Lookup::Found(_))) => name.to_owned(),
                _ => value.to_owned(),
            }
        };
        let entries = self.known.entries(register).iter();
        let suggestions = entries.map(|(_, name)| Words::name(self.t.lang, name, self.t.lang));
        if most == 1 {
            let (kind, mode, autocomplete) = ("text", "", "off".to_owned());
            let value = shown(typed.value(path));
            let suggestions = suggestions.collect();
            return Control::Input { kind, value, mode, autocomplete, suggestions };
        }
        let mut values: Vec<String> = typed.values(path).iter().map(|one| shown(one)).collect();
        let room = values.iter().rev().take_while(|value| value.is_empty()).count();
        let wanted = (values.len() - room + ROOM).min(most).max(values.len());
        values.resize(wanted, String::new());
        let is_party = register == super::Register::Party;
        let one = is_party.then(|| self.t.get("forms-one-party"));
        Control::Inputs { values, one, suggestions: suggestions.collect() }
    }

    fn files(&self, most: usize, media_types: &[String], path: &str) -> Control {
        let typed = &self.filled.typed;
        let kept = typed.rows(path).into_iter().map(|number| {
            let part = |name: &str| typed.value(&format!("{path}.{number}.{name}")).to_owned();
            KeptFileView { number, file: part("file"), name: part("name") }
        });
        Control::Files {
            kept: kept.filter(|kept| !kept.file.is_empty()).collect(),
            lost: typed.uploads_of(path).map(|upload| upload.name.clone()).collect(),
            accept: media_types.join(","),
            many: most > 1,
        }
    }

    fn grid(&self, rows: &[Alternative], columns: &[Alternative], path: &str) -> Control {
        let row = |row: &Alternative| {
            let path = path::join(path, &row.value);
            GridRow {
                id: path::id(&path),
                label: row.label.say(self.t),
                fault: self.fault(&path),
                cells: picked(columns, &[self.filled.typed.value(&path).to_owned()], self.t),
                name: path,
            }
        };
        Control::Grid {
            columns: columns.iter().map(|column| column.label.say(self.t)).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }
}
