//! Guideline pages: the publication's data, and the form that chose what to print.

use serde::Serialize;

use super::account::LineFate;
use super::draft::Draft;
use super::labels::{self, Hit, Parted};
use super::lines::Piece;
use super::notes::Code;
use super::orgs;
use super::periods::{self, Precision};
use super::text::{fold, strip_words};
use super::values::{self, Extent};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Guideline {
    pub title_no: Option<String>,
    pub title_en: Option<String>,
    pub version: Option<String>,
    pub status: Option<String>,
    /// The directorate's own series: «IS-nr».
    pub series_number: Option<String>,
    pub isbn: Option<String>,
    pub doi: Option<String>,
    pub revised: Option<String>,
    pub next_revision: Option<String>,
    pub published: Option<String>,
    pub expires: Option<String>,
    pub publishers: Vec<String>,
    pub editors: Vec<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The chapter of the publication that this page is a part of.
    pub part: Option<String>,
    /// The headings of this page, in order.
    pub chapters: Vec<String>,
    /// Names of facts whose label stands on the page without a value.
    pub empty: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    TitleNo,
    TitleEn,
    Title,
    Version,
    Status,
    SeriesNumber,
    Isbn,
    Doi,
    Revised,
    NextRevision,
    Published,
    Expires,
    Publishers,
    Editors,
    Kind,
}

const LABELS: &[(&str, Field)] = &[
    ("norsk tittel", Field::TitleNo),
    ("engelsk tittel", Field::TitleEn),
    ("tittel", Field::Title),
    ("versjon", Field::Version),
    ("status", Field::Status),
    ("is-nr", Field::SeriesNumber),
    ("is-nummer", Field::SeriesNumber),
    ("isbn", Field::Isbn),
    ("isbn-nr", Field::Isbn),
    ("doi", Field::Doi),
    ("revisjonsdato", Field::Revised),
    ("revidert", Field::Revised),
    ("neste revisjon", Field::NextRevision),
    ("publikasjonsdato", Field::Published),
    ("publiseringsdato", Field::Published),
    ("utløpsdato", Field::Expires),
    ("utgiver(e)", Field::Publishers),
    ("utgiver", Field::Publishers),
    ("utgivere", Field::Publishers),
    ("utgjevar(ar)", Field::Publishers),
    ("utgjevar", Field::Publishers),
    ("utgjevarar", Field::Publishers),
    ("redaktør", Field::Editors),
    ("redaktør(er)", Field::Editors),
    ("redaktør(ar)", Field::Editors),
    ("redaktører", Field::Editors),
    ("publikasjonstype", Field::Kind),
];

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::TitleNo | Self::Title => "title_no",
            Self::TitleEn => "title_en",
            Self::Version => "version",
            Self::Status => "status",
            Self::SeriesNumber => "series_number",
            Self::Isbn => "isbn",
            Self::Doi => "doi",
            Self::Revised => "revised",
            Self::NextRevision => "next_revision",
            Self::Published => "published",
            Self::Expires => "expires",
            Self::Publishers => "publishers",
            Self::Editors => "editors",
            Self::Kind => "type",
        }
    }

    /// Found on guideline pages and nowhere else.
    fn telling(self) -> bool {
        !matches!(
            self,
            Self::Title | Self::Version | Self::Status | Self::Publishers | Self::Editors
        )
    }
}

fn hit(piece: &Piece) -> Option<Hit<'_, Field>> {
    let hit = piece.short(400).then(|| labels::at_start(&piece.words, LABELS))??;
    let alone = hit.parted == Parted::End && (piece.item || piece.words.ends_with(':'));
    (matches!(hit.parted, Parted::Colon | Parted::Dash) || alone).then_some(hit)
}

pub(super) fn is_label(piece: &Piece) -> bool {
    hit(piece).is_some()
}

pub(super) fn is_telling(piece: &Piece) -> bool {
    hit(piece).is_some_and(|hit| hit.label.telling())
}

/// «Velg data du ønsker med i utskriften»: the form's first line.
pub(super) fn opens_chooser(text: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "velg data du ønsker med i utskriften",
        "velg data du ønsker med i utskrift",
        "vel data du ønskjer med i utskrifta",
        "velg hva du vil ha med i utskriften",
    ];
    text.len() < 120 && OPENINGS.contains(&&*fold(text))
}

