//! What is asked of whoever says something: the fields of each kind of statement, and those that all have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use time::Date;

use super::{LIMIT, LINE, NOTE, SOURCE};
use crate::centres::{self, LIKE_A_NAME, Network, of_person};
use crate::dates::{PartialDate, Precision, Span};
use crate::editing::CARRIED;
use crate::forms::{
    Alternative, Field, FieldKind, Filled, Form, Format, Register, RegisterNames, Wording,
};
use crate::i18n::Text;
use crate::organisations;
use crate::statements::{Fields, Raw};
use crate::text::Fault;

/// Sent along: what kind of statement it is, which one that is there, and the button that takes it away.
pub const WHAT: &str = "hva";
pub const SEEN: &str = "utsagn";
pub const TAKE: &str = "ta_bort";

/// What can be said of a centre, and of an organisation, with the words for it.
pub const OF_CENTRES: [(&str, &str); 16] = [
    ("exists", "atlas-what-exists"),
    ("name", "atlas-what-name"),
    ("area", "atlas-what-area"),
    ("host", "atlas-what-host"),
    ("satellite", "atlas-what-satellite"),
    ("contact", "atlas-what-contact"),
    ("mandate", "atlas-what-mandate"),
    ("priority", "atlas-what-priority"),
    ("region", "atlas-what-region"),
    ("responsible", "atlas-what-responsible"),
    ("anchoring", "atlas-what-anchoring"),
    ("placement", "atlas-what-placement"),
    ("predecessor", "atlas-what-predecessor"),
    ("agreement", "atlas-what-agreement"),
    ("council", "atlas-what-council"),
    ("meeting", "atlas-what-meeting"),
];
pub const OF_ORGANISATIONS: [(&str, &str); 6] = [
    ("exists", "atlas-what-exists"),
    ("name", "atlas-what-name"),
    ("number", "register-what-number"),
    ("seat", "register-what-seat"),
    ("part_of", "register-what-part-of"),
    ("predecessor", "atlas-what-predecessor"),
];

/// What an organisation may be.
pub const KINDS: [(&str, &str); 11] = [
    ("municipality", "register-kind-municipality"),
    ("city_district", "register-kind-city-district"),
    ("nursing_home", "register-kind-nursing-home"),
    ("home_care", "register-kind-home-care"),
    ("hospital_trust", "register-kind-hospital-trust"),
    ("college", "register-kind-college"),
    ("research_centre", "register-kind-research-centre"),
    ("county_governor", "register-kind-county-governor"),
    ("directorate", "register-kind-directorate"),
    ("user_organisation", "register-kind-user-organisation"),
    ("other", "register-kind-other"),
];

/// The words for a kind of statement; none for one that there is not.
pub fn what_key(register: &str, what: &str) -> Option<&'static str> {
    let of_organisations = register == organisations::REGISTER;
    let all = if of_organisations { &OF_ORGANISATIONS[..] } else { &OF_CENTRES[..] };
    all.iter().find(|(name, _)| *name == what).map(|(_, key)| *key)
}

/// What the fields offer to choose among.
pub struct Offered<'a> {
    pub network: &'a Network,
    pub t: Text,
    pub today: Date,
    /// What it is said of.
    pub of: &'a str,
}

/// Fields that hold several, one on each line: in which register each is looked up.
const LISTS: [(&str, Register); 1] = [("municipalities", Register::Place)];
const MOST: usize = 60;

