//! Which municipality hosts which centre: lists by county, and sentences that say the same.

use std::collections::HashSet;

use serde::Serialize;

use super::account::LineFate;
use super::draft::Draft;
use super::lines::Piece;
use super::notes::Code;
use super::page::Kind;
use super::periods;
use super::text::{fold, starts_upper, strip_prefix, strip_words, tidy, word_count};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Centres {
    pub rows: Vec<CentreRow>,
    /// «Fra 1. januar 2017 er det …»: from when the page says that it holds.
    pub valid_from: Option<String>,
    /// Sentences that tell of exceptions, as they stand.
    pub exceptions: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CentreRow {
    /// A county in its usual spelling, or another area: «Helse Fonna».
    pub area: Option<String>,
    pub area_is_county: bool,
    /// Municipalities, or a borough («Bjerke bydel»), that host.
    pub hosts: Vec<String>,
    pub satellites: Vec<String>,
    /// The nursing home or service, where the page names one.
    pub unit: Option<String>,
    pub kind: Option<CentreKind>,
    /// Read from a sentence, not from a list.
    pub from_prose: bool,
    pub line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CentreKind {
    TeachingNursingHome,
    TeachingHomeCare,
    NursingHomes,
    HomeCare,
    Both,
}

const COUNTIES: &[&str] = &[
    "Østfold",
    "Akershus",
    "Oslo",
    "Hedmark",
    "Oppland",
    "Buskerud",
    "Vestfold",
    "Telemark",
    "Aust-Agder",
    "Vest-Agder",
    "Agder",
    "Rogaland",
    "Hordaland",
    "Sogn og Fjordane",
    "Vestland",
    "Møre og Romsdal",
    "Sør-Trøndelag",
    "Nord-Trøndelag",
    "Trøndelag",
    "Nordland",
    "Troms",
    "Finnmark",
    "Troms og Finnmark",
    "Innlandet",
    "Viken",
    "Vestfold og Telemark",
];

/// The usual spelling: «Nord- Trøndelag» and «Nord Trøndelag» are Nord-Trøndelag.
fn county(text: &str) -> Option<&'static str> {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let wanted = bare(text.split('(').next().unwrap_or_default());
    (text.len() < 60).then(|| COUNTIES.iter().find(|name| bare(name) == wanted).copied())?
}

/// A line of a list that names a host.
pub(super) fn is_row(piece: &Piece) -> bool {
    row(piece).is_some()
}

fn row(piece: &Piece) -> Option<CentreRow> {
    let text = piece.words.trim_end_matches(['.', ';', ',']);
    if !piece.short(200) || !starts_upper(text) {
        return None;
    }
    let mut row = match text.split_once(':') {
        Some((area, hosts)) => area_first(area, hosts)?,
        None => host_first(text).or_else(|| county_first(text))?,
    };
    row.line = piece.number();
    Some(row)
}

/// «Nordland: Vestvågøy kommune med Vefsn kommune som satelitt».
fn area_first(area: &str, hosts: &str) -> Option<CentreRow> {
    let known = county(area);
    let named = mentions(hosts, &["kommune", "bydel"]);
    if !(named || known.is_some() && word_count(hosts) <= 4)
        || word_count(area) > 6
        || !starts_upper(hosts.trim())
    {
        return None;
    }
    let mut row = place(area);
    fill(&mut row, hosts);
    (!row.hosts.is_empty()).then_some(row)
}

/// «Hamar kommune i Hedmark», «Hamar kommune (Hedmark)», «Hamar kommune, Hedmark».
fn host_first(text: &str) -> Option<CentreRow> {
    if !mentions(text, &["kommune", "bydel"]) || word_count(text) > 12 {
        return None;
    }
    let (hosts, area) = text
        .rsplit_once(" i ")
        .or_else(|| text.trim_end_matches(')').rsplit_once('('))
        .or_else(|| text.rsplit_once(','))?;
    let area = area.trim();
    if !starts_upper(area)
        || word_count(area) > 4
        || county(area).is_none() && word_count(hosts) > 6
    {
        return None;
    }
    let mut row = place(area);
    fill(&mut row, hosts);
    let clean = row.hosts.iter().all(|host| starts_upper(host) && word_count(host) <= 4);
    (clean && !row.hosts.is_empty()).then_some(row)
}

/// «Finnmark  Sør-Varanger kommune», «Finnmark – Sør-Varanger kommune»: a row of a table.
fn county_first(text: &str) -> Option<CentreRow> {
    let rest = |name: &&&'static str| strip_words(text, &name.to_lowercase());
    let name = COUNTIES.iter().filter(|name| rest(name).is_some()).max_by_key(|name| name.len())?;
    let hosts = rest(&name)?.trim_start_matches([' ', '–', '-', '|']);
    if !mentions(hosts, &["kommune", "bydel"]) || word_count(hosts) > 10 || hosts.contains(" i ") {
        return None;
    }
    area_first(name, hosts)
}

fn place(area: &str) -> CentreRow {
    let known = county(area);
    let shown = known.map_or_else(|| tidy(area), str::to_owned);
    CentreRow {
        area: Some(shown),
        area_is_county: known.is_some(),
        hosts: Vec::new(),
        satellites: Vec::new(),
        unit: None,
        kind: None,
        from_prose: false,
        line: 0,
    }
}

/// Hosts, satellites and unit from what stands beside the area.
fn fill(row: &mut CentreRow, text: &str) {
    let text = tidy(text);
    let (hosts, satellites) = satellites(&text);
    row.satellites = satellites;
    for part in hosts.split(',') {
        let unit =
            mentions(part, &["sykehjem", "sjukeheim", "helsetun", "omsorgssenter", "bosenter"]);
        if unit && !mentions(part, &["kommune"]) {
            row.unit = Some(part.trim().to_owned());
        } else {
            row.hosts.extend(municipalities(part));
        }
    }
}

/// «…, med Elverum og Stange kommuner som satellitt», «(satellitt: Vefsn)».
fn satellites(text: &str) -> (&str, Vec<String>) {
    let small = fold(text);
    let Some(at) = small.find("satel").filter(|_| small.len() == text.len()) else {
        return (text, Vec::new());
    };
    let before = &text[..at];
    // The name comes after the word, or before it behind «med».
    let after = text[at..].split_once(':').map(|(_, names)| names.trim_matches([' ', ')', '.']));
    if let Some(names) = after.filter(|names| !names.is_empty()) {
        return (before.trim_end_matches([' ', '(', ',', ';']), municipalities(names));
    }
    let Some((hosts, names)) = before.rsplit_once(" med ") else { return (text, Vec::new()) };
    let names = names.trim_end().trim_end_matches("som").trim_end();
    (hosts.trim_end_matches([' ', ',', '(']), municipalities(names))
}

/// «Elverum og Stange kommuner», «Vågå/ Sjåk/ Lom kommuner», «Bjerke bydel».
fn municipalities(text: &str) -> Vec<String> {
    let text = joined_hyphens(text);
    text.split(['/', ','])
        .flat_map(|part| part.split(" og "))
        .map(|part| {
            let part = part.trim().trim_end_matches(['.', ')']);
            let cut = part.strip_suffix(" kommuner").or_else(|| part.strip_suffix(" kommune"));
            let cut = cut.or_else(|| part.strip_suffix(" kommunar")).unwrap_or(part);
            tidy(cut.trim_start_matches(['(', ' ']))
        })
        .filter(|name| name.contains(char::is_alphabetic))
        .collect()
}

/// «Sør- Varanger» is Sør-Varanger.
pub(super) fn joined_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if c == '-' && out.trim_end_matches('-').ends_with(char::is_lowercase) {
            let mut ahead = chars.clone();
            if ahead.next() == Some(' ') && ahead.next().is_some_and(char::is_uppercase) {
                chars.next();
            }
        }
    }
    out
}

