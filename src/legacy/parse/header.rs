//! What stands around the text on any kind of page: archive mark, dates, publisher, by-line, picture.

use super::account::{LineFate, Reason};
use super::draft::Draft;
use super::labels::{self, Hit, Parted};
use super::lines::Piece;
use super::navigation;
use super::notes::Code;
use super::page::Kind;
use super::people;
use super::periods;
use super::split;
use super::text::{ends_sentence, fold, one_of, word_count};
use super::values::{self, Extent};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
    Under,
    Publisher,
    Byline,
    BylineAndCredit,
    Credit,
}

const LABELS: &[(&str, Label)] = &[
    ("publisert", Label::Published),
    ("dato", Label::Published),
    ("lagt ut", Label::Published),
    ("oppdatert", Label::Updated),
    ("sist oppdatert", Label::Updated),
    ("sist endret", Label::Updated),
    ("sist endra", Label::Updated),
    ("endret", Label::Updated),
    ("publisert under", Label::Under),
    ("utgiver", Label::Publisher),
    ("utgjevar", Label::Publisher),
    ("publisert av", Label::Publisher),
    ("av", Label::Byline),
    ("tekst", Label::Byline),
    ("skrevet av", Label::Byline),
    ("skriven av", Label::Byline),
    ("skrive av", Label::Byline),
    ("journalist", Label::Byline),
    ("forfatter", Label::Byline),
    ("forfattar", Label::Byline),
    ("tekst og foto", Label::BylineAndCredit),
    ("foto og tekst", Label::BylineAndCredit),
    ("tekst/foto", Label::BylineAndCredit),
    ("tekst og bilde", Label::BylineAndCredit),
    ("tekst og bilete", Label::BylineAndCredit),
    ("foto", Label::Credit),
    ("bilde", Label::Credit),
    ("bilete", Label::Credit),
    ("fotograf", Label::Credit),
    ("illustrasjon", Label::Credit),
    ("illustrasjonsfoto", Label::Credit),
    ("illustrasjonsbilde", Label::Credit),
    ("arkivfoto", Label::Credit),
];

fn hit(piece: &Piece) -> Option<Hit<'_, Label>> {
    let text = piece.words.trim_start_matches('(');
    let hit = piece.short(300).then(|| labels::at_start(text, LABELS))??;
    let strong = match hit.label {
        Label::Published | Label::Updated => {
            piece.short(120)
                && (hit.parted == Parted::Colon
                    || hit.parted == Parted::End
                    || periods::day_first(hit.value).is_some()
                    || periods::moment(hit.value).is_some())
        }
        Label::Under | Label::Publisher => matches!(hit.parted, Parted::Colon | Parted::End),
        // «Av» opens many a sentence: without a colon only names may follow.
        Label::Byline | Label::BylineAndCredit | Label::Credit => {
            let first = hit.value.split(',').next().unwrap_or_default();
            piece.short(160) && hit.parted == Parted::Colon && !hit.value.is_empty()
                || piece.short(80) && hit.parted == Parted::Blank && people::is_names(first)
        }
    };
    (strong && !hit.slip).then_some(hit)
}

/// A label, alone or with its value.
pub(super) fn is_label(piece: &Piece) -> bool {
    hit(piece).is_some() || is_archive_mark(piece)
}

pub(super) fn is_byline(piece: &Piece) -> bool {
    hit(piece).is_some_and(|hit| matches!(hit.label, Label::Byline | Label::BylineAndCredit))
}

/// Marks that news of the government's and the centres' sites bear.
pub(super) fn is_news_mark(piece: &Piece) -> bool {
    hit(piece).is_some_and(|hit| hit.label == Label::Under) || is_archive_mark(piece)
}

const ARCHIVE: &str = "historisk arkiv";

/// «Historisk arkiv», alone or with the words that the old sites had after it or in its place.
fn is_archive_mark(piece: &Piece) -> bool {
    if !piece.short(160) || piece.item {
        return false;
    }
    let folded = fold(&piece.words);
    let is_framed = folded.starts_with(['[', '(', '*']);
    let folded = folded.trim_matches([' ', '[', ']', '(', ')', '*', '|']);
    if folded.is_empty() {
        return false;
    }
    let after = |name: &str| {
        let rest = folded.strip_prefix(name)?;
        Some(rest.trim_start_matches([' ', ':', '-', '–', '.', '|', '!']))
    };
    let is_bare = after(ARCHIVE).is_some_and(str::is_empty) || is_framed && folded == "arkiv";
    let said = after(ARCHIVE)
        .or_else(|| after("arkiv:"))
        .or_else(|| after("arkiv -"))
        .or_else(|| after("arkiv –"));
    if let Some(rest) = said {
        return is_bare || says_archived(rest) || is_of_a_year(rest);
    }
    let rest = after("obs!").or_else(|| after("obs:")).or_else(|| after("merk:"));
    is_bare || says_archived(rest.unwrap_or(folded))
}

