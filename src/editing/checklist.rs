//! What a text should have before it is published, by what its kind asks about. Little of it is
//! demanded; all of it is said.

use serde_json::Value;
use time::Date;

use super::chapters::FIELD;
use super::plain::{self, Hint};
use super::untranslated::Same;
use super::{notes, untranslated, uploads};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::forms::{Field, FieldKind, Form};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Image, Working, read, working};
use crate::kinds::Kind;
use crate::library::chapters;
use crate::text::{Fault, IDENTITY, MISSING, count_words};
use crate::web::Query;
use crate::work::{Least, Shared, SharedMeasure, approved};

/// A lead that stands alone in a list has no more words.
pub const LEAD_WORDS: usize = 60;

/// One thing that is in place or lacking.
pub struct Check {
    pub is_met: bool,
    /// It can't be published without.
    pub is_demanded: bool,
    pub words: Words,
    /// Where it is mended: a field of the form (`#lead`), or a page below it.
    pub at: String,
}

/// What could be said more plainly, and in which field.
pub struct Advice {
    pub hint: Hint,
    pub label: Words,
    pub at: String,
}

pub struct Checklist {
    pub checks: Vec<Check>,
    pub hints: Vec<Advice>,
}

impl Check {
    /// Seen from the page where the text is written. A field of it is led to without leaving it, so that
    /// nothing typed is lost.
    pub fn href(&self, here: &str) -> String {
        if self.at.starts_with('#') { self.at.clone() } else { format!("{here}{}", self.at) }
    }

    /// Seen from another page: the chapter of the field is opened as well.
    pub fn seen_from_afar(&self, here: &str) -> String {
        seen_from_afar(here, &self.at)
    }
}

impl Advice {
    /// Is its label a question? Then no colon follows it.
    pub fn asks(&self) -> bool {
        self.label.as_str().ends_with('?')
    }

    /// As [`Check::seen_from_afar`].
    pub fn seen_from_afar(&self, here: &str) -> String {
        seen_from_afar(here, &self.at)
    }
}

fn seen_from_afar(here: &str, at: &str) -> String {
    let chapter = at.strip_prefix('#');
    let asked = chapter.map(|id| Query::default().with(FIELD, id).to_string());
    format!("{here}{}{at}", asked.unwrap_or_default())
}

impl Checklist {
    pub fn lacking(&self) -> usize {
        self.checks.iter().filter(|check| !check.is_met).count()
    }

    /// What is lacking, and can be published without.
    pub fn wanted(&self) -> Vec<&Check> {
        self.checks.iter().filter(|check| !check.is_met && !check.is_demanded).collect()
    }

    /// A translation says what its original says now, and says it in its own language.
    fn follows(&mut self, t: Text, is_stale: bool, same: Vec<Same>) {
        let (words, at) = (t.get("editing-check-follows"), "/sprak#endret".to_owned());
        let check = |is_met| Check { is_met, is_demanded: false, words, at };
        let (meant, same): (Vec<Same>, Vec<Same>) = same.into_iter().partition(|one| one.is_meant);
        if is_stale {
            self.checks.insert(0, check(false));
        } else if same.is_empty() {
            self.checks.push(check(true));
        }
        self.checks.extend(meant.into_iter().map(|one| Check {
            is_met: true,
            is_demanded: false,
            words: t.with("editing-check-same", "field", one.label.as_str()),
            at: one.at,
        }));
        let untranslated = same.into_iter().map(|one| Check {
            is_met: false,
            is_demanded: false,
            words: t.with("editing-check-untranslated", "field", one.label.as_str()),
            at: one.at,
        });
        self.checks.splice(0..0, untranslated);
    }

