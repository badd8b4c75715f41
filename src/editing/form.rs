//! What is asked of whoever writes: the fields that all kinds share, and those of the kind's own facts.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use time::Date;
use uuid::Uuid;

use super::held::WAITS;
use super::numbers::{REASON, WHICH};
use super::seek::{CHOSEN, FIND, WORDS};
use crate::dates::oslo_day;
use crate::forms::{
    Alternative, Field, FieldKind, Form, Format, Register, RegisterNames, Rule, Submitted, Wording,
};
use crate::i18n::{Lang, Text};
use crate::items::{Content, Registers, Working};
use crate::kinds::Kind;
use crate::library::fields::LIMIT;
use crate::rights::Who;
use crate::text::unix_lines;

pub const TITLE: usize = 200;
const LEAD: usize = 1_000;
const BODY: usize = 100_000;
const LINE: usize = 300;
const URL: usize = 2_000;
/// As long as any that came in with an import.
const SLUG: usize = 200;
const MOST_MUNICIPALITIES: usize = 60;

/// Sent along: which revision was seen, who wrote, whether it is only to be shown, and what is next.
pub const NUMBER: &str = "versjon";
pub use crate::items::held::PERSON;
pub const SHOW: &str = "vis";
pub const NEXT: &str = "videre";
/// What kind of text it is: known also when the text itself is not there any more.
pub const KIND: &str = "slag";
/// What is next: they see what is handed in, and hand it in there.
pub const HAND_IN: &str = "send-inn";

/// A title is written in a field of several lines, and is one.
pub fn one_line(sent: &mut Submitted) {
    let title = sent.value("title");
    if title.contains(['\r', '\n']) {
        let title = unix_lines(title).replace('\n', " ");
        sent.set("title", title);
    }
}

/// What the fields offer to choose among.
pub struct Offered<'a> {
    pub registers: &'a Registers,
    pub t: Text,
    pub who: &'a Who,
    pub today: Date,
}

impl<'a> Offered<'a> {
    pub fn new(registers: &'a Registers, t: Text, who: &'a Who, now: time::OffsetDateTime) -> Self {
        Self { registers, t, who, today: oslo_day(now) }
    }

    fn named(&self, value: &str, name: &str) -> Alternative {
        let words = [(self.t.lang, name.to_owned())].into_iter().collect();
        Alternative { value: value.to_owned(), label: Wording::Words(words) }
    }

    /// The centres and organisations in whose name they may write, and the one that the text has.
    pub fn owners(&self, now: Option<Uuid>) -> Vec<Alternative> {
        let all = self.registers.centres.sorted(self.t);
        let may = |id| Some(id) == now || self.who.writes_for(id);
        let theirs = all.into_iter().filter(|centre| may(centre.id));
        let mut owners: Vec<Alternative> =
            theirs.map(|centre| self.named(&centre.id.to_string(), &centre.short_name)).collect();
        // There are very many: those where they have a role.
        let places: BTreeSet<Uuid> =
            self.who.roles.iter().filter_map(|role| role.at).chain(now).collect();
        let of = |id: Uuid| self.registers.registered.get(id).map(|(_, name)| (id, name));
        let mut organisations: Vec<(Uuid, &str)> = places.into_iter().filter_map(of).collect();
        self.t.sort_by_key(&mut organisations, |one| one.1);
        owners.extend(organisations.iter().map(|(id, name)| self.named(&id.to_string(), name)));
        owners
    }

    fn themes(&self) -> Vec<Alternative> {
        let tree = self.registers.themes.tree(self.t);
        let all = tree.into_iter().flat_map(|(top, parts)| std::iter::once(top).chain(parts));
        all.map(|theme| self.named(&theme.slug, theme.name(self.t.lang))).collect()
    }

    /// Those of today, and those that the text names from before.
    fn counties(&self, chosen: &[String]) -> Vec<Alternative> {
        let counties = &self.registers.counties;
        let today = counties.on(self.today).map(|county| county.code.clone());
        let mut codes: Vec<String> = today.collect();
        let before: Vec<String> =
            chosen.iter().filter(|code| !codes.contains(code)).cloned().collect();
        codes.extend(before);
        codes.iter().map(|code| self.named(code, &counties.label(code, self.t))).collect()
    }

    /// Municipalities by what they are called; of two that share a name, with the county.
    pub fn known(&self, chosen: &[String]) -> RegisterNames {
        let places = &self.registers.places;
        let before = chosen.iter().filter_map(|code| places.newest(code));
        let mut all: Vec<(String, String)> = Vec::new();
        for one in places.on(self.today).chain(before) {
            if all.iter().any(|(code, _)| *code == one.code) {
                continue;
            }
            let is_shared =
                places.on(self.today).filter(|other| other.name == one.name).count() > 1;
            let county = self.registers.counties.name(one.county());
            let name =
                if is_shared { format!("{} ({county})", one.name) } else { one.name.clone() };
            all.push((one.code.clone(), name));
        }
        RegisterNames::default().of(Register::Place, all)
    }
}