/// «Artikkel fra 2012», after the word that it is archived.
fn is_of_a_year(text: &str) -> bool {
    const WHAT: [&str; 10] = [
        "artikkel fra ",
        "artikkel frå ",
        "sak fra ",
        "sak frå ",
        "nyhet fra ",
        "nyhende frå ",
        "side fra ",
        "side frå ",
        "innhold fra ",
        "innhald frå ",
    ];
    WHAT.iter()
        .any(|what| text.strip_prefix(what).is_some_and(|when| periods::moment(when).is_some()))
}

/// «Dette innholdet er arkivert», «Sida blir ikkje oppdatert», «Arkivert 12.3.2018».
fn says_archived(text: &str) -> bool {
    const ALONE: &str = "arkivert|arkivert side|arkivert artikkel|arkivert sak|arkivert nyhet|\
        arkivert nyhende|archived|archived page";
    const STARTS: [&str; 12] = [
        "arkivert innhold",
        "arkivert innhald",
        "dette er arkivert",
        "dette er en arkivert",
        "dette er ei arkivert",
        "dette er et arkivert",
        "dette er eit arkivert",
        "archived content",
        "this page is archived",
        "this page has been archived",
        "this content is archived",
        "this content has been archived",
    ];
    let is_dated = text.strip_prefix("arkivert").is_some_and(|when| {
        let when = when.trim_start_matches([' ', ':', '-', '–']);
        let day = when.strip_prefix("den ").or_else(|| when.strip_prefix("i "));
        periods::moment(day.unwrap_or(when)).is_some()
    });
    is_dated
        || one_of(ALONE, text)
        || STARTS.iter().any(|start| text.starts_with(start))
        || tells_that_it_is_old(text)
}

/// The page, or what is on it, and that it is no longer looked after.
fn tells_that_it_is_old(text: &str) -> bool {
    const WHAT: [&str; 20] = [
        "dette innholdet",
        "dette innhaldet",
        "innholdet",
        "innhaldet",
        "innholdet på denne siden",
        "innhaldet på denne sida",
        "innholdet på siden",
        "innhaldet på sida",
        "denne nettsiden",
        "denne nettsida",
        "denne siden",
        "denne sida",
        "denne artikkelen",
        "denne saken",
        "denne saka",
        "siden",
        "sida",
        "artikkelen",
        "saken",
        "saka",
    ];
    const VERBS: [&str; 9] = [
        " er ",
        " ble ",
        " blir ",
        " blei ",
        " vart ",
        " vert ",
        " vil ",
        " oppdateres ",
        " oppdaterast ",
    ];
    const OLD: [&str; 10] = [
        "arkivert",
        "ikke oppdatert",
        "ikkje oppdatert",
        "lenger oppdatert",
        "ikke bli oppdatert",
        "ikkje bli oppdatert",
        "oppdateres ikke",
        "oppdaterast ikkje",
        "av historiske",
        "utdatert",
    ];
    let told = |what: &&str| {
        let rest = text.strip_prefix(what)?;
        VERBS.iter().any(|verb| rest.starts_with(verb)).then_some(rest)
    };
    WHAT.iter().filter_map(told).any(|rest| OLD.iter().any(|old| rest.contains(old)))
}

pub(super) fn claim(pieces: &mut [Piece], draft: &mut Draft) {
    for at in 0..pieces.len() {
        if !pieces[at].open() || pieces[at].full.is_empty() {
            continue;
        }
        let piece = &pieces[at];
        let line = piece.number();
        if is_archive_mark(piece) {
            let what = if draft.archived {
                LineFate::dropped(Reason::Repeated)
            } else {
                LineFate::field("archived")
            };
            draft.archived = true;
            pieces[at].what = Some(what);
        } else if split::image_name(piece.raw.trim()) == Some(piece.raw.trim().len()) {
            let file = piece.full.clone();
            let text = format!("the name of an image file stands in the text: {file}");
            draft.note(line, Code::BildefilITekst, text);
            draft.image.file.get_or_insert(file);
            pieces[at].what = Some(LineFate::dropped(Reason::ImageFileName));
        } else if is_picture_word(piece) {
            let word = piece.full.trim_matches(['[', ']']).to_owned();
            keep(&mut draft.image.credit, &word);
            pieces[at].what = Some(LineFate::field("image.credit"));
        } else if let Some(label) = navigation::page_label(&piece.full).filter(|_| piece.short(20))
        {
            draft.news.label = Some(label.to_owned());
            pieces[at].what = Some(LineFate::field("news.label"));
        } else if let Some(hit) = hit(piece) {
            let (label, value) = (hit.label, hit.value.trim_end_matches(['|', ' ']).to_owned());
            // The guideline's own table has these labels too, and reads them with the others.
            if draft.kind == Kind::Guideline && label == Label::Publisher {
                continue;
            }
            take(pieces, at, label, value, draft);
        } else if bare_date(piece) && draft.published.is_none() && early(pieces, at) {
            draft.published = periods::day_first(&piece.words);
            pieces[at].what = Some(LineFate::field("published"));
        }
    }
}