    /// Measures that were told of as counting people, and are to be so no longer: their small numbers become
    /// public with this text, so whoever approves it is told.
    fn loosens(&mut self, t: Text, shared: &Shared, approved: Option<&Shared>) {
        let was = |one: &&SharedMeasure| {
            let same = |old: &SharedMeasure| old.id.is_some() && old.id == one.id && old.people;
            !one.people && approved.is_some_and(|before| before.measures.iter().any(same))
        };
        for measure in shared.measures.iter().filter(was) {
            let words = t.with("editing-check-no-people", "measure", measure.name.as_str());
            let at = "#facts-outcome".to_owned();
            self.checks.insert(0, Check { is_met: false, is_demanded: false, words, at });
        }
    }

    pub fn has_met(&self) -> bool {
        self.checks.iter().any(|check| check.is_met)
    }
}

/// All that is asked of a text, also of its files, and whether a number in it is `unsaid`.
pub async fn whole(
    app: &App,
    t: Text,
    kind: &'static Kind,
    item: &Working,
    unsaid: bool,
) -> Result<Checklist, Error> {
    let (id, content) = (item.item.id, item.content());
    let today = oslo_day(app.clock.now());
    let open = notes::open(&app.db, id).await?;
    let mut checklist = make((t, today), kind, item, &content, open);
    let least = Least(app.settings.small_numbers);
    if let Some(words) = doubt(&content, least).map(|key| t.get(key)) {
        let at = "#facts-outcome".to_owned();
        checklist.checks.insert(0, Check { is_met: false, is_demanded: false, words, at });
    }
    if let Some(shared) = Shared::of(content.work.as_ref()) {
        checklist.loosens(t, &shared, approved(&app.db, Some(id)).await?.as_ref());
    }
    if unsaid {
        let (words, at) = (t.get("editing-check-number"), "/steg#tallene".to_owned());
        checklist.checks.insert(0, Check { is_met: false, is_demanded: true, words, at });
    }
    if let Some((original, base)) = item.head.original {
        let newest = read::public_number(&app.db, original).await?;
        let theirs = working::revision(&app.db, original, newest.unwrap_or(base)).await?;
        let theirs = theirs.and_then(|text| text.content());
        let same = theirs.map(|theirs| untranslated::of(t, kind, &content, &theirs));
        let is_stale = newest.is_some_and(|newest| newest > base);
        checklist.follows(t, is_stale, same.unwrap_or_default());
    }
    let of_files = uploads::checks(&app.db, t, id, &content, today).await?;
    checklist.checks.splice(0..0, of_files);
    Ok(checklist)
}

/// What is lacking where the text says that it got better: charts that show it, or that can. Nobody is kept
/// from saying what their charts do not.
fn doubt(content: &Content, least: Least) -> Option<&'static str> {
    let said = content.facts.get("outcome").and_then(Value::as_str);
    let doubt = Shared::of(content.work.as_ref())?.doubt(said, least)?;
    Some(if doubt == "sharing-hidden" { "editing-check-hidden" } else { "editing-check-signal" })
}

/// Is it as its kind demands? Else it is published by nobody.
pub fn is_whole(kind: &Kind, content: &Content) -> bool {
    lacking(kind, content).is_empty() && is_pictured(content)
}

/// Has the day been that it is to be looked through again by? Readers would be told at once that it may be
/// out of date.
pub fn is_past(content: &Content, today: Date) -> bool {
    content.review_by.is_some_and(|by| by.last_day() < today)
}

/// What its kind demands of the facts and does not have.
fn lacking(kind: &Kind, content: &Content) -> Vec<Fault> {
    let mut faults = (kind.check)((kind.current)(content)).err().unwrap_or_default();
    // What is left of those has been said to be none, or it is asked for by itself.
    faults.retain(|fault| fault.key != IDENTITY);
    if content.title.trim().is_empty() {
        faults.push(Fault::missing("title"));
    }
    faults
}

/// Are its pictures described for those who do not see it?
fn is_pictured(content: &Content) -> bool {
    content.images().all(Image::is_described)
}

struct Maker<'a> {
    t: Text,
    today: Date,
    kind: &'static Kind,
    item: &'a Working,
    content: &'a Content,
    checks: Vec<Check>,
}

