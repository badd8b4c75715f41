//! Slips of the typing hand that are kept as they stand, but pointed out.

use super::account::{LineFate, Reason};
use super::draft::Draft;
use super::email;
use super::lines::{Line, Piece};
use super::markdown;
use super::notes::Code;
use super::people;
use super::split;
use super::spoilt::is_spoilt;
use super::text::{among, fold, invisible, length, shorten, strip_prefix};

pub(super) fn look(lines: &[Line], pieces: &[Piece], draft: &mut Draft) {
    for piece in pieces {
        mails(piece, draft);
        if piece.what == Some(LineFate::dropped(Reason::BrowserWarning)) {
            let text = format!("«{}» is a message of the old site: left out", piece.full);
            draft.note(piece.number(), Code::Nettlesermelding, text);
        }
        if piece.what.as_ref().is_none_or(LineFate::is_dropped) {
            continue;
        }
        let line = piece.number();
        for slip in slips(&piece.full) {
            draft.note(line, Code::Typografi, slip);
        }
        let urls = markdown::urls(&piece.full);
        if !urls.is_empty() {
            let text = format!("{} web address(es) spelt out in the text", urls.len());
            draft.note(line, Code::LenkeSomTekst, text);
        }
        if lost_link(&piece.full) {
            draft.note(line, Code::LenkeUtenAdresse, "«her» was a link; its address is lost");
        }
        if phone(&piece.full) {
            draft.note(line, Code::Telefonnummer, "a telephone number: is it meant to be public?");
        }
        personal(piece, draft);
        if is_spoilt(&piece.full) {
            let text = format!("the letters are spoilt: «{}»", shorten(&piece.full, 60));
            draft.note(line, Code::OdelagtTekst, text);
        }
    }
    for piece in pieces.windows(2) {
        let cut =
            piece[0].line == piece[1].line && split::image_name(piece[0].raw.trim()).is_some();
        if cut && draft.notes.iter().all(|note| note.code != Code::BildefilITekst) {
            let text =
                format!("the name of an image file was glued to the text: {}", piece[0].full);
            draft.note(piece[0].number(), Code::BildefilITekst, text);
        }
    }
    for line in lines.iter().filter(|line| line.text.contains(invisible)) {
        draft.note(line.number, Code::UsynligTegn, "invisible characters were taken out");
    }
}

/// Whom a page should perhaps not name.
fn personal(piece: &Piece, draft: &mut Draft) {
    let is_fact = matches!(&piece.what, Some(LineFate::Field { name }) if name != "title" && name != "lead")
        || matches!(&piece.what, Some(LineFate::List { name }) if name == "partners");
    if !is_fact && people::are_in_a_row(&piece.full) {
        let text = "names of persons in a row: are they meant to be public?";
        draft.note(piece.number(), Code::Navneliste, text);
    }
    if email::is_disguised(&piece.full) {
        let text = "an address that was hidden from robots: is it meant to be public?";
        draft.note(piece.number(), Code::SkjultAdresse, text);
    }
}

fn mails(piece: &Piece, draft: &mut Draft) {
    for found in &piece.emails {
        let masked = email::mask(&found.address);
        let text = if piece.mail_used {
            format!("a personal e-mail address ({masked}): kept for the contact form, never shown")
        } else {
            format!("a personal e-mail address ({masked}) was taken out of the text")
        };
        draft.note(piece.number(), Code::PersonligEpost, text);
    }
}

/// What looks wrong, each with a few letters around it.
fn slips(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let around = |at: usize| -> String {
        let from = at.saturating_sub(12);
        chars[from..(at + 12).min(chars.len())].iter().collect()
    };
    for at in 1..chars.len() {
        let (before, c) = (chars[at - 1], chars[at]);
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let after = chars.get(at + 2).copied().unwrap_or(' ');
        let slip = match c {
            '—' | '–' if before.is_alphabetic() && next.is_alphabetic() => {
                "a dash where a hyphen or blanks belong"
            }
            '-' if before.is_alphabetic() && next == ' ' && after.is_uppercase() => {
                "a blank after a hyphen"
            }
            '/' if before.is_alphabetic() && next == ' ' && after.is_uppercase() => {
                "a blank after a slash"
            }
            '”' | '«' | '“' if before.is_alphabetic() && next.is_uppercase() => {
                "no blank before a quotation"
            }
            '.' if before.is_lowercase() && next == ' ' && after.is_lowercase() => {
                let word = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
                if word < 8 {
                    continue;
                }
                "a full stop before a small letter"
            }
            '.' | ',' if before.is_lowercase() && next.is_uppercase() && after.is_lowercase() => {
                let word = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
                if word < 3 || text.contains("www") || text.contains("://") {
                    continue;
                }
                "no blank after a full stop or comma"
            }
            ' ' if next == ' ' || matches!(next, ',' | ';') => "a blank too many",
            _ => continue,
        };
        found.push(format!("{slip}: «…{}…»", around(at)));
        if found.len() == 5 {
            break;
        }
    }
    found.extend(split_compound(text));
    found
}

