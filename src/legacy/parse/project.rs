//! The labelled facts of a project page: who is responsible, who pays, where, when, how far.

use serde::Serialize;

use super::account::{LineFate, Reason};
use super::draft::Draft;
use super::labels::{self, Hit, Parted};
use super::lines::Piece;
use super::notes::Code;
use super::orgs;
use super::page::Reference;
use super::people::{self, Leader};
use super::periods::{self, Moment, Period};
use super::text::{ends_sentence, fold, one_of, starts_upper, word_count};
use super::values::{self, Extent};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Project {
    pub responsible: Vec<String>,
    pub leaders: Vec<Leader>,
    pub funders: Vec<String>,
    /// As it stands on the page; mapping it to a controlled theme is an editor's work.
    pub theme: Option<String>,
    /// As it stands: «Innlandet (Hedmark)».
    pub county: Option<String>,
    pub municipalities: Vec<String>,
    pub status: Option<Status>,
    pub status_raw: Option<String>,
    pub period: Option<Period>,
    /// Kept also when it was not understood.
    pub period_raw: Option<String>,
    pub partners: Vec<String>,
    pub sources: Vec<Reference>,
    pub materials: Vec<Reference>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Planned,
    Ongoing,
    Completed,
    Stopped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Responsible,
    Leaders(&'static str),
    Funders,
    Theme,
    County,
    Municipalities,
    Status,
    Period,
    Start,
    End,
}

const LABELS: &[(&str, Field)] = &[
    ("prosjektansvarlig", Field::Responsible),
    ("prosjektansvarlige", Field::Responsible),
    ("prosjektansvarleg", Field::Responsible),
    ("prosjektansvarlege", Field::Responsible),
    ("prosjekteier", Field::Responsible),
    ("prosjekteigar", Field::Responsible),
    ("ansvarlig", Field::Responsible),
    ("ansvarleg", Field::Responsible),
    ("prosjektleder", Field::Leaders("prosjektleder")),
    ("prosjektledere", Field::Leaders("prosjektleder")),
    ("prosjektleder(e)", Field::Leaders("prosjektleder")),
    ("prosjektleiar", Field::Leaders("prosjektleder")),
    ("prosjektleiarar", Field::Leaders("prosjektleder")),
    ("prosjektkoordinator", Field::Leaders("prosjektkoordinator")),
    ("prosjektmedarbeider", Field::Leaders("prosjektmedarbeider")),
    ("prosjektmedarbeidere", Field::Leaders("prosjektmedarbeider")),
    ("prosjektmedarbeidar", Field::Leaders("prosjektmedarbeider")),
    ("prosjektmedarbeidarar", Field::Leaders("prosjektmedarbeider")),
    ("kontaktperson", Field::Leaders("kontaktperson")),
    ("kontaktpersoner", Field::Leaders("kontaktperson")),
    ("kontaktpersonar", Field::Leaders("kontaktperson")),
    ("kontakt", Field::Leaders("kontaktperson")),
    ("finansieringskilde", Field::Funders),
    ("finansieringskilder", Field::Funders),
    ("finansieringskjelde", Field::Funders),
    ("finansieringskjelder", Field::Funders),
    ("finansiering", Field::Funders),
    ("finansiert av", Field::Funders),
    ("tema", Field::Theme),
    ("temaer", Field::Theme),
    ("temaområde", Field::Theme),
    ("fylke", Field::County),
    ("fylker", Field::County),
    ("kommune", Field::Municipalities),
    ("kommuner", Field::Municipalities),
    ("kommunar", Field::Municipalities),
    ("status", Field::Status),
    ("prosjektstatus", Field::Status),
    ("periode", Field::Period),
    ("prosjektperiode", Field::Period),
    ("tidsperiode", Field::Period),
    ("tidsrom", Field::Period),
    ("oppstart", Field::Start),
    ("prosjektstart", Field::Start),
    ("startdato", Field::Start),
    ("prosjektslutt", Field::End),
    ("sluttdato", Field::End),
    ("avslutning", Field::End),
    ("ferdig", Field::End),
];

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Responsible => "responsible",
            Self::Leaders(_) => "leaders",
            Self::Funders => "funders",
            Self::Theme => "theme",
            Self::County => "county",
            Self::Municipalities => "municipalities",
            Self::Status => "status",
            Self::Period | Self::Start | Self::End => "period",
        }
    }

    /// Filled already: the word is then taken for running text.
    fn taken(self, project: &Project) -> bool {
        match self {
            Self::Theme => project.theme.is_some(),
            Self::County => project.county.is_some(),
            Self::Status => project.status_raw.is_some(),
            Self::Period => project.period_raw.is_some(),
            Self::Municipalities => !project.municipalities.is_empty(),
            _ => false,
        }
    }
}