/// `open` remarks wait to be resolved.
fn make(
    (t, today): (Text, Date),
    kind: &'static Kind,
    item: &Working,
    content: &Content,
    open: u64,
) -> Checklist {
    let mut maker = Maker { t, today, kind, item, content, checks: Vec::new() };
    maker.demanded();
    maker.standing_alone();
    maker.sections();
    maker.facts();
    maker.around();
    maker.add(open == 0, "editing-check-remarks", "/merknader");
    let hints = maker.advice(Lang::parse(&item.head.lang).unwrap_or(Lang::Nb));
    let mut checks = maker.checks;
    checks.sort_by_key(|check| (check.is_met, !check.is_demanded));
    Checklist { checks, hints }
}

impl<'a> Maker<'a> {
    fn add(&mut self, is_met: bool, key: &str, at: &str) {
        let (words, at) = (self.t.get(key), at.to_owned());
        self.checks.push(Check { is_met, is_demanded: false, words, at });
    }

    fn empty(&mut self, section: &str, at: String) {
        let words = self.t.with("editing-check-empty", "section", section);
        self.checks.push(Check { is_met: false, is_demanded: false, words, at });
    }

    fn demanded(&mut self) {
        let form = Form::new(0, [Field::part("facts", "editing-facts", (self.kind.form)().fields)]);
        for fault in lacking(self.kind, self.content) {
            let named = form.named(&fault.path);
            let at = match &named {
                Some((_, id)) => format!("#{id}"),
                None if fault.path == "title" => "#title".to_owned(),
                None => "#facts".to_owned(),
            };
            let field = named.map(|(label, _)| label.say(self.t));
            let field = field.unwrap_or_else(|| self.t.get("editing-facts"));
            let words = if fault.key == MISSING {
                self.t.with("editing-check-missing", "field", field.as_str())
            } else {
                let why = fault.words(self.t);
                crate::forms::said_of(self.t, field.as_str(), why.as_str())
            };
            self.checks.push(Check { is_met: false, is_demanded: true, words, at });
        }
        if self.content.images().next().is_some() {
            let (is_met, words) = (is_pictured(self.content), self.t.get("editing-check-picture"));
            let at = "/filer".to_owned();
            self.checks.push(Check { is_met, is_demanded: !is_met, words, at });
        }
    }

    /// Title and lead are read apart from the rest, in lists and by machines.
    fn standing_alone(&mut self) {
        let lead = count_words(&self.content.lead);
        self.add((1..=LEAD_WORDS).contains(&lead), "editing-check-lead", "#lead");
    }

    /// Parts of the story that are empty, and headings with nothing below.
    fn sections(&mut self) {
        let form = (self.kind.form)();
        let mut all = Vec::new();
        prose_fields(&form.fields, "", &mut all);
        let facts = (self.kind.current)(self.content);
        for (path, label) in all {
            if text_at(&facts, &path).trim().is_empty() {
                self.empty(label.say(self.t).as_str(), field_at(&path));
            }
        }
        for chapter in chapters::split(&self.content.body).chapters {
            if chapter.text.trim().is_empty() {
                self.empty(chapter.title.as_str(), "#body".to_owned());
            }
        }
    }

    /// What is asked of the kinds that know of it.
    fn facts(&mut self) {
        let form = (self.kind.form)();
        let facts = (self.kind.current)(self.content);
        let told = [
            ("outcome", "editing-check-outcome", "#facts-outcome"),
            ("period", "editing-check-period", "#facts-period"),
        ];
        for (name, key, at) in told {
            if form.fields.iter().any(|field| field.key == name) {
                let is_met = facts.get(name).is_some_and(is_said);
                self.add(is_met, key, at);
            }
        }
    }