/// The languages that a text can be in.
pub fn languages() -> Vec<Alternative> {
    let own = |lang: Lang| {
        let words = [(lang, lang.own_name().to_owned())].into_iter().collect();
        Alternative { value: lang.code().to_owned(), label: Wording::Words(words) }
    };
    [Lang::Nb, Lang::Nn, Lang::Se, Lang::En].into_iter().map(own).collect()
}

/// The form of a text of this kind. Only its title is needed: a text is saved long before it is whole.
pub fn form(kind: &Kind, offered: &Offered<'_>, item: &Working, content: &Content) -> Form {
    let mut fields = vec![
        Field::line("title", "library-field-title", TITLE).needed().helped("editing-title-help"),
        Field::line("lead", "library-field-lead", LEAD).helped("editing-lead-help"),
    ];
    // A text that came with one keeps it where it can be seen.
    if kind.has_body || !content.body.is_empty() {
        let body = Field::common_mark("body", "library-field-body", BODY, 18);
        fields.push(body.helped("editing-body-help"));
    }
    let of_kind = (kind.form)();
    if !of_kind.fields.is_empty() {
        fields.push(Field::part("facts", "editing-facts", of_kind.fields));
    }
    fields.extend(filing(offered, item, content));
    let mut form = Form::new(LIMIT, fields)
        .hiding([NUMBER, PERSON, KIND, SHOW, NEXT, REASON, WHICH, CHOSEN, WORDS, FIND, WAITS]);
    form.says = of_kind.says;
    for Rule::InOrder { earlier, later, says } in of_kind.rules {
        let (earlier, later) = (format!("facts.{earlier}"), format!("facts.{later}"));
        form = form.ruled(Rule::InOrder { earlier, later, says });
    }
    form.masked().unfinished("title")
}

/// To whom letters about it go.
pub fn contact() -> Field {
    let fields = [
        Field::line("role", "editing-contact-role", 100).helped("editing-contact-role-help"),
        Field::formatted("email", "editing-contact-email", 200, Format::Email),
    ];
    Field::part("contact", "editing-contact", fields).helped("editing-contact-help")
}

pub fn source() -> Field {
    let fields = [
        Field::line("title", "editing-source-title", LINE),
        Field::formatted("url", "library-link-url", URL, Format::Url),
        Field::line("note", "editing-source-note", URL),
    ];
    Field::part("source", "library-field-source", fields)
}

/// Where the text belongs, and what stands around it.
fn filing(offered: &Offered<'_>, item: &Working, content: &Content) -> Vec<Field> {
    let places = FieldKind::Reference { register: Register::Place, most: MOST_MUNICIPALITIES };
    vec![
        Field::choices("themes", "library-field-themes", offered.themes()),
        Field::choices("counties", "library-field-counties", offered.counties(&content.counties)),
        Field::new("municipalities", "library-field-municipalities", places)
            .helped("editing-municipalities-help"),
        Field::choice("centre", "editing-centre", offered.owners(item.head.centre))
            .helped("editing-centre-help"),
        contact(),
        source(),
        Field::new("review_by", "editing-review-by", FieldKind::Date)
            .helped("editing-review-by-help"),
        Field::choice("lang", "editing-lang", languages()),
        Field::line("slug", "editing-slug", SLUG).helped("editing-slug-help"),
        Field::line("note", "editing-note", LINE).helped("editing-note-help"),
    ]
}

/// A text as the form holds it.
pub fn value(kind: &Kind, registers: &Registers, item: &Working, content: &Content) -> Value {
    json!({
        "title": content.title,
        "lead": content.lead,
        "body": content.body,
        "facts": (kind.current)(content),
        "themes": registers.themes.current(&content.themes),
        "counties": content.counties,
        "municipalities": content.municipalities,
        "centre": item.head.centre,
        "contact": item.contact,
        "source": content.source,
        "review_by": content.review_by,
        "lang": item.head.lang,
        "slug": slug(item),
        "note": item.newest.note.as_ref().filter(|_| item.is_draft()),
    })
}

/// The address that was named, or the one that readers have: of what nobody has read it follows the title.
fn slug(item: &Working) -> Option<&str> {
    let public = Some(&item.item.slug).filter(|_| !item.item.was_never_public());
    item.head.slug.as_ref().or(public).map(String::as_str)
}
