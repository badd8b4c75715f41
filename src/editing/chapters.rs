//! The form as a page of a text: title and lead, the parts of the story, and what is told around it, each
//! a chapter that is closed when nobody writes in it.

use crate::forms::{Control, Field, FieldKind, FieldView, Form, View};
use crate::i18n::{Text, Words};

/// The fields of the form in the order of the page.
pub struct Sheet {
    pub title: Option<FieldView>,
    pub lead: Option<FieldView>,
    pub lead_words: usize,
    pub story: Vec<Chapter>,
    /// Facts, places, and whom to ask.
    pub around: Vec<Chapter>,
}

pub struct Chapter {
    pub label: Words,
    /// What begins with it.
    pub part: Option<Part>,
    /// What is written in it.
    pub told: Words,
    /// The id of the field whose words are counted while somebody writes.
    pub counted: Option<String>,
    /// Its only field is called as it is itself.
    pub is_single: bool,
    pub is_open: bool,
    pub fields: Vec<FieldView>,
}

/// Fields that belong together, and make a chapter each.
pub struct Part {
    pub id: String,
    pub label: Words,
    pub help: Option<Words>,
    pub fault: Option<Words>,
}

/// The field that an address leads to: its chapter is open.
pub const FIELD: &str = "felt";

/// What opens chapters on the way to the page.
pub struct Opened<'a> {
    /// Something was masked at these paths.
    pub masked: &'a [String],
    /// The id of the field that the address names; empty where it names none.
    pub field: &'a str,
}

/// Takes the fields out of the form.
pub fn split(t: Text, form: &Form, view: &mut View, opened: &Opened<'_>) -> Sheet {
    let (mut title, mut lead) = (None, None);
    let mut maker = Maker { t, opened, story: Vec::new() };
    let (mut facts, mut place, mut rest) = (None, Vec::new(), Vec::new());
    for (field, shown) in form.fields.iter().zip(std::mem::take(&mut view.fields)) {
        match field.key.as_str() {
            "title" => title = Some(in_lines(shown)),
            "lead" => lead = Some(shown),
            "facts" => facts = maker.facts(field, shown),
            "themes" | "counties" | "municipalities" | "centre" => place.push(shown),
            _ if is_story(field) => maker.story_of(field, shown, None),
            _ => rest.push(shown),
        }
    }
    let mut around: Vec<Chapter> = facts.into_iter().collect();
    around.push(maker.around("editing-chapter-place", place));
    around.push(maker.around("editing-chapter-around", rest));
    let mut story = maker.story;
    // A new text begins somewhere, and one with a single chapter is that chapter.
    let is_new = !story.iter().flat_map(|chapter| &chapter.fields).any(FieldView::is_filled);
    if let Some(first) = story.first_mut().filter(|_| is_new) {
        first.is_open = true;
    }
    if let [only] = story.as_mut_slice() {
        only.is_open = true;
    }
    let fields = story.iter().chain(&around).flat_map(|chapter| &chapter.fields);
    view.summary.follow(title.iter().chain(&lead).chain(fields));
    let lead_words = lead.as_ref().map_or(0, FieldView::words);
    Sheet { title, lead, lead_words, story, around }
}

/// Prose, and what has prose in it.
fn is_story(field: &Field) -> bool {
    let is_prose = matches!(field.kind, FieldKind::CommonMark { .. });
    is_prose || field.kind.fields().iter().any(is_story)
}

/// A title is read in as many lines as it needs, and is written so.
fn in_lines(mut title: FieldView) -> FieldView {
    if let Control::Input { value, .. } = &mut title.control {
        let value = std::mem::take(value);
        title.control = Control::Area { rows: 2, value, is_marked: false };
    }
    title
}

struct Maker<'a> {
    t: Text,
    opened: &'a Opened<'a>,
    story: Vec<Chapter>,
}

impl Maker<'_> {
    /// What is prose goes to the story; the rest is one chapter.
    fn facts(&mut self, field: &Field, mut shown: FieldView) -> Option<Chapter> {
        let Control::Fields { fields } = &mut shown.control else { return None };
        let mut rest = Vec::new();
        for (field, shown) in field.kind.fields().iter().zip(std::mem::take(fields)) {
            if is_story(field) {
                self.story_of(field, shown, None);
            } else {
                rest.push(shown);
            }
        }
        if rest.is_empty() && shown.fault.is_none() {
            return None;
        }
        let (filled, all) = (filled(&rest), rest.len());
        shown.control = Control::Fields { fields: rest };
        let told = self.t.with2("editing-filled", "filled", filled, "all", all);
        Some(self.chapter(shown.label.clone(), told, true, vec![shown]))
    }

    /// A chapter, or one for each field of a part.
    fn story_of(&mut self, field: &Field, shown: FieldView, part: Option<Part>) {
        if let FieldKind::Part { fields } = &field.kind {
            let FieldView { id, label, help, fault, control, .. } = shown;
            let mut part = Some(Part { id, label, help, fault });
            let Control::Fields { fields: views } = control else { return };
            for (field, shown) in fields.iter().zip(views) {
                self.story_of(field, shown, part.take());
            }
            return;
        }
        let counted = matches!(shown.control, Control::Area { .. }).then(|| shown.id.clone());
        let told = match shown.words() {
            0 => self.t.get("editing-empty"),
            words => self.t.with("editing-words", "count", words),
        };
        let chapter = self.chapter(shown.label.clone(), told, true, vec![shown]);
        self.story.push(Chapter { part, counted, ..chapter });
    }

    fn around(&self, key: &str, fields: Vec<FieldView>) -> Chapter {
        let told = self.t.with2("editing-filled", "filled", filled(&fields), "all", fields.len());
        self.chapter(self.t.get(key), told, false, fields)
    }

    fn chapter(
        &self,
        label: Words,
        told: Words,
        is_single: bool,
        fields: Vec<FieldView>,
    ) -> Chapter {
        let is_asked = |field: &FieldView| self.is_masked(field) || self.is_wanted(field);
        let is_open = fields.iter().any(|field| field.is_urgent() || is_asked(field));
        Chapter { label, part: None, told, counted: None, is_single, is_open, fields }
    }

    fn is_wanted(&self, field: &FieldView) -> bool {
        let inside = match &field.control {
            Control::Fields { fields } => fields.as_slice(),
            _ => &[],
        };
        let is_it = !self.opened.field.is_empty() && field.id == self.opened.field;
        is_it || inside.iter().any(|inner| self.is_wanted(inner))
    }

    fn is_masked(&self, field: &FieldView) -> bool {
        let name = field.name.as_str();
        if let Control::Fields { fields } = &field.control {
            let is_inside = fields.iter().any(|inner| self.is_masked(inner));
            return is_inside || self.opened.masked.iter().any(|path| path == name);
        }
        let is_below = |path: &String| {
            path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.opened.masked.iter().any(is_below)
    }
}

fn filled(fields: &[FieldView]) -> usize {
    fields.iter().filter(|field| field.is_filled()).count()
}