fn mentions(text: &str, words: &[&str]) -> bool {
    let small = text.to_lowercase();
    words.iter().any(|word| small.contains(word))
}

/// What kind of centre a heading or a sentence speaks of.
fn kind(text: &str) -> Option<CentreKind> {
    let small = text.to_lowercase();
    let has = |word: &str| small.contains(word);
    let home_care = has("hjemmetjeneste") || has("heimeteneste");
    let nursing = has("sykehjem") || has("sjukeheim");
    if has("undervisningshjemme") || has("undervisingsheime") {
        Some(CentreKind::TeachingHomeCare)
    } else if has("undervisningssykehjem") || has("undervisingssjukeheim") {
        Some(CentreKind::TeachingNursingHome)
    } else if nursing && home_care {
        Some(CentreKind::Both)
    } else if nursing {
        Some(CentreKind::NursingHomes)
    } else {
        home_care.then_some(CentreKind::HomeCare)
    }
}

/// Reads rows from the lists and the sentences of the text; the text keeps them too.
pub(super) fn read(pieces: &mut [Piece], draft: &mut Draft) {
    if !matches!(draft.kind, Kind::News | Kind::CentreOverview | Kind::Text) {
        return;
    }
    let mut centres = Centres::default();
    let mut prose = Vec::new();
    let mut about = draft.title.as_deref().and_then(kind);
    for piece in pieces.iter_mut() {
        let text = matches!(
            &piece.what,
            Some(LineFate::Section { .. } | LineFate::List { .. } | LineFate::KeptAsText { .. })
        );
        let lead = piece.what == Some(LineFate::field("lead"));
        if !text && !lead {
            continue;
        }
        if let Some(mut row) = row(piece).filter(|_| text && (piece.item || piece.short(90))) {
            row.kind = about;
            note_row(piece, &row, draft);
            centres.rows.push(row);
            piece.what = Some(LineFate::list("centres"));
            continue;
        }
        if !piece.item && (piece.full.ends_with(':') || super::headings::shaped(piece)) {
            about = kind(&piece.full).or(about);
        }
        for sentence in sentences(&piece.full) {
            if centres.valid_from.is_none() {
                centres.valid_from = valid_from(sentence);
            }
            if strip_prefix(sentence, "unntak").is_some()
                || strip_prefix(sentence, "unnatak").is_some()
            {
                let note = "an exception is told in prose: enter it by hand";
                draft.note(piece.number(), Code::UnntakIProsa, note);
                centres.exceptions.push(sentence.to_owned());
            }
            prose.extend(from_sentence(sentence, piece.number()));
        }
    }
    add_prose(prose, &mut centres, draft);
    if !centres.rows.is_empty() || draft.kind == Kind::CentreOverview {
        draft.facts.centres = Some(centres);
    }
}

