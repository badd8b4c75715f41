//! Writes plain text as `CommonMark` that shows exactly that text, with addresses as links.

use super::email;
use super::page::Reference;

/// A block of a section, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(String),
    Bullet(String),
    Numbered(u32, char, String),
}

impl Block {
    /// Without addresses that came about when lines were joined.
    pub(super) fn scrubbed(mut self) -> Self {
        let (Self::Paragraph(own) | Self::Bullet(own) | Self::Numbered(_, _, own)) = &mut self;
        *own = super::body::scrub(own);
        self
    }

    /// Appends the next line of a text with hard line breaks.
    pub(super) fn go_on(&mut self, text: &str) {
        let (Self::Paragraph(own) | Self::Bullet(own) | Self::Numbered(_, _, own)) = self;
        own.push(' ');
        own.push_str(text);
    }

    fn same_list(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Bullet(_), Self::Bullet(_)) => true,
            (Self::Numbered(_, mark, _), Self::Numbered(_, other, _)) => mark == other,
            _ => false,
        }
    }
}

/// Paragraphs with a blank line between, lists tight.
pub(super) fn render(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut last: Option<&Block> = None;
    for block in blocks {
        if let Some(last) = last {
            out.push_str(if last.same_list(block) { "\n" } else { "\n\n" });
        }
        let (marker, text) = match block {
            Block::Paragraph(text) => (String::new(), text),
            Block::Bullet(text) => ("- ".to_owned(), text),
            Block::Numbered(number, mark, text) => (format!("{number}{mark} "), text),
        };
        out.push_str(&marker);
        out.push_str(&line(text));
        last = Some(block);
    }
    out
}

/// A link as an item; the star keeps it apart from a list of the text above it.
pub(super) fn reference(reference: &Reference) -> String {
    match &reference.url {
        Some(url) if *url == reference.text => format!("* {}", link(url)),
        Some(url) => format!("* {}: {}", line(&reference.text), link(url)),
        None => format!("* {}", line(&reference.text)),
    }
}

/// One line of text as the content of a block: what would open another block is escaped.
fn line(text: &str) -> String {
    let body = inline(text);
    let first = text.chars().next().unwrap_or(' ');
    let rest = &text[first.len_utf8().min(text.len())..];
    let spaced = rest.is_empty() || rest.starts_with(' ');
    let hashes = text.trim_start_matches('#');
    let rule = text.trim_end_matches(['-', '=', ' ', '_', '+', '*']).is_empty();
    let opens = match first {
        '#' => hashes.is_empty() || hashes.starts_with(' '),
        '>' => true,
        '-' | '+' => spaced || rule,
        '=' => rule,
        _ => false,
    };
    if opens {
        return format!("\\{body}");
    }
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &text[figures..];
    if (1..=9).contains(&figures) && tail.starts_with(['.', ')']) {
        let after = &tail[1..];
        if after.is_empty() || after.starts_with(' ') {
            return format!("{}\\{}", &body[..figures], &body[figures..]);
        }
    }
    body
}

/// Text inside a line: marks of emphasis, code, links and entities lose their power.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at = 0;
    for found in targets(text) {
        escape(&text[at..found.0], &mut out);
        let link = link(&text[found.0..found.1]);
        if link.starts_with('[') && out.ends_with('!') {
            // An exclamation mark would make a picture of it.
            out.insert(out.len() - 1, '\\');
        }
        out.push_str(&link);
        at = found.1;
    }
    escape(&text[at..], &mut out);
    out
}

fn escape(text: &str, out: &mut String) {
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let power = match c {
            '\\' | '`' | '*' | '[' | '<' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '|' => next == c || before == c,
            '&' => next.is_ascii_alphanumeric() || next == '#',
            _ => false,
        };
        if power {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

/// An address as a link that shows the address as it was written.
fn link(target: &str) -> String {
    let scheme = if target.starts_with("www.") { "https://" } else { "" };
    if scheme.is_empty() && !target.contains('&') {
        return format!("<{target}>");
    }
    // Between `<` and `>` alone, some readers take `&copy` for a sign.
    let mut shown = String::new();
    escape(target, &mut shown);
    let shown = shown.replace(']', "\\]");
    format!("[{shown}](<{scheme}{}>)", target.replace('&', "\\&"))
}

/// Byte ranges of web addresses and of offices' e-mail addresses, from left to right.
fn targets(text: &str) -> Vec<(usize, usize)> {
    let urls = urls(text);
    let mut all = urls.clone();
    if text.contains('@') {
        for mail in email::find(text) {
            let next = urls.partition_point(|(from, _)| *from < mail.to);
            let free = next.checked_sub(1).is_none_or(|last| urls[last].1 <= mail.from);
            let whole = text.get(mail.from..mail.to) == Some(mail.address.as_str());
            let plain = mail.address.is_ascii() && !mail.address.contains('%');
            if free && whole && plain && !email::is_personal(&mail.address) {
                all.push((mail.from, mail.to));
            }
        }
        all.sort_unstable();
    }
    all
}

/// Web addresses: from `http://`, `https://` or `www.` to the next blank, less closing marks.
pub(super) fn urls(text: &str) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(at) = next_url(text, from) {
        let rest = &text[at..];
        let stop = |c: char| {
            c.is_whitespace()
                || matches!(c, '<' | '>' | '"' | '«' | '»' | '”' | '“' | '|' | '\\' | '`')
        };
        let url = without_closing(&rest[..rest.find(stop).unwrap_or(rest.len())]);
        let www = url.starts_with("www.");
        let host = url.split("//").last().unwrap_or_default();
        from = at + url.len().max(4);
        if host.contains('.') && host.len() > 3 && (!www || url[4..].contains('.')) {
            all.push((at, at + url.len()));
        }
        if from >= text.len() {
            break;
        }
    }
    all
}

/// Marks at the end belong to the sentence, and so does a bracket that the address did not open.
fn without_closing(url: &str) -> &str {
    let mut open = url.matches(')').count().saturating_sub(url.matches('(').count());
    let mut url = url;
    while let Some(last) = url.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '*' | '…' => {}
            ')' if open > 0 => open -= 1,
            _ => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url
}

fn next_url(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().next_back().unwrap_or(' ');
    for (at, c) in text[from..].char_indices() {
        let rest = &text[from + at..];
        let web = rest.starts_with("http://") || rest.starts_with("https://");
        if web || rest.starts_with("www.") && !before.is_alphanumeric() {
            return Some(from + at);
        }
        before = c;
    }
    None
}
