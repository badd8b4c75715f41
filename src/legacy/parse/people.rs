//! Names and e-mail addresses of those who lead a project, told apart.

use serde::Serialize;

use super::email;
use super::text::{among, fold, starts_upper, tidy, words};

/// One person (or role) to turn to. The address stands here and nowhere else in the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leader {
    /// `prosjektleder`, `kontaktperson` …
    pub role: &'static str,
    pub name: Option<String>,
    pub email: Option<String>,
    /// Title or workplace given with the name.
    pub detail: Option<String>,
    pub line: usize,
}

/// Reads «A B: a@x, C D (c@x)», «A B og C D», «a@x A B», one or many, into people.
pub(super) fn read(value: &str, role: &'static str, line: usize, into: &mut Vec<Leader>) {
    let found = email::find(value);
    let before = found.first().map_or(value, |first| &value[..first.from]);
    let names_first = before.contains(char::is_alphabetic);
    let mut people: Vec<Leader> = Vec::new();
    let mut at = 0;
    for mail in &found {
        take_names(&value[at..mail.from], role, line, names_first, &mut people);
        at = mail.to;
        let owner = people.last_mut().filter(|person| names_first && person.email.is_none());
        match owner {
            Some(person) => person.email = Some(mail.address.clone()),
            None => people.push(leader(role, line, None, Some(mail.address.clone()))),
        }
    }
    take_names(&value[at..], role, line, names_first, &mut people);
    for person in people {
        attach(person, into, line);
    }
}

/// Where addresses stand before names, the first name belongs to the address before it.
fn take_names(
    text: &str,
    role: &'static str,
    line: usize,
    names_first: bool,
    people: &mut Vec<Leader>,
) {
    if names_first {
        return add_names(text, role, line, people);
    }
    let mut named = Vec::new();
    add_names(text, role, line, &mut named);
    for person in named {
        match people.last_mut().filter(|last| last.name.is_none()) {
            Some(last) => (last.name, last.detail) = (person.name, person.detail),
            None => people.push(person),
        }
    }
}

/// A name without an address and an address without a name, one after the other, are one person.
fn attach(person: Leader, into: &mut Vec<Leader>, line: usize) {
    let near = |last: &Leader| last.role == person.role && line.abs_diff(last.line) <= 2;
    if let Some(last) = into.last_mut().filter(|last| near(last)) {
        if person.name.is_none() && last.email.is_none() && last.name.is_some() && last.line != line
        {
            last.email = person.email;
            return;
        }
        if person.email.is_none() && last.name.is_none() && last.email.is_some() {
            last.name = person.name;
            last.detail = person.detail;
            return;
        }
    }
    into.push(person);
}

fn leader(role: &'static str, line: usize, name: Option<String>, email: Option<String>) -> Leader {
    Leader { role, name, email, detail: None, line }
}

/// Splits a text between addresses into names; what is no name is a detail of the one before.
fn add_names(text: &str, role: &'static str, line: usize, people: &mut Vec<Leader>) {
    let text = tidy(text);
    let trimmed = text.trim_matches(TRIM);
    if !trimmed.contains(char::is_alphanumeric) {
        return;
    }
    if is_title_of_two(trimmed) {
        people.push(leader(role, line, Some(trimmed.to_owned()), None));
        return;
    }
    for piece in split(trimmed) {
        let (name, inside) = without_brackets(&piece);
        let (detail, name) = match name.split_once("v/") {
            Some((place, person)) => (Some(place.trim_matches(TRIM).to_owned()), person.trim()),
            None => (inside, name.trim_matches(TRIM)),
        };
        if is_label(name) {
            continue;
        }
        if let Some(last) = people.last_mut().filter(|_| !is_name(name)) {
            add_detail(last, name);
            if let Some(detail) = &detail {
                add_detail(last, detail);
            }
        } else {
            let mut person = leader(role, line, Some(name.to_owned()), None);
            person.detail = detail.filter(|detail| !detail.is_empty());
            people.push(person);
        }
    }
}

/// «Leiande seniorforskar og forskingsleiar» is what one person does, and no name with a detail.
fn is_title_of_two(text: &str) -> bool {
    let Some((first, second)) = text.split_once(" og ") else { return false };
    let has_capitals = |text: &str| text.split_whitespace().any(starts_upper);
    let after = first.split_once(' ').map(|(_, rest)| rest);
    after.is_some_and(|rest| !has_capitals(rest)) && !has_capitals(second)
}

