//! What is known of a publication as a publication: numbers, dates, who is behind it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::form;
use crate::closed::closed;
use crate::dates::PartialDate;
use crate::forms::Form;
use crate::items::{self, SearchText};
use crate::library::offered::check_count;
use crate::text::{Fault, check_line};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// The publication's own title, where the item is a part of it or has another.
    pub title_nb: Option<String>,
    pub title_en: Option<String>,
    /// The chapter of the publication that the item is.
    pub part: Option<String>,
    pub version: Option<String>,
    pub status: Option<String>,
    pub series_number: Option<String>,
    pub isbn: Option<String>,
    pub issn: Option<String>,
    pub doi: Option<String>,
    pub revised: Option<PartialDate>,
    pub next_revision: Option<PartialDate>,
    pub published: Option<PartialDate>,
    pub expires: Option<PartialDate>,
    pub publishers: Vec<String>,
    pub editors: Vec<String>,
    /// One of [`Type`]'s names, or the publication's own word.
    pub r#type: Option<String>,
    /// The text is a summary of the publication by others than its publishers: the facts tell of
    /// the publication, and the text is cited as their own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub summary: bool,
    /// Names of facts that the publication itself lists without saying anything.
    pub left_empty: Vec<String>,
}

closed!(
    /// What sort of publication it is; what none of them fits is [`Type::Other`].
    Type {
        Guideline = "guideline" "publications-type-guideline",
        Guide = "guide" "publications-type-guide",
        Report = "report" "publications-type-report",
        Strategy = "strategy" "publications-type-strategy",
        Mandate = "mandate" "publications-type-mandate",
        Handbook = "handbook" "publications-type-handbook",
        Other = "other" "publications-type-other",
    }
);

/// What a type's own word has in it. The first that fits wins: «retningslinje» before «rettleiar».
const WORDS: [(&str, Type); 12] = [
    ("retningslinj", Type::Guideline),
    ("guideline", Type::Guideline),
    ("håndbok", Type::Handbook),
    ("handbok", Type::Handbook),
    ("handbook", Type::Handbook),
    ("rapport", Type::Report),
    ("report", Type::Report),
    ("strategi", Type::Strategy),
    ("strategy", Type::Strategy),
    ("mandat", Type::Mandate),
    ("veiled", Type::Guide),
    ("rettlei", Type::Guide),
];

impl Type {
    /// Of a stored word: one of ours, or what the publication calls itself.
    pub fn of(word: &str) -> Self {
        let word = word.to_lowercase();
        let meant = || WORDS.iter().find(|(part, _)| word.contains(part)).map(|(_, kind)| *kind);
        Self::named(&word).or_else(meant).unwrap_or(Self::Other)
    }
}

pub const LINE: usize = 300;
/// Publishers and editors: more is no list that anybody reads.
pub const MOST: usize = 200;

/// The facts that a publication may list without a value.
pub const MAY_BE_EMPTY: [&str; 16] = [
    "title_nb",
    "title_en",
    "version",
    "status",
    "series_number",
    "isbn",
    "issn",
    "doi",
    "revised",
    "next_revision",
    "published",
    "expires",
    "publishers",
    "editors",
    "type",
    "part",
];

