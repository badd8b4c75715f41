//! The uses: which keys the source names, and what it fills into them.

use std::collections::BTreeSet;
use std::path::Path;

use super::catalogue::Catalogue;
use super::lexer::{self, Token};

/// Opens a comment that names keys which are put together at run time.
const MARKER: &str = "i18n-keys:";

#[derive(Default)]
pub(super) struct Uses {
    /// Every string literal and every key in a marker, with its place.
    named: Vec<(String, String)>,
    calls: Vec<Call>,
    strings: BTreeSet<String>,
}

/// A call such as `t.with("projects-count", "count", n)` whose key is written out.
struct Call {
    place: String,
    /// Called on something named `t`, which is always a `Text`.
    on_t: bool,
    key: String,
    /// The names of the values; none for one that is not written out.
    names: Vec<Option<String>>,
}

impl Uses {
    pub(super) fn add(&mut self, path: &str, text: &str) {
        let is_template = Path::new(path).extension().is_some_and(|ending| ending == "html");
        let tokens = if is_template { lexer::template(text) } else { lexer::rust(text) };
        for (line, token) in &tokens {
            let place = format!("{path}:{line}");
            match token {
                Token::Literal(value) => {
                    self.strings.insert(value.clone());
                    self.named.push((place, value.clone()));
                }
                Token::Comment(comment) => {
                    if let Some((_, keys)) = comment.split_once(MARKER) {
                        for key in keys.split([' ', ',', '`']).filter(|key| key.contains('-')) {
                            self.strings.insert(key.to_owned());
                            self.named.push((place.clone(), key.to_owned()));
                        }
                    }
                }
                Token::Name(_) | Token::Mark(_) => {}
            }
        }
        let code: Vec<&(usize, Token)> =
            tokens.iter().filter(|(_, token)| !matches!(token, Token::Comment(_))).collect();
        let calls = (0..code.len())
            .filter_map(|at| call(path, &code[at..], at.checked_sub(1).map(|i| &code[i].1)));
        self.calls.extend(calls);
    }

    pub(super) fn names(&self, key: &str) -> bool {
        self.strings.contains(key)
    }

    /// What is wrong with the uses, given the words.
    pub(super) fn faults(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut faults = Vec::new();
        for (place, text) in &self.named {
            if catalogue.looks_like_key(text) && !catalogue.has(text) {
                faults.push(format!("{text}: named at {place}, but not in nb"));
            }
        }
        for Call { place, on_t, key, names } in &self.calls {
            if !catalogue.has(key) {
                if *on_t && !catalogue.looks_like_key(key) {
                    faults.push(format!("{key}: used at {place}, but the key of no room"));
                }
                continue;
            }
            let given: BTreeSet<String> = names.iter().flatten().cloned().collect();
            if given.len() < names.len() {
                faults
                    .push(format!("{key}: at {place} a name is not written out, or stands twice"));
            }
            let wanted = catalogue.asks_for(key);
            for name in wanted.difference(&given) {
                faults.push(format!("{key}: at {place} ${name} is not given"));
            }
            for name in given.difference(&wanted) {
                faults.push(format!("{key}: at {place} ${name} is given but not asked for"));
            }
        }
        faults
    }
}

/// The call that begins with the `.` at the start of `code`, if it is one of ours.
fn call(path: &str, code: &[&(usize, Token)], before: Option<&Token>) -> Option<Call> {
    let [(line, Token::Mark('.')), (_, Token::Name(method)), (_, Token::Mark('(')), ..] = code
    else {
        return None;
    };
    let values = match method.as_str() {
        "get" | "plain" => 0,
        "with" | "plain_with" => 1,
        "with2" | "plain_with2" => 2,
        "with3" => 3,
        _ => return None,
    };
    let arguments = arguments(&code[3..]);
    let key = written_out(arguments.first()?)?;
    let names = (0..values).map(|i| arguments.get(1 + 2 * i).and_then(|a| written_out(a)));
    Some(Call {
        place: format!("{path}:{line}"),
        on_t: matches!(before, Some(Token::Name(name)) if name == "t"),
        key,
        names: names.collect(),
    })
}

/// The tokens of each argument, up to the bracket that closes the call.
fn arguments<'a>(code: &[&'a (usize, Token)]) -> Vec<Vec<&'a Token>> {
    let mut arguments = vec![Vec::new()];
    let mut depth = 0_usize;
    for (_, token) in code {
        match token {
            Token::Mark(')' | ']' | '}') if depth == 0 => break,
            Token::Mark(')' | ']' | '}') => depth -= 1,
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(',') if depth == 0 => {
                arguments.push(Vec::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = arguments.last_mut() {
            last.push(token);
        }
    }
    arguments
}

fn written_out(argument: &[&Token]) -> Option<String> {
    match argument {
        [Token::Literal(value)] => Some(value.clone()),
        _ => None,
    }
}
