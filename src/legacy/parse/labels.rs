//! Recognises «Label: value» with its spellings, slips and missing colons.

use super::text::{fold, length, one_letter_off, one_of, strip_prefix};

/// How a label is parted from its value. The weaker ones count only where a value fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    Colon,
    /// « - » or a wide gap.
    Dash,
    /// A blank only: «Status Pågående».
    Blank,
    /// The label is all there is.
    End,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'a, T> {
    pub label: T,
    pub value: &'a str,
    pub parted: Parted,
    /// Nearly the label: `ProsjektlederX`, `Prosjektledar`.
    pub slip: bool,
}

/// The longest label of the table at the start of the text.
pub(super) fn at_start<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Option<Hit<'a, T>> {
    let text = text.trim_start();
    let best = table
        .iter()
        .filter_map(|(name, label)| {
            let (value, parted, slip) = after(strip_prefix(text, name)?)?;
            Some((name.len(), Hit { label: *label, value, parted, slip }))
        })
        .max_by_key(|(length, _)| *length);
    best.map(|(_, hit)| hit).or_else(|| nearly(text, table))
}

fn after(rest: &str) -> Option<(&str, Parted, bool)> {
    let parted = |rest: &'_ str| {
        let tail = rest.trim_start();
        if tail.is_empty() {
            return Some((0, Parted::End));
        }
        let skip = rest.len() - tail.len();
        if tail.starts_with(':') {
            return Some((skip + 1, Parted::Colon));
        }
        if skip == 0 {
            return None;
        }
        let first = tail.chars().next().unwrap_or(' ');
        let dash = matches!(first, '-' | '–' | '—' | '|');
        if dash && tail[first.len_utf8()..].chars().next().is_none_or(char::is_whitespace) {
            return Some((skip + first.len_utf8(), Parted::Dash));
        }
        Some((skip, if skip > 1 { Parted::Dash } else { Parted::Blank }))
    };
    if let Some((skip, how)) = parted(rest) {
        return Some((rest[skip..].trim(), how, false));
    }
    // One or two stray capitals or figures glued to the label, then a blank, a colon or nothing.
    let strange = |c: char| c.is_uppercase() || c.is_ascii_digit() || c == '*';
    let stray = rest.find(|c| !strange(c)).unwrap_or(rest.len());
    let tail = &rest[stray..];
    let (skip, how) = (1..=2).contains(&length(&rest[..stray])).then(|| parted(tail))??;
    Some((tail[skip..].trim(), how, true))
}

/// A label with one wrong letter, before a colon; short labels are too easily something else.
fn nearly<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Option<Hit<'a, T>> {
    let (name, value) = text.split_once(':')?;
    if name.len() > 60 {
        return None;
    }
    let name = fold(name);
    if length(&name) < 8 {
        return None;
    }
    let close = |known: &str| known.len().abs_diff(name.len()) <= 2 && one_letter_off(&name, known);
    let (_, label) = table.iter().find(|(known, _)| close(known))?;
    Some(Hit { label: *label, value: value.trim(), parted: Parted::Colon, slip: true })
}

/// Labels that mean one thing only: they may be glued to the end of any text.
const DISTINCT: &str = "prosjektansvarlig|prosjektansvarleg|prosjektleder|prosjektledere|prosjektleiar|\
    prosjektleiarar|finansieringskilde|finansieringskjelde";

/// With these, labels at which a line that begins with one of them falls apart.
const SPLITTING: &str = "finansiering|tema|fylke|status|periode|prosjektperiode|kontaktperson|kommune|tekst|\
    foto|bilde|av|publisert under|utgiver|utgjevar|versjon|is-nr|isbn";

pub(super) fn splits(text: &str) -> bool {
    begins(text, SPLITTING) || begins(text, DISTINCT)
}

pub(super) fn splits_anywhere(text: &str) -> bool {
    begins(text, DISTINCT)
}

fn begins(text: &str, labels: &str) -> bool {
    labels.split('|').any(|label| {
        strip_prefix(text, label).is_some_and(|rest| rest.trim_start().starts_with(':'))
    })
}

/// What is told in a line of its own on pages of any kind.
const SMALL_FACTS: &str = "sted|stad|tid|tidspunkt|når|dato|klokkeslett|pris|påmelding|påmeldingsfrist|\
    søknadsfrist|frist|målgruppe|målgrupper|antall sider|antal sider|forfatter(e)|forfattere|\
    forfattarar|redaktør|utgitt|utgjeven|utgivelsesår|isbn|issn|doi|språk|varighet|varigheit|\
    arrangør|arrangører|arrangørar|foredragsholder|foredragsholdere|foredragshaldar|emneord|\
    stikkord|nøkkelord|tags|kategori|kategorier|prosjektnummer|prosjektnr|telefon|tlf|mobil|mob|\
    e-post|epost|e-mail|nettside|nettsted|adresse|besøksadresse|postadresse|\
    organisasjonsnummer|org.nr";

/// «Sted: Bodø», «Antall sider: 84», «Org.nr. 999 999 999»: neither a title nor a heading.
pub(super) fn is_small_fact(text: &str) -> bool {
    const LONGEST: usize = 40;
    let number = ["org.nr", "orgnr", "organisasjonsnummer"];
    if number.iter().any(|name| strip_prefix(text, name).is_some_and(begins_with_figure)) {
        return true;
    }
    let Some((name, value)) = text.split_once(':') else { return false };
    name.len() <= LONGEST && !value.trim().is_empty() && one_of(SMALL_FACTS, &fold(name))
}

fn begins_with_figure(text: &str) -> bool {
    text.trim_start_matches(['.', ':', ' ']).starts_with(|c: char| c.is_ascii_digit())
}