/// «undervisnings sykehjem»: a compound written as two words.
fn split_compound(text: &str) -> Option<String> {
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let joint = ["nings", "sjons", "hets"].iter().any(|end| word.ends_with(end));
        let small = next.starts_with(char::is_lowercase) && !matches!(next, "og" | "eller" | "i");
        let plain = next.chars().all(char::is_alphabetic) && length(next) > 4;
        if joint && small && plain && length(word) >= 8 {
            return Some(format!("one word or two? «{} {}»", shorten(word, 40), shorten(next, 40)));
        }
    }
    None
}

/// «Dette kan du lese mer om her.»
fn lost_link(text: &str) -> bool {
    super::centres::sentences(text).any(|sentence| {
        let folded = fold(sentence);
        let here = folded.ends_with(" her") || folded.contains("klikk her");
        let asks = ["les", "lese", "lesa", "klikk", "finn", "finner", "last", "meld", "se", "sjå"];
        here && asks.iter().any(|word| folded.split(' ').any(|one| one == *word))
    })
}

/// «tlf. 99 99 99 99», «+47 75 00 00 01», «400 00 001», «40000001».
pub(super) fn phone(text: &str) -> bool {
    grouped_number(text) || labelled_number(text) || lone_number(text)
}

fn is_figures(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many digits a word is that is nothing else.
fn digits_in(word: &str) -> usize {
    if is_figures(word) { word.len() } else { 0 }
}

/// Eight digits in groups as telephone numbers are written, with +47 before them or not.
fn grouped_number(text: &str) -> bool {
    let words: Vec<&str> = text
        .split([' ', '/', ',', ';', ':', '(', ')', '|'])
        .filter(|word| !word.is_empty())
        .collect();
    let lengths: Vec<usize> = words.iter().map(|word| digits_in(word)).collect();
    let starts = |at: usize, groups: &[usize], last: usize| {
        let end = at + groups.len();
        let Some(word) = words.get(end) else { return false };
        // The mark at the end of the sentence belongs to no number.
        let bare = word.trim_end_matches(['.', '!', '?']);
        let before = at.checked_sub(1).map_or(0, |before| lengths[before]);
        let is_over =
            bare.len() < word.len() || lengths.get(end + 1).copied().unwrap_or_default() == 0;
        lengths[at..].starts_with(groups)
            && digits_in(bare) == last
            && is_over
            && (before == 0 || words[at - 1] == "47")
    };
    let is_led = |word: &&str| {
        let rest = word.strip_prefix("+47").or_else(|| word.strip_prefix("0047"));
        rest.is_some_and(is_figures)
    };
    let mut from = 0..words.len();
    words.iter().any(is_led) || from.any(|at| starts(at, &[2, 2, 2], 2) || starts(at, &[3, 2], 3))
}

/// Eight digits in one; a day and a sum of money are none.
fn lone_number(text: &str) -> bool {
    const COUNTED: &str = "kr kroner nok mill millioner millionar stk";
    let bare = |word: &str| word.trim_matches(MARKS).to_lowercase();
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let is_counted = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| among(COUNTED, word))
    };
    words.iter().enumerate().any(|(at, word)| {
        let is_day = || matches!(figures::period::read(word), Some(figures::When::Known(_)));
        word.len() == 8
            && is_figures(word)
            && !word.starts_with(['0', '1'])
            && !word.starts_with("20")
            && !is_counted(at.checked_sub(1))
            && !is_counted(Some(at + 1))
            && !is_day()
    })
}

/// What may stand around a word.
const MARKS: &[char] = &['.', ',', ';', ':', '!', '?', '(', ')', '«', '»', '"'];

fn labelled_number(text: &str) -> bool {
    let mut rest = text;
    let labels = ["tlf", "telefon", "mobil", "mob."];
    while let Some(at) = rest.find(['t', 'T', 'm', 'M']) {
        let tail = &rest[at..];
        if let Some(after) = labels.iter().find_map(|label| strip_prefix(tail, label)) {
            let figures = after.chars().take(20).filter(char::is_ascii_digit).count();
            let start = after.trim_start_matches(['.', ':', ' ', '+']);
            if figures >= 5 && start.starts_with(|c: char| c.is_ascii_digit()) {
                return true;
            }
        }
        rest = &tail[1..];
    }
    false
}