/// «Illustrasjonsfoto», `[Bilde]`: all that is left of a picture.
fn is_picture_word(piece: &Piece) -> bool {
    const WORDS: &str = "illustrasjonsfoto|illustrasjonsbilde|illustrasjonsbilete|arkivfoto|[bilde]|\
        [bilete]|[foto]|[illustrasjon]|[illustrasjonsfoto]";
    piece.short(24) && one_of(WORDS, &fold(&piece.full))
}

/// A line that is a date and nothing else, near the top.
fn bare_date(piece: &Piece) -> bool {
    piece.short(40)
        && periods::moment(&piece.words)
            .is_some_and(|moment| moment.precision == periods::Precision::Day)
}

fn early(pieces: &[Piece], at: usize) -> bool {
    at < 60 && pieces[..at].iter().filter(|piece| piece.open()).count() < 4
}

fn take(pieces: &mut [Piece], at: usize, label: Label, value: String, draft: &mut Draft) {
    let line = pieces[at].number();
    let mut under = Vec::new();
    let mut value = value;
    if value.is_empty() {
        let dated = matches!(label, Label::Published | Label::Updated);
        under = values::below(pieces, at, Extent::One, |piece| {
            piece.short(100) && (!dated || periods::day_first(&piece.words).is_some())
        });
        match under.first() {
            Some(first) => value.clone_from(&pieces[*first].words),
            // A lone word such as «Publisert» in running text is left to the text.
            None if !pieces[at].full.ends_with(':') => return,
            None => {
                draft.note(line, Code::TomVerdi, format!("«{}» has no value", pieces[at].full));
                pieces[at].what = Some(LineFate::dropped(Reason::EmptyValue));
                return;
            }
        }
    }
    let name = match label {
        Label::Published | Label::Updated => date(label, &value, line, draft),
        Label::Under => {
            keep(&mut draft.news.published_under, &value);
            "news.published_under"
        }
        Label::Publisher => {
            keep(&mut draft.news.publisher, &value);
            "news.publisher"
        }
        Label::Byline => {
            keep(&mut draft.news.byline, &value);
            "news.byline"
        }
        Label::BylineAndCredit => {
            keep(&mut draft.news.byline, &value);
            keep(&mut draft.image.credit, &value);
            "news.byline"
        }
        Label::Credit => return credit(pieces, at, &value, draft),
    };
    values::claim(pieces, at, &under, &LineFate::field(name));
}

fn date(label: Label, value: &str, line: usize, draft: &mut Draft) -> &'static str {
    let read = periods::day_first(value).or_else(|| {
        let moment = periods::moment(value)?;
        draft.note(line, Code::DatoUpresis, format!("the date «{value}» has no day"));
        Some(moment.edtf)
    });
    if read.is_none() {
        draft.note(line, Code::DatoUlest, format!("the date «{value}» is not understood"));
    }
    if read.is_some() && periods::moment(value).is_none() {
        draft.note(line, Code::DatoUpresis, format!("«{value}» holds more than a date"));
    }
    let (slot, name) = match label {
        Label::Updated => (&mut draft.updated, "updated"),
        _ => (&mut draft.published, "published"),
    };
    match (&slot, read) {
        (Some(first), Some(other)) if *first != other => {
            let text = format!("«{name}» is given twice: {first} is kept, {other} is not");
            draft.note(line, Code::Dobbelt, text);
        }
        (None, read) => *slot = read,
        _ => {}
    }
    name
}

/// «Bilde: Kari Eksempel» names who took it; «Bilde: Deltakerne øver på …» tells what it shows.
fn credit(pieces: &mut [Piece], at: usize, value: &str, draft: &mut Draft) {
    let inner = value.strip_suffix(')').filter(|value| !value.contains('('));
    let value = inner.unwrap_or(value).trim();
    let caption = word_count(value) > 8 || word_count(value) > 4 && ends_sentence(value);
    let (slot, name) = if caption {
        (&mut draft.image.caption, "image.caption")
    } else {
        (&mut draft.image.credit, "image.credit")
    };
    keep(slot, value);
    pieces[at].what = Some(LineFate::field(name));
    // What stood before the credit on the same line is the caption.
    if at > 0
        && pieces[at].from > 0
        && pieces[at - 1].open()
        && pieces[at - 1].line == pieces[at].line
    {
        keep(&mut draft.image.caption, &pieces[at - 1].full);
        pieces[at - 1].what = Some(LineFate::field("image.caption"));
    }
}

/// A second value does not push out the first.
pub(super) fn keep(slot: &mut Option<String>, value: &str) {
    match slot {
        Some(first) if first == value => {}
        Some(first) => {
            first.push_str("; ");
            first.push_str(value);
        }
        None => *slot = Some(value.to_owned()),
    }
}