impl Offered<'_> {
    fn named(&self, value: &str, name: &str) -> Alternative {
        let words = [(self.t.lang, name.to_owned())].into_iter().collect();
        Alternative { value: value.to_owned(), label: Wording::Words(words) }
    }

    fn counties(&self) -> Vec<Alternative> {
        let counties = self.network.places.counties();
        let label = |code: &str| self.named(code, &counties.label(code, self.t));
        counties.iter().map(|county| label(&county.code)).collect()
    }

    fn centres(&self) -> Vec<Alternative> {
        let all = self.network.centres().iter();
        all.map(|one| self.named(&one.slug, one.name_on(self.today))).collect()
    }

    /// Places and organisations by what they are called. Municipalities that are no more are known by
    /// their numbers; they are offered to nobody unless they are all asked for.
    pub fn known(&self, all: bool) -> RegisterNames {
        let places = &self.network.places;
        let mut names: Vec<(String, String)> = Vec::new();
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        for one in places.on(self.today) {
            *shared.entry(&one.name).or_default() += 1;
        }
        for one in places.on(self.today) {
            let is_shared = shared.get(one.name.as_str()).is_some_and(|count| *count > 1);
            let long = || format!("{} ({})", one.name, one.code);
            names.push((one.code.clone(), if is_shared { long() } else { one.name.clone() }));
        }
        if all {
            let of_today: BTreeSet<String> = names.iter().map(|(code, _)| code.clone()).collect();
            // The newest of each number.
            let before = places.municipalities().iter().rev();
            let mut before: Vec<(String, String)> = before
                .filter(|one| !of_today.contains(&one.code))
                .map(|one| (one.code.clone(), format!("{} ({})", one.name, one.code)))
                .collect();
            before.dedup_by(|a, b| a.0 == b.0);
            names.extend(before);
        }
        let called = |one: &organisations::Organisation| {
            (one.slug.clone(), one.name_on(self.today).to_owned())
        };
        let organisations = self.network.organisations.iter().map(called);
        let organisations: Vec<(String, String)> = organisations.collect();
        RegisterNames::default()
            .of(Register::Party, self.parties(&organisations, &names))
            .of(Register::Place, names)
            .of(Register::Organisation, organisations)
    }

    /// Whom an agreement may be made with, each by a name of its own.
    fn parties(
        &self,
        organisations: &[(String, String)],
        places: &[(String, String)],
    ) -> Vec<(String, String)> {
        let centre = |one: &centres::Centre| {
            let (name, short) = (one.name_on(self.today), one.short_on(self.today));
            let short = (short != name).then(|| (one.slug.clone(), short.to_owned()));
            [Some((one.slug.clone(), name.to_owned())), short]
        };
        let centres = self.network.centres().iter().flat_map(centre).flatten();
        let others = centres.chain(places.iter().cloned());
        let mut taken: BTreeSet<String> =
            organisations.iter().map(|(_, name)| name.to_lowercase()).collect();
        let mut all = organisations.to_vec();
        for (id, name) in others {
            let is_free = taken.insert(name.to_lowercase());
            let name = if is_free { name } else { format!("{name} ({id})") };
            all.push((id, name));
        }
        all
    }

    /// What a page offers: those of today, and the place that is filled in already.
    pub fn suggested(&self, filled: &Filled) -> RegisterNames {
        let (known, code) = (self.known(false), filled.typed.value("municipality"));
        match self.network.places.newest(code) {
            Some(one) if known.name(Register::Place, code).is_none() => {
                let name = format!("{} ({code})", one.name);
                known.of(Register::Place, [(code.to_owned(), name)])
            }
            _ => known,
        }
    }

    /// The fields of one kind of statement.
    fn own(&self, register: &str, what: &str) -> Vec<Field> {
        if register == organisations::REGISTER {
            return Self::of_organisation(what);
        }
        let text = |key: &str| Field::text(key, "register-field-text", NOTE, 4);
        let url = || Field::formatted("url", "register-field-url", NOTE, Format::Url);
        let role = || {
            let role = Field::line("role", "register-field-role", LINE);
            role.needed().helped("register-field-role-help")
        };
        match what {
            "exists" => vec![kinds_of_centres().needed()],
            "name" => vec![
                Field::line("name", "register-field-name", LINE).needed(),
                Field::line("short_name", "register-field-short-name", LINE),
            ],
            "area" => vec![
                Field::choice("county", "register-field-county", self.counties())
                    .or_another()
                    .helped("register-field-area-help"),
                municipalities().or_another(),
                organisation("organisation").or_another(),
                Field::choices("counties", "register-field-counties", self.counties()),
                Field::line("population", "register-field-population", LINE).or_another(),
            ],
            "host" | "satellite" => {
                vec![municipality().needed(), organisation("organisation")]
            }
            "contact" => vec![
                role(),
                Field::formatted("email", "register-field-email", 254, Format::Email)
                    .needed()
                    .helped("register-field-email-help"),
            ],
            "mandate" => vec![text("text").needed(), url()],
            "priority" | "region" => vec![text("text").needed()],
            "responsible" => vec![role()],
            "anchoring" => vec![Field::line("body", "register-field-body", LINE).needed()],
            "placement" => vec![text("text").needed(), organisation("organisation")],
            "predecessor" => {
                vec![Field::choice("centre", "register-field-centre", self.centres()).needed()]
            }
            "agreement" => vec![
                parties(),
                Field::line("about", "register-field-about", SOURCE).needed(),
                url(),
            ],
            "council" => vec![organisation("organisation").needed(), role()],
            "meeting" => vec![
                Field::new("date", "register-field-date", FieldKind::Date).needed(),
                Field::line("about", "register-field-about", SOURCE).needed(),
                url(),
            ],
            _ => Vec::new(),
        }
    }

    fn of_organisation(what: &str) -> Vec<Field> {
        match what {
            "exists" => vec![kinds_of_organisations().needed()],
            "name" => vec![Field::line("name", "register-field-name", LINE).needed()],
            "number" => vec![Field::line("orgnr", "register-what-number", 20).needed()],
            "seat" => vec![municipality().needed()],
            "part_of" => vec![
                organisation("organisation").or_another().helped("register-field-part-help"),
                municipality().or_another(),
            ],
            "predecessor" => vec![organisation("organisation").needed()],
            _ => Vec::new(),
        }
    }

    pub fn form(&self, register: &str, what: &str) -> Form {
        let mut fields = self.own(register, what);
        fields.extend(common());
        Form::new(LIMIT, fields).hiding([WHAT, SEEN, TAKE]).hiding(CARRIED)
    }

    /// The form with a statement that is there.
    pub fn filled(&self, form: &Form, raw: &Raw) -> Filled {
        let known = self.known(true);
        let mut value = serde_json::Map::new();
        for (name, text) in raw.fields.iter().filter(|(name, _)| *name != FILE) {
            let split = || text.split(';').map(str::trim).filter(|one| !one.is_empty());
            let told = match LISTS.iter().find(|(list, _)| *list == name) {
                Some((_, register)) => {
                    json!(split().map(|one| shown(&known, *register, one)).collect::<Vec<_>>())
                }
                None if centres::LISTS.contains(&name) => json!(split().collect::<Vec<_>>()),
                None => json!(text),
            };
            value.insert(name.to_owned(), told);
        }
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        for (name, text) in [
            ("from", raw.from.clone()),
            ("to", raw.to.clone()),
            ("source", raw.source.clone()),
            ("source_ref", optional(&raw.source_ref)),
            ("note", optional(&raw.note)),
        ] {
            value.insert(name.to_owned(), Value::String(text));
        }
        Filled::of(form, &Value::Object(value))
    }

    /// What was sent, as a statement; `old` is the one that it takes the place of. What is wrong with it
    /// is said by its fields.
    pub fn raw(&self, what: &str, filled: &Filled, old: Option<&Raw>) -> Result<Raw, Vec<Fault>> {
        let known = self.known(true);
        let (mut fields, mut faults) = (Fields::default(), Vec::new());
        for (key, value) in filled.value.as_object().into_iter().flatten() {
            if COMMON.contains(&key.as_str()) {
                continue;
            }
            let list = LISTS.iter().find(|(list, _)| list == key).map(|(_, register)| *register);
            match (value, list) {
                (Value::Array(all), Some(register)) => {
                    let all = all.iter().filter_map(Value::as_str);
                    let (ids, unknown) = looked_up(&known, (register, key.as_str()), all);
                    faults.extend(unknown);
                    fields.set(key, ids.join(";"));
                }
                (Value::Array(all), None) => {
                    // A centre is a party to its own agreements, whether that is written or not.
                    let is_other = |one: &&str| key.as_str() != "with" || *one != self.of;
                    let all = all.iter().filter_map(Value::as_str);
                    let all: Vec<&str> = all.filter(is_other).collect();
                    if key.as_str() == "with" && all.is_empty() {
                        faults.push(Fault::new(key.as_str(), "register-fault-own-party"));
                    }
                    fields.set(key, all.join(";"));
                }
                (Value::String(text), _) => fields.set(key, text.clone()),
                _ => {}
            }
        }
        // The form has no field for the file; it stays where it was.
        if let Some(file) = old.map(|old| old.fields.get(FILE)).filter(|file| !file.is_empty()) {
            fields.set(FILE, file.to_owned());
        }
        faults.extend(of_fields(filled));
        let some = |key: &str| Some(filled.text(key).to_owned()).filter(|text| !text.is_empty());
        let raw = Raw {
            what: what.to_owned(),
            fields,
            from: filled.text("from").to_owned(),
            to: filled.text("to").to_owned(),
            source: filled.text("source").to_owned(),
            source_ref: some("source_ref"),
            note: some("note"),
            example: old.is_some_and(|old| old.example),
            row: "the form".to_owned(),
        };
        if faults.is_empty() { Ok(raw) } else { Err(faults) }
    }
}

