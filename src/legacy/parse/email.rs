//! Finds e-mail addresses, plain and disguised, and takes personal ones out of a text.

use super::text::{among, fold, invisible, lower};

/// An address in a text, with the byte range to take out along with it («mailto:», brackets).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub address: String,
}

/// How an at sign is hidden from robots.
const DISGUISES: &[&str] = &[
    "(at)",
    "[at]",
    "{at}",
    "(a)",
    "[a]",
    "(alfa)",
    "[alfa]",
    "{alfa}",
    "<at>",
    "<alfa>",
    "(alfakrøll)",
    "(krøllalfa)",
    "[krøllalfa]",
    "(snabela)",
    "(snabel-a)",
    "[snabela]",
    "[snabel-a]",
    "＠",
];

/// What an office's address begins with. All others are taken to be somebody's own.
const ROLES: &str = "post postmottak firmapost info kontakt servicetorg servicetorget redaksjon redaksjonen \
    sentralbord resepsjon webmaster utviklingssenter utviklingssenteret usht ush uht";

pub(super) fn is_personal(address: &str) -> bool {
    let local = fold(address.split('@').next().unwrap_or_default());
    let first = local.split(['.', '-', '_']).next().unwrap_or_default();
    !among(ROLES, first) || local.split(['.', '-', '_']).count() > 2
}

/// `r…@example.no`: enough to find it again, too little to write to.
pub(super) fn mask(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(usize::from(local.chars().count() > 3)).collect();
    format!("{first}…@{domain}")
}

/// Is an address in the text, and hidden from robots?
pub(super) fn is_disguised(text: &str) -> bool {
    let is_hidden = |found: &Found| !text[found.from..found.to].contains('@');
    find(text).iter().any(is_hidden) || is_in_words(text)
}

/// «post snabel-a eksempel.no», «kari at eksempel.no» alone on its line, «post(at)eksempel(punktum)no».
fn is_in_words(text: &str) -> bool {
    let lower = fold(text);
    let has_sign = DISGUISES.iter().any(|sign| lower.contains(sign));
    let has_dot = ["(punktum)", "[punktum]", "(dot)", "[dot]", "(prikk)"];
    if has_sign && has_dot.iter().any(|dot| lower.contains(dot)) {
        return true;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_domain = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(['.', ',']).split('.').collect();
        parts.len() > 1 && parts.iter().all(|part| part.len() > 1 && !part.contains('/'))
    };
    let is_sign =
        |word: &str| matches!(word, "snabel-a" | "snabela" | "krøllalfa" | "alfakrøll" | "alfa");
    let is_dot = |word: &str| matches!(word, "punktum" | "dot" | "prikk");
    // «kari at eksempel dot no»: all of it in words.
    let is_spelt = |near: &[&str]| (is_sign(near[0]) || near[0] == "at") && is_dot(near[2]);
    // «sier at helsenorge.no» is none.
    let is_told = |sign: &str| is_sign(sign) || sign == "at" && words.len() == 3;
    words.windows(3).any(|near| is_told(near[1]) && is_domain(near[2]))
        || words.windows(4).any(is_spelt)
}

fn address_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '@') || invisible(c)
}

/// All addresses, from left to right, never overlapping.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut from = 0;
    while let Some((at, sign)) = next_sign(text, from) {
        let floor = all.last().map_or(0, |last| last.to);
        from = at + sign.len();
        if at < floor {
            continue;
        }
        if let Some(found) = around(text, floor, at, sign) {
            from = found.to.max(from);
            all.push(found);
        }
    }
    all
}

fn next_sign(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = &text[from..];
    let mut offset = 0;
    loop {
        let at = offset + rest[offset..].find(['@', '(', '[', '{', '<', '＠'])?;
        if rest[at..].starts_with('@') {
            return Some((from + at, &rest[at..=at]));
        }
        for disguise in DISGUISES {
            if let Some(after) = super::text::strip_prefix(&rest[at..], disguise) {
                return Some((from + at, &rest[at..rest.len() - after.len()]));
            }
        }
        offset = at + rest[at..].chars().next().map_or(1, char::len_utf8);
    }
}