fn hit(piece: &Piece) -> Option<Hit<'_, Field>> {
    // A leader's address may be all of the value, and `words` is without it: see `value_of`.
    let hit = piece.short(500).then(|| labels::at_start(&piece.words, LABELS))??;
    let value = hit.value;
    let few = |most: usize| (1..=most).contains(&word_count(value)) && !ends_sentence(value);
    let fits = match hit.parted {
        Parted::Colon | Parted::End => true,
        Parted::Dash => few(25),
        Parted::Blank => match hit.label {
            Field::Status => status(value).is_some(),
            Field::Period | Field::Start | Field::End => periods::period(value).is_some(),
            Field::Leaders(_) => people::is_names(value),
            Field::County | Field::Municipalities => few(4) && starts_upper(value),
            Field::Theme => few(5) && starts_upper(value) && piece.short(60),
            Field::Responsible | Field::Funders => {
                few(10) && starts_upper(value) && !piece.words.starts_with("Ansvarl")
            }
        },
    };
    fits.then_some(hit)
}

pub(super) fn is_label(piece: &Piece) -> bool {
    hit(piece).is_some()
}

/// A label and nothing more.
pub(super) fn is_label_alone(text: &str) -> bool {
    labels::at_start(text, LABELS).is_some_and(|hit| hit.parted == Parted::End)
}

/// How many different labels that only projects have, and how many that others may have too.
pub(super) fn fields(open: &[&Piece]) -> (usize, usize) {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for piece in open {
        let Some(hit) = hit(piece) else { continue };
        let own = hit.label.name();
        let telling = fold(&piece.words).starts_with("prosjekt")
            || hit.label == Field::Funders && hit.parted != Parted::Blank;
        let list = if telling { &mut strong } else { &mut weak };
        let alone = hit.parted == Parted::End && !piece.words.ends_with(':');
        if !list.contains(&own) && (telling || !alone) {
            list.push(own);
        }
    }
    (strong.len(), weak.len())
}

/// Claims all labelled facts of the page.
pub(super) fn claim(pieces: &mut [Piece], draft: &mut Draft) {
    let mut project = Project::default();
    for at in 0..pieces.len() {
        if !pieces[at].open() || address_below(pieces, at, &mut project) {
            continue;
        }
        let Some(hit) = hit(&pieces[at]) else { continue };
        let (field, value, parted, slip) = (hit.label, hit.value.to_owned(), hit.parted, hit.slip);
        if field.taken(&project) {
            continue;
        }
        let line = pieces[at].number();
        let own_mail = !pieces[at].emails.is_empty();
        let empty = value.trim_matches(['-', '–', '—', ' ']).is_empty() && !own_mail;
        let under = if empty && value.is_empty() { under(pieces, at, field) } else { Vec::new() };
        if empty && under.is_empty() {
            // «Tema» alone, without a colon, is more likely a word of the text.
            if parted == Parted::Colon || slip || pieces[at].full.ends_with(':') {
                draft.note(line, Code::TomVerdi, format!("«{}» has no value", pieces[at].full));
                pieces[at].what = Some(LineFate::dropped(Reason::EmptyValue));
            }
            continue;
        }
        if slip {
            let label = pieces[at].words.split([':', ' ']).next().unwrap_or_default().to_owned();
            let text = format!("«{label}» was read as the label «{}»", field.name());
            draft.note(line, Code::EtikettAvvik, text);
        }
        take(pieces, at, field, value, &under, &mut project, draft);
        values::claim(pieces, at, &under, &LineFate::field(field.name()));
    }
    draft.facts.project = Some(project);
}