/// «Tittel Versjon Status»: labels and nothing between them.
pub(super) fn only_labels(text: &str) -> bool {
    let mut rest = text.trim_start_matches(['|', ' ']);
    while !rest.is_empty() {
        let after =
            LABELS.iter().filter_map(|(name, _)| strip_words(rest, name)).min_by_key(|r| r.len());
        let Some(after) = after else { return false };
        rest = after.trim_start_matches(['|', ' ', ',', '/']);
    }
    true
}

pub(super) fn claim(pieces: &mut [Piece], draft: &mut Draft) {
    let mut facts = Guideline::default();
    for at in 0..pieces.len() {
        if !pieces[at].open() {
            continue;
        }
        let Some(hit) = hit(&pieces[at]) else { continue };
        let (field, line) = (hit.label, pieces[at].number());
        let mut value = hit.value.trim_end_matches([' ', '-', '–']).trim().to_owned();
        let mut under = Vec::new();
        if value.is_empty() && hit.parted != Parted::Dash && !pieces[at].item {
            under = values::below(pieces, at, Extent::One, |piece| !piece.item && piece.short(200));
            value = under.first().map(|first| pieces[*first].words.clone()).unwrap_or_default();
        }
        if value.is_empty() {
            draft.note(line, Code::TomVerdi, format!("«{}» has no value", pieces[at].words));
            facts.empty.push(field.name());
        } else {
            take(field, &value, line, &mut facts, draft);
        }
        values::claim(pieces, at, &under, &LineFate::field(field.name()));
    }
    draft.facts.guideline = Some(facts);
}

fn take(field: Field, value: &str, line: usize, facts: &mut Guideline, draft: &mut Draft) {
    let slot = match field {
        Field::TitleNo | Field::Title => &mut facts.title_no,
        Field::TitleEn => &mut facts.title_en,
        Field::Version => &mut facts.version,
        Field::Status => &mut facts.status,
        Field::SeriesNumber => &mut facts.series_number,
        Field::Isbn => {
            if !isbn_holds(value) {
                draft.note(
                    line,
                    Code::IsbnFeil,
                    format!("the check digit of ISBN {value} is wrong"),
                );
            }
            &mut facts.isbn
        }
        Field::Doi => &mut facts.doi,
        Field::Revised => return date(&mut facts.revised, value, line, draft),
        Field::NextRevision => return date(&mut facts.next_revision, value, line, draft),
        Field::Published => return date(&mut facts.published, value, line, draft),
        Field::Expires => return date(&mut facts.expires, value, line, draft),
        Field::Publishers => return facts.publishers.extend(orgs::split(value, true)),
        Field::Editors => return facts.editors.extend(orgs::split(value, true)),
        Field::Kind => &mut facts.kind,
    };
    super::header::keep(slot, value);
}

/// As EDTF; as it stands, with a note, when it is no date.
fn date(slot: &mut Option<String>, value: &str, line: usize, draft: &mut Draft) {
    let Some(moment) = periods::moment(value) else {
        draft.note(line, Code::DatoUlest, format!("the date «{value}» is not understood"));
        *slot = Some(value.to_owned());
        return;
    };
    if moment.precision != Precision::Day {
        draft.note(line, Code::DatoUpresis, format!("the date «{value}» has no day"));
    }
    *slot = Some(moment.edtf);
}

/// The check digit of ISBN-13 or ISBN-10.
fn isbn_holds(value: &str) -> bool {
    let figures: Vec<u32> = value
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '–'))
        .map(|c| c.to_digit(10).unwrap_or(if c == 'X' { 10 } else { 99 }))
        .collect();
    let sum = |weight: &dyn Fn(usize) -> u32| -> u32 {
        figures.iter().enumerate().map(|(at, figure)| figure * weight(at)).sum()
    };
    match figures.len() {
        13 => sum(&|at| if at % 2 == 0 { 1 } else { 3 }).is_multiple_of(10),
        10 => sum(&|at| 10 - u32::try_from(at).unwrap_or(0)).is_multiple_of(11),
        _ => false,
    }
}

/// What the page as a whole has from the publication's data, and its chapters.
pub(super) fn complete(draft: &mut Draft) {
    let chapters = draft.sections.iter().filter_map(|section| section.heading.clone()).collect();
    let Some(facts) = &mut draft.facts.guideline else { return };
    facts.chapters = chapters;
    if draft.published.is_none() {
        draft.published = facts.published.clone().filter(|date| periods::moment(date).is_some());
    }
    if draft.updated.is_none() {
        draft.updated = facts.revised.clone().filter(|date| periods::moment(date).is_some());
    }
}