impl items::Facts for Facts {
    const NULL_IF_UNSTATED: bool = true;

    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        if let Some(doi) = &mut self.doi {
            *doi = bare_doi(doi).to_owned();
        }
        let mut faults = check_texts(self);
        for (name, all) in [("publishers", &self.publishers), ("editors", &self.editors)] {
            faults.extend(check_count(name, all.len(), MOST));
        }
        faults.extend(check_numbers(self));
        faults.extend(check_left_empty(self));
        faults
    }

    /// Its year is the one that its card shows and lists sort by: that of the item, not of its first edition.
    fn facets(&self) -> Vec<(&'static str, String)> {
        let kind = self.r#type.as_ref().map(|word| ("type", Type::of(word).name().to_owned()));
        kind.into_iter().collect()
    }

    fn card(&self) -> Value {
        json!({ "type": self.r#type })
    }

    fn organisations(&self) -> Vec<String> {
        self.publishers.clone()
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        let numbers = [
            &self.title_nb,
            &self.title_en,
            &self.series_number,
            &self.isbn,
            &self.issn,
            &self.doi,
        ];
        for line in numbers.into_iter().flatten() {
            words.line(line);
        }
        words
    }
}

/// What the publication lists without saying anything must be a fact, and must not be said.
fn check_left_empty(facts: &Facts) -> Vec<Fault> {
    let values = serde_json::to_value(facts).unwrap_or_default();
    let mut faults = Vec::new();
    for name in &facts.left_empty {
        let has_value = match values.get(name) {
            Some(Value::Array(list)) => !list.is_empty(),
            other => other.is_some_and(|value| !value.is_null()),
        };
        if !MAY_BE_EMPTY.contains(&name.as_str()) {
            faults.push(Fault::unknown("facts.left_empty", name));
        } else if has_value {
            let why = format!("`{name}` is not empty");
            let fault = Fault::malformed("facts.left_empty", why);
            faults.push(fault.said("publications-fault-left-empty"));
        }
    }
    faults
}

fn check_texts(facts: &Facts) -> Vec<Fault> {
    let singles = [
        ("title_nb", &facts.title_nb),
        ("title_en", &facts.title_en),
        ("part", &facts.part),
        ("version", &facts.version),
        ("status", &facts.status),
        ("series_number", &facts.series_number),
        ("isbn", &facts.isbn),
        ("issn", &facts.issn),
        ("doi", &facts.doi),
        ("type", &facts.r#type),
    ];
    let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let lists = [("publishers", &facts.publishers), ("editors", &facts.editors)];
    let lists = lists.into_iter().flat_map(|(name, all)| all.iter().map(move |one| (name, one)));
    let wrong = singles
        .chain(lists)
        .filter_map(|(name, text)| check_line(&format!("facts.{name}"), text, LINE, true).err());
    wrong.collect()
}

/// Numbers with a check digit, and the form of a DOI: what is wrong with each is said.
fn check_numbers(facts: &Facts) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(isbn) = &facts.isbn
        && let Err(why) = isbn.parse::<norsk::Isbn>()
    {
        let digits = isbn.chars().filter(char::is_ascii_digit).count();
        // Ten places may end in X.
        let is_long_enough =
            matches!(digits, 13 | 10) || (digits == 9 && isbn.ends_with(['X', 'x']));
        let why = if is_long_enough {
            "the check digit does not fit: one of the digits is mistyped".to_owned()
        } else {
            why.to_string()
        };
        faults.push(Fault::malformed("facts.isbn", format!("{isbn:?}: {why}")));
    }
    if let Some(issn) = &facts.issn
        && let Err(why) = issn.parse::<norsk::Issn>()
    {
        faults.push(Fault::malformed("facts.issn", format!("{issn:?}: {why}")));
    }
    if let Some(doi) = &facts.doi
        && !is_doi(doi)
    {
        let why = format!("{doi:?}: a DOI is written 10.1000/182");
        faults.push(Fault::malformed("facts.doi", why).said("publications-fault-doi"));
    }
    faults
}

/// A DOI as it is stored, from one that was pasted with its resolver before it.
pub fn bare_doi(text: &str) -> &str {
    let text = text.trim();
    let resolvers = [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
        "DOI:",
    ];
    resolvers.iter().find_map(|resolver| text.strip_prefix(resolver)).unwrap_or(text).trim_start()
}

/// A prefix of the registry, and whatever the publisher calls the thing. Source: ISO 26324:2022,
/// clause 4.
pub fn is_doi(text: &str) -> bool {
    let Some((prefix, suffix)) = text.split_once('/') else { return false };
    let registrant = prefix.strip_prefix("10.").unwrap_or_default();
    let is_prefix = registrant.len() >= 4
        && registrant.split('.').all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    is_prefix && !suffix.is_empty() && !suffix.chars().any(char::is_whitespace)
}