/// The pieces below a label without a value of its own.
fn under(pieces: &[Piece], at: usize, field: Field) -> Vec<usize> {
    let extent = match field {
        Field::Leaders(_) | Field::Responsible | Field::Funders | Field::Municipalities => {
            Extent::Run
        }
        _ => Extent::One,
    };
    values::below(pieces, at, extent, |piece| match field {
        Field::Status => status(&piece.words).is_some() || piece.short(30),
        Field::Period | Field::Start | Field::End => {
            piece.short(60) && piece.words.contains(|c: char| c.is_ascii_digit())
        }
        Field::Leaders(_) => {
            piece.short(200) && (!piece.emails.is_empty() || !ends_sentence(&piece.words))
        }
        _ => piece.short(200) && !piece.words.ends_with('.'),
    })
}

fn take(
    pieces: &mut [Piece],
    at: usize,
    field: Field,
    value: String,
    under: &[usize],
    project: &mut Project,
    draft: &mut Draft,
) {
    let line = pieces[at].number();
    let role = if let Field::Leaders(role) = field { role } else { "prosjektansvarlig" };
    let places: Vec<usize> = if under.is_empty() { vec![at] } else { under.to_vec() };
    for place in &places {
        let piece = &mut pieces[*place];
        let text = if under.is_empty() { value.clone() } else { piece.words.clone() };
        let number = piece.number();
        match field {
            Field::Leaders(_) => {
                people::read(
                    raw_value(piece, under.is_empty()),
                    role,
                    number,
                    &mut project.leaders,
                );
                piece.mail_used = true;
            }
            Field::Responsible | Field::Funders => {
                // An address given with an office is somebody to turn to.
                if !piece.emails.is_empty() {
                    people::read(
                        raw_value(piece, under.is_empty()),
                        role,
                        number,
                        &mut project.leaders,
                    );
                    piece.mail_used = true;
                }
                let list = if field == Field::Funders {
                    &mut project.funders
                } else {
                    &mut project.responsible
                };
                list.extend(orgs::split(&text, field == Field::Funders));
            }
            Field::Municipalities => project.municipalities.extend(orgs::split(&text, true)),
            Field::Theme => theme(&text, number, project, draft),
            Field::County => project.county = Some(text),
            Field::Status => {
                project.status = status(&text);
                if project.status.is_none() {
                    draft.note(
                        number,
                        Code::StatusUkjent,
                        format!("the status «{text}» is not known"),
                    );
                }
                project.status_raw = Some(text);
            }
            Field::Period => period(&text, number, project, draft),
            Field::Start | Field::End => end_point(field, &text, line, project, draft),
        }
    }
}

/// The value with its addresses, as it was typed.
fn raw_value(piece: &Piece, with_label: bool) -> &str {
    let raw = piece.raw.trim_start_matches([' ', '•', '-', '–', '*', '·']);
    let hit = with_label.then(|| labels::at_start(raw, LABELS)).flatten();
    hit.map_or(raw, |hit| hit.value)
}

pub(super) fn status(text: &str) -> Option<Status> {
    const ONGOING: &str = "pågående|pågåande|pågår|i gang|igangsatt|påbegynt|påbyrja|under arbeid|\
        aktiv|aktivt|løpende|løpande|under gjennomføring|startet|starta|ongoing";
    const COMPLETED: &str = "avsluttet|avslutta|ferdig|fullført|fullførte|gjennomført|sluttført|\
        ferdigstilt|ferdigstilt og avsluttet|completed";
    const PLANNED: &str = "planlagt|planlagd|planlagte|under planlegging|ikke startet|ikkje starta|\
        planlegges|i planfasen|planned";
    const STOPPED: &str = "stoppet|stoppa|stanset|stansa|avbrutt|avbrote|avbrutt før tiden|avlyst|\
        skrinlagt|stopped";
    let folded = fold(text);
    let lists = [
        (ONGOING, Status::Ongoing),
        (COMPLETED, Status::Completed),
        (PLANNED, Status::Planned),
        (STOPPED, Status::Stopped),
    ];
    lists.iter().find(|(words, _)| one_of(words, &folded)).map(|(_, status)| *status)
}

