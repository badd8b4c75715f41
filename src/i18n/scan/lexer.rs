//! Just enough of Rust's and askama's grammar to find string literals, calls and comments.

/// A part of a source text that means something here.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    Literal(String),
    Mark(char),
    Comment(String),
}

/// The tokens of a Rust file with the lines they begin on.
pub(super) fn rust(text: &str) -> Vec<(usize, Token)> {
    let mut lexer = Lexer { rest: text, line: 1, tokens: Vec::new() };
    while lexer.step() {}
    lexer.tokens
}

/// The tokens of the expressions, tags and comments in a template; what stands between is HTML.
pub(super) fn template(text: &str) -> Vec<(usize, Token)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        let end = match text[start..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = start + 1;
                continue;
            }
        };
        let inside = start + 2;
        let length = text[inside..].find(end).unwrap_or(text.len() - inside);
        let first_line = text[..inside].matches('\n').count();
        let part = &text[inside..inside + length];
        if end == "#}" {
            for (i, line) in part.lines().enumerate() {
                tokens.push((first_line + 1 + i, Token::Comment(line.to_owned())));
            }
        } else {
            tokens.extend(rust(part).into_iter().map(|(line, token)| (line + first_line, token)));
        }
        at = inside + length;
    }
    tokens
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<(usize, Token)>,
}

impl Lexer<'_> {
    /// Takes one token, or one character that is none; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        let rest = self.rest;
        if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            self.take(end, Some(Token::Comment(rest[..end].to_owned())));
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            for (i, line) in rest[..end].lines().enumerate() {
                self.tokens.push((self.line + i, Token::Comment(line.to_owned())));
            }
            self.take(end, None);
        } else if let Some((end, value)) = raw_literal(rest).or_else(|| literal(rest)) {
            self.take(end, Some(Token::Literal(value)));
        } else if first == '\'' {
            self.take(character(rest), None);
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            self.take(end, Some(Token::Name(rest[..end].to_owned())));
        } else {
            let mark = (!first.is_whitespace()).then_some(Token::Mark(first));
            self.take(first.len_utf8(), mark);
        }
        true
    }

    fn take(&mut self, length: usize, token: Option<Token>) {
        let (passed, rest) = self.rest.split_at(length);
        self.tokens.extend(token.map(|token| (self.line, token)));
        self.line += passed.matches('\n').count();
        self.rest = rest;
    }
}

/// Length and value of a literal in quotes that the text begins with. Escapes stay as written:
/// no key has one.
fn literal(text: &str) -> Option<(usize, String)> {
    let inside = text.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '"' if !escaped => return Some((at + 2, inside[..at].to_owned())),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some((text.len(), inside.to_owned()))
}

/// Length and value of a literal such as `r#"…"#`.
fn raw_literal(text: &str) -> Option<(usize, String)> {
    let after = text.strip_prefix('r')?;
    let inside = after.trim_start_matches('#');
    let hashes = after.len() - inside.len();
    let inside = inside.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&end).unwrap_or(inside.len());
    Some(((1 + hashes + 1 + length + end.len()).min(text.len()), inside[..length].to_owned()))
}

/// Length of a character literal, or of the quote of a lifetime.
fn character(text: &str) -> usize {
    let inside = &text[1..];
    match inside.strip_prefix('\\') {
        Some(escape) => {
            let first = escape.chars().next().map_or(0, char::len_utf8);
            escape[first..].find('\'').map_or(text.len(), |at| 2 + first + at + 1)
        }
        None => match inside.chars().next() {
            Some(c) if inside[c.len_utf8()..].starts_with('\'') => 1 + c.len_utf8() + 1,
            _ => 1,
        },
    }
}
