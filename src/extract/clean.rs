//! Text as it comes out of files, made fit to be searched and shown.

/// Joins words that were broken at the end of a line, makes white space plain, and takes out what
/// cannot be seen and what looks like a national identity number: those are neither kept, found
/// nor shown.
pub fn clean(raw: &str) -> String {
    clean_and_count(raw).0
}

/// The same, with how many identity numbers it seems to have had.
pub fn clean_and_count(raw: &str) -> (String, usize) {
    let seen: String = raw.chars().filter(|c| !is_unseen(*c)).map(written_out).collect();
    without_identity_numbers(&spaced(&unbroken(&norsk::tidy(&seen))))
}

/// Soft hyphens, marks of direction, control characters, letters of no script.
fn is_unseen(c: char) -> bool {
    let control = c.is_control() && !c.is_whitespace();
    control
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fffc}'..='\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}

/// One sign for each of those that only look otherwise.
fn written_out(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c => c,
    }
}

/// Takes out the hyphens that only broke a line: `måle-⏎resultat`, but not `PDSA-⏎sirkel` or
/// `hjemme-⏎og`.
fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("-\n") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        let next = after.trim_start_matches([' ', '\t', '\n']);
        out.push_str(before);
        let last = before.chars().next_back();
        let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        let is_broken = last.is_some_and(char::is_lowercase)
            && word.chars().next().is_some_and(char::is_lowercase)
            && !matches!(word.as_str(), "og" | "eller" | "and" | "or" | "ja" | "dahje");
        if !is_broken {
            out.push('-');
        }
        if !is_broken || word.is_empty() {
            out.push('\n');
        }
        rest = next;
    }
    out.push_str(rest);
    out
}

/// One space between words, one line break between paragraphs.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut gap, mut breaks) = (false, 0);
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
            breaks += usize::from(c == '\n');
            continue;
        }
        if gap && !out.is_empty() {
            out.push(if breaks > 1 { '\n' } else { ' ' });
        }
        (gap, breaks) = (false, 0);
        out.push(c);
    }
    out
}

fn without_identity_numbers(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let all = norsk::identity::look_alikes(text);
    let count = all.len();
    for found in all {
        out.push_str(&text[at..found.start]);
        out.push('…');
        at = found.end;
    }
    out.push_str(&text[at..]);
    (out, count)
}