fn theme(text: &str, line: usize, project: &mut Project, draft: &mut Draft) {
    const EMPTY: &str = "annet|anna|andre|diverse|øvrig|øvrige|ukjent|generelt|ymse|annet tema|\
        andre tema|ikke valgt|ingen";
    if one_of(EMPTY, &fold(text)) {
        draft.note(line, Code::TemaAnnet, format!("the theme «{text}» says nothing: choose one"));
    }
    super::header::keep(&mut project.theme, text);
}

fn period(text: &str, line: usize, project: &mut Project, draft: &mut Draft) {
    project.period_raw = Some(text.to_owned());
    let Some(read) = periods::period(text) else {
        let note = format!("the period «{text}» is not understood; it is kept as it stands");
        return draft.note(line, Code::PeriodeUlest, note);
    };
    if read.years_only() {
        draft.note(line, Code::PeriodeBareAar, format!("the period «{text}» gives years only"));
    }
    if read.has_season() {
        let note = format!("the period «{text}» gives a season; the year is kept");
        draft.note(line, Code::PeriodeAarstid, note);
    }
    if read.reversed() {
        draft.note(line, Code::PeriodeSnudd, format!("the period «{text}» ends before it begins"));
    }
    if read.ambiguous {
        let note = format!("«{text}» was read as two years; it may be a year and a month");
        draft.note(line, Code::PeriodeTvetydig, note);
    }
    project.period = Some(read);
}

/// «Oppstart: mars 2014» and «Sluttdato: …» are the two ends of one period.
fn end_point(field: Field, text: &str, line: usize, project: &mut Project, draft: &mut Draft) {
    let raw = match &project.period_raw {
        Some(first) => format!("{first} – {text}"),
        None => text.to_owned(),
    };
    project.period_raw = Some(raw.clone());
    let Some(moment) = periods::moment(text) else {
        let note = format!("the date «{text}» is not understood; it is kept as it stands");
        return draft.note(line, Code::PeriodeUlest, note);
    };
    let period = project.period.get_or_insert_with(|| Period {
        from: None,
        to: None,
        raw: String::new(),
        ambiguous: false,
    });
    let slot: &mut Option<Moment> =
        if field == Field::Start { &mut period.from } else { &mut period.to };
    *slot = Some(moment);
    period.raw = raw;
}

/// An address on the line below a leader's name.
fn address_below(pieces: &mut [Piece], at: usize, project: &mut Project) -> bool {
    let piece = &pieces[at];
    let alone = !piece.emails.is_empty() && piece.words.is_empty();
    let leaders = LineFate::field("leaders");
    if !alone || at == 0 || pieces[at - 1].what.as_ref() != Some(&leaders) {
        return false;
    }
    let role = project.leaders.last().map_or("prosjektleder", |last| last.role);
    people::read(&piece.raw, role, piece.number(), &mut project.leaders);
    pieces[at].mail_used = true;
    pieces[at].what = Some(leaders);
    true
}

/// Says what a project page ought to have and has not.
pub(super) fn note_missing(draft: &mut Draft) {
    let Some(project) = &draft.facts.project else { return };
    let missing = [
        ("responsible", project.responsible.is_empty()),
        ("leaders", project.leaders.is_empty()),
        ("theme", project.theme.is_none()),
        ("county", project.county.is_none()),
        ("status", project.status_raw.is_none()),
        ("period", project.period_raw.is_none()),
    ];
    for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        draft.note(None, Code::ManglerFelt, format!("the page does not give «{name}»"));
    }
}