const TRIM: &[char] = &[' ', ':', ',', ';', '–', '-', '|', '/', '(', ')', '<', '>', '.', '•'];

fn is_label(text: &str) -> bool {
    matches!(&*fold(text), "" | "e-post" | "epost" | "e-mail" | "mail" | "mailto" | "og")
}

fn add_detail(person: &mut Leader, text: &str) {
    let detail = person.detail.get_or_insert_default();
    if !detail.is_empty() {
        detail.push_str(", ");
    }
    detail.push_str(text);
}

/// `Kari Eksempel (fagutvikler)` → name and what stands in the brackets.
fn without_brackets(text: &str) -> (&str, Option<String>) {
    match text.split_once('(') {
        Some((name, inside)) if !name.trim().is_empty() => {
            (name.trim(), Some(inside.trim_matches(TRIM).to_owned()))
        }
        _ => (text.trim(), None),
    }
}

/// At « og », « & », commas, slashes and semicolons, but not inside brackets.
fn split(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0_u32;
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let word = ["og", "&", "samt"].iter().find(|word| stands_alone(&chars, at, word));
        let slash = c == '/' && (at == 0 || !matches!(chars[at - 1], 'v' | 'V'));
        if depth == 0 && (matches!(c, ',' | ';' | '|' | '•') || slash) {
            pieces.push(String::new());
            at += 1;
        } else if let Some(word) = word.filter(|_| depth == 0) {
            pieces.push(String::new());
            at += word.chars().count();
        } else {
            if let Some(last) = pieces.last_mut() {
                last.push(c);
            }
            at += 1;
        }
    }
    pieces.retain(|piece| piece.contains(char::is_alphanumeric));
    pieces.iter().map(|piece| piece.trim().to_owned()).collect()
}

fn stands_alone(chars: &[char], at: usize, word: &str) -> bool {
    let length = word.chars().count();
    let blank = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_none_or(|c| *c == ' ');
    blank(at.checked_sub(1))
        && blank(Some(at + length))
        && word.chars().enumerate().all(|(n, c)| chars.get(at + n) == Some(&c))
}

/// Two to five words in capitals and none that names an office or a place of work.
pub(super) fn is_name(text: &str) -> bool {
    const NOT_NAMES: &str = "kommune kommuner senter senteret utviklingssenter utviklingssenteret sykehjem \
    sjukeheim hf as ks usht ush uht universitet universitetet høgskole høgskolen høyskole \
    høyskolen høgskulen avdeling avdelingen sykehus sykehuset sjukehus direktoratet \
    helsedirektoratet fylkesmannen statsforvalteren departementet helse omsorg bydel enhet \
    prosjektleder prosjektleiar fagutvikler rådgiver innlandet norge noreg tlf telefon \
    mobil regjeringen foto norsk nasjonal nasjonalt";
    let parts: Vec<&str> = text.split_whitespace().collect();
    let small = |part: &str| matches!(part, "von" | "van" | "de" | "der" | "af" | "av");
    (2..=5).contains(&parts.len())
        && text.len() < 80
        && starts_upper(text)
        && parts.iter().all(|part| starts_upper(part) || small(part))
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '’' | '\''))
        && !text.ends_with('.')
        && !words(text).any(|word| {
            among(NOT_NAMES, &word)
                || ["direktoratet", "departementet", "kommune", "sykehjem", "senteret"]
                    .iter()
                    .any(|end| word.ends_with(end))
        })
}

/// Three or more names after each other: «Fra venstre: Kari Eksempel, Ola Prøve og Per Berg».
pub(super) fn are_in_a_row(text: &str) -> bool {
    let names = split(text.rsplit_once(':').map_or(text, |(_, names)| names));
    names.iter().filter(|name| is_name(without_brackets(name).0)).count() > 2
}

/// One name or several, and nothing else.
pub(super) fn is_names(text: &str) -> bool {
    let pieces = split(text);
    !pieces.is_empty()
        && pieces.len() <= 6
        && pieces.iter().all(|piece| is_name(without_brackets(piece).0))
}