/// The address around the sign that stands at `at`, not reaching back past `floor`.
fn around(text: &str, floor: usize, at: usize, sign: &str) -> Option<Found> {
    let before = &text[floor..at];
    let word_end = before.trim_end().len();
    let local_at = word_end - run_back(&before[..word_end]);
    let local = before[local_at..word_end].trim_start_matches(['.', '-']);
    if !local.contains(char::is_alphanumeric) {
        return None;
    }
    let after = &text[at + sign.len()..];
    let domain_at = after.len() - after.trim_start().len();
    let domain_len = run(&after[domain_at..]);
    let domain = trim(&after[domain_at..domain_at + domain_len]);
    let spaced = domain_at > 0 || before.ends_with(char::is_whitespace) || sign != "@";
    // «3 @ 5» is no address, «kari @ example.no» is; what is left of «kari@» cut in two is one too.
    let glued = sign == "@" && !before.ends_with(char::is_whitespace);
    let whole = !domain.is_empty() && (!spaced || domain.contains('.'));
    if !whole && !glued {
        return None;
    }
    let domain = if whole { domain } else { "" };
    let from = floor + word_end - local.len();
    let end = at + sign.len() + if whole { domain_at + domain.len() } else { 0 };
    let address = format!("{local}@{domain}").replace(invisible, "");
    let (from, to) = widen(text, floor, from, end);
    Some(Found { from, to, address })
}

/// Longer than any address; keeps a hostile line from costing more than its length.
const LONGEST: usize = 320;

fn run(text: &str) -> usize {
    text.chars().take(LONGEST).take_while(|c| address_char(*c)).map(char::len_utf8).sum()
}

fn run_back(text: &str) -> usize {
    text.chars().rev().take(LONGEST).take_while(|c| address_char(*c)).map(char::len_utf8).sum()
}

fn trim(domain: &str) -> &str {
    domain.trim_end_matches(['.', '-', '_', '%', '+'])
}

/// Takes in «mailto:» and the brackets that hold nothing else.
fn widen(text: &str, floor: usize, from: usize, to: usize) -> (usize, usize) {
    let (mut from, mut to) = (from, to);
    let start = text[floor..from].to_owned();
    if start.chars().map(lower).collect::<String>().ends_with("mailto:") {
        from -= "mailto:".len();
    }
    for (open, close) in [('<', '>'), ('(', ')'), ('[', ']')] {
        let left = text[floor..from].trim_end();
        let right = text[to..].trim_start();
        if left.ends_with(open) && right.starts_with(close) {
            from = floor + left.len() - open.len_utf8();
            to = text.len() - right.len() + close.len_utf8();
        }
    }
    (from, to)
}

/// After these words a reader expects something; an ellipsis stands for what was taken out.
const EXPECTANT: &str = "til på via hos ved med fra frå mot av kontakt to at";

/// The text without personal addresses. `gone` are the byte ranges to leave out.
pub(super) fn without(text: &str, gone: &[Found]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for found in gone {
        push(&mut out, &text[at..found.from]);
        at = found.to;
        let last = out.trim_end();
        let tail: String = last.chars().rev().take(12).collect();
        let tail: String = tail.chars().rev().collect();
        let expects =
            tail.rsplit([' ', '(']).next().is_some_and(|word| among(EXPECTANT, &fold(word)));
        if expects && !last.ends_with([':', ',', '.']) {
            out.push_str(" […] ");
            continue;
        }
        let next = text[at..].trim_start().chars().next();
        if next.is_none_or(|c| matches!(c, ',' | '.' | ';' | ':' | ')' | '|' | '/')) {
            drop_lead_in(&mut out);
        }
        if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    push(&mut out, &text[at..]);
    if gone.is_empty() { out } else { close_up(&out) }
}

/// Never lets blanks pile up where one address after another was taken out.
fn push(out: &mut String, text: &str) {
    out.push_str(if out.ends_with(' ') { text.trim_start() } else { text });
}

/// «E-post: » or «, » that led up to an address.
fn drop_lead_in(out: &mut String) {
    let mut end = out.trim_end_matches([' ', ':', ',', ';', '–', '-', '<']).len();
    for word in ["e-postadresse", "e-post", "epost", "e-mail", "mail"] {
        let kept = &out[..end];
        if fold_tail(kept, word) {
            end = kept[..kept.len() - word.len()].trim_end_matches([' ', ',', ';', '–']).len();
            break;
        }
    }
    out.truncate(end);
}

fn fold_tail(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    text.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
        && !text[..start].ends_with(char::is_alphanumeric)
}

/// No blank before a comma, no empty brackets.
fn close_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, ',' | '.' | ';' | ')') {
            out.truncate(out.trim_end_matches(' ').len());
        }
        if c == ')' && (out.ends_with(" (") || out == "(") {
            out.pop();
        } else {
            out.push(c);
        }
    }
    out
}