fn note_row(piece: &Piece, row: &CentreRow, draft: &mut Draft) {
    let line = piece.number();
    if piece.words.to_lowercase().contains("satelit") {
        draft.note(line, Code::Skrivefeil, "«satelitt» should be «satellitt»");
    }
    if let Some(area) = row.area.as_ref().filter(|_| !row.area_is_county) {
        draft.note(line, Code::OmraadeIkkeFylke, format!("«{area}» is not a county"));
    }
}

/// A sentence adds a row unless a list, or an earlier sentence, has the same one.
fn add_prose(prose: Vec<CentreRow>, centres: &mut Centres, draft: &mut Draft) {
    let key = |row: &CentreRow| {
        (row.kind, row.unit.clone(), row.hosts.iter().map(|host| fold(host)).collect::<Vec<_>>())
    };
    let mut known: HashSet<_> = centres.rows.iter().map(key).collect();
    for row in prose {
        if known.insert(key(&row)) {
            let note = "a centre is named in a sentence: check what was read from it";
            draft.note(row.line, Code::FaktaFraProsa, note);
            centres.rows.push(row);
        }
    }
}

/// Cut after a full stop that a capital follows.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        for (at, _) in rest.match_indices(['.', '!', '?']) {
            let tail = &rest[at + 1..];
            let next = tail.trim_start();
            if tail.starts_with(' ') && (starts_upper(next) || next.starts_with('–')) {
                end = at + 1;
                break;
            }
        }
        let (sentence, tail) = rest.split_at(end);
        rest = tail.trim_start();
        Some(sentence.trim())
    })
}

/// «Fra 1. januar 2017 er det …».
fn valid_from(sentence: &str) -> Option<String> {
    let rest =
        ["fra ", "frå ", "fra og med "].iter().find_map(|start| strip_prefix(sentence, start))?;
    periods::day_first(rest.split(" er ").next().unwrap_or(rest))
}

/// «A sykehjem i X, B sykehjem i Y (Fylke) og C helsetun (Fylke) er regionale
/// undervisningssykehjem», «I Midt-Norge er X kommune i F, … valgt ut som …».
fn from_sentence(sentence: &str, line: usize) -> Vec<CentreRow> {
    if sentence.len() > 600 {
        return Vec::new();
    }
    let sentence = sentence.trim_end_matches('.');
    let ends = [" er regionale ", " valgt ut som ", " vald ut som ", " er utpekt som ", " er "];
    let Some((list, what)) = ends.iter().find_map(|end| sentence.rsplit_once(end)) else {
        return Vec::new();
    };
    let Some(kind) = kind(what).filter(|_| word_count(what) <= 3) else { return Vec::new() };
    let list = match (strip_prefix(list, "i "), list.split_once(" er ")) {
        (Some(_), Some((_, list))) => list,
        _ => list,
    };
    let mut rows = Vec::new();
    for part in super::orgs::split(list, true) {
        let Some(mut row) = prose_row(&part) else { return Vec::new() };
        (row.kind, row.line) = (Some(kind), line);
        rows.push(row);
    }
    if rows.len() < 2 { Vec::new() } else { rows }
}

/// «Rokilde sykehjem i Kristiansund (Møre og Romsdal)».
fn prose_row(text: &str) -> Option<CentreRow> {
    let (text, bracket) = match text.split_once('(') {
        Some((text, inside)) => (text.trim(), Some(inside.trim_end_matches([')', ' ']))),
        None => (text, None),
    };
    if !starts_upper(text) || word_count(text) > 9 {
        return None;
    }
    let (first, second) = match text.rsplit_once(" i ") {
        Some((first, second)) => (first, Some(second)),
        None => (text, None),
    };
    let municipal = first.to_lowercase().ends_with(" kommune");
    let area = bracket.or(second.filter(|place| county(place).is_some()));
    let mut row = place(area.unwrap_or_default());
    row.area = row.area.filter(|area| !area.is_empty());
    row.from_prose = true;
    if municipal {
        row.hosts = municipalities(first);
        return Some(row);
    }
    row.unit = Some(tidy(first));
    row.hosts =
        second.filter(|place| county(place).is_none()).map(municipalities).unwrap_or_default();
    Some(row)
}