/// The file that a statement points at.
const FILE: &str = "file";

const COMMON: [&str; 5] = ["from", "to", "source", "source_ref", "note"];

/// When it holds, and who says so: of every statement.
pub fn common() -> Vec<Field> {
    vec![
        Field::new("from", "register-field-from", FieldKind::Date)
            .helped("register-field-from-help"),
        Field::new("to", "register-field-to", FieldKind::Date).helped("register-field-to-help"),
        Field::line("source", "register-field-source", SOURCE)
            .needed()
            .helped("register-field-source-help"),
        Field::line("source_ref", "register-field-source-ref", NOTE),
        Field::line("note", "register-field-note", NOTE),
    ]
}

pub fn kinds_of_centres() -> Field {
    let all = centres::Kind::ALL.iter();
    let options = all.map(|kind| Alternative::new(kind.name(), kind.one_key())).collect();
    Field::choice("type", "atlas-what-exists", options)
}

pub fn kinds_of_organisations() -> Field {
    let options = KINDS.iter().map(|(name, key)| Alternative::new(*name, *key)).collect();
    Field::choice("type", "atlas-what-exists", options)
}

fn municipality() -> Field {
    let kind = FieldKind::Reference { register: Register::Place, most: 1 };
    Field::new("municipality", "register-field-municipality", kind)
        .helped("register-field-municipality-help")
}