    fn around(&mut self) {
        let content = self.content;
        self.add(!content.themes.is_empty(), "editing-check-theme", "#themes");
        let is_placed = !content.counties.is_empty() || !content.municipalities.is_empty();
        self.add(is_placed || self.item.head.centre.is_some(), "editing-check-place", "#counties");
        self.add(self.item.contact.is_some(), "editing-check-contact", "#contact");
        if is_past(content, self.today) {
            let (words, at) = (self.t.get("editing-check-review-past"), "#review_by".to_owned());
            self.checks.push(Check { is_met: false, is_demanded: true, words, at });
        } else {
            self.add(content.review_by.is_some(), "editing-check-review", "#review_by");
        }
        if self.item.head.original.is_some() {
            self.add(content.unreviewed.is_none(), "editing-check-reviewed", "/sprak");
        }
        let head = [(&content.title, "#title"), (&content.lead, "#lead"), (&content.body, "#body")];
        let in_head = head.into_iter().find(|(text, _)| is_masked(text)).map(|(_, at)| at);
        let in_facts = self.prose().any(is_masked).then_some("#facts");
        let masked = in_head.or(in_facts);
        self.add(masked.is_none(), "editing-check-masked", masked.unwrap_or("#title"));
    }

    /// Advice on what is told in sentences, field by field; each only once in a field.
    fn advice(&self, lang: Lang) -> Vec<Advice> {
        let form = (self.kind.form)();
        let facts = (self.kind.current)(self.content);
        let mut fields = Vec::new();
        prose_fields(&form.fields, "", &mut fields);
        let t = self.t;
        let own = [
            ("#lead", "library-field-lead", &self.content.lead),
            ("#body", "library-field-body", &self.content.body),
        ];
        let own = own.map(|(at, label, text)| (at.to_owned(), t.get(label), text.as_str()));
        let told = fields
            .iter()
            .map(|(path, label)| (field_at(path), label.say(t), text_at(&facts, path)));
        let told: Vec<_> = told.collect();
        let mut rest = Vec::new();
        strings(&facts, &mut rest);
        rest.retain(|text| told.iter().all(|(_, _, one)| one != text));
        let rest = rest.into_iter().map(|text| ("#facts".to_owned(), t.get("editing-facts"), text));
        let mut all: Vec<Advice> = Vec::new();
        for (at, label, text) in own.into_iter().chain(told).chain(rest) {
            for hint in plain::hints(lang, std::iter::once(text)) {
                // What stands in a field of its own may be said elsewhere in the same words.
                let is_rest = at == "#facts";
                let is_told = |one: &Advice| one.hint == hint && (is_rest || one.at == at);
                if !all.iter().any(is_told) {
                    all.push(Advice { hint, label: label.clone(), at: at.clone() });
                }
            }
        }
        all.truncate(plain::MOST);
        all
    }

    /// All that is told in sentences.
    fn prose(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut texts = vec![self.content.body.as_str()];
        strings(&self.content.facts, &mut texts);
        texts.into_iter()
    }
}

/// The texts in CommonMark that stand by themselves, with what they are called. Rows may be as few as
/// one likes.
pub fn prose_fields(
    fields: &[Field],
    before: &str,
    all: &mut Vec<(String, crate::forms::Wording)>,
) {
    for field in fields {
        let path = format!("{before}/{}", field.key);
        match &field.kind {
            FieldKind::CommonMark { .. } => all.push((path, field.label.clone())),
            FieldKind::Part { fields } => prose_fields(fields, &path, all),
            _ => {}
        }
    }
}

fn is_masked(text: &str) -> bool {
    text.contains("•••••")
}

/// Where the field of a path stands in the form.
pub fn field_at(path: &str) -> String {
    format!("#facts{}", path.replace('/', "-"))
}

pub fn text_at<'v>(value: &'v Value, path: &str) -> &'v str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

/// Is anything said in it? A period with neither beginning nor end says nothing.
fn is_said(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => list.iter().any(is_said),
        Value::Object(map) => map.values().any(is_said),
    }
}

pub fn strings<'v>(value: &'v Value, all: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => all.push(text),
        Value::Array(list) => list.iter().for_each(|value| strings(value, all)),
        Value::Object(map) => map.values().for_each(|value| strings(value, all)),
        _ => {}
    }
}