fn municipalities() -> Field {
    Field::lines("municipalities", "register-field-municipalities", LINE, MOST)
}

fn organisation(key: &str) -> Field {
    let kind = FieldKind::Reference { register: Register::Organisation, most: 1 };
    Field::new(key, "register-field-organisation", kind).helped("register-field-organisation-help")
}

/// Does it ask for somebody who may be lacking in the register?
pub fn names_organisation(field: &Field) -> bool {
    use Register::{Organisation, Party};
    matches!(field.kind, FieldKind::Reference { register: Organisation | Party, .. })
}

fn parties() -> Field {
    let kind = FieldKind::Reference { register: Register::Party, most: MOST };
    Field::new("with", "register-field-with", kind).needed().helped("register-field-with-help")
}

/// An id by its name, where that leads back to it.
fn shown(known: &RegisterNames, register: Register, id: &str) -> String {
    let name = known.name(register, id).filter(|name| known.find(register, name) == Some(id));
    name.unwrap_or(id).to_owned()
}

/// The ids of what was typed, and what is wrong with the rest.
fn looked_up<'t>(
    known: &RegisterNames,
    (register, key): (Register, &str),
    typed: impl Iterator<Item = &'t str>,
) -> (Vec<String>, Vec<Fault>) {
    let (mut ids, mut faults) = (Vec::new(), Vec::new());
    for name in typed {
        match known.id_of(register, key, name) {
            Ok(id) if !ids.iter().any(|one| one == id) => ids.push(id.to_owned()),
            Ok(_) => {}
            Err(fault) => faults.push(fault),
        }
    }
    (ids, faults)
}

/// What the types of the register would refuse, told at the field.
fn of_fields(filled: &Filled) -> Vec<Fault> {
    let mut faults = Vec::new();
    if of_person(filled.text("role")).is_some() {
        faults.push(Fault::new("role", "register-fault-person"));
    }
    // A body may be called by words that look like a name: «Omsorg Nord».
    if of_person(filled.text("body")).is_some_and(|what| what != LIKE_A_NAME) {
        faults.push(Fault::new("body", "register-fault-person"));
    }
    if let Err(why) = Span::read(filled.text("from"), filled.text("to")) {
        faults.push(Fault::new("to", why.key()));
    }
    let day = filled.text("date");
    let is_day = |day: PartialDate| day.precision() == Precision::Day && !day.is_circa();
    if !day.is_empty() && !day.parse::<PartialDate>().is_ok_and(is_day) {
        faults.push(Fault::new("date", "forms-fault-day"));
    }
    let number = filled.text("orgnr");
    if !number.is_empty() && number.parse::<norsk::OrganisationNumber>().is_err() {
        faults.push(Fault::new("orgnr", "register-fault-number"));
    }
    faults
}
