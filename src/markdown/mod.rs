//! CommonMark to HTML that is safe to show, and to the plain words that search reads.

mod depth;
mod pictures;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::charts::ink::escape;
use crate::i18n::Text;
use depth::parse;
pub use depth::{DEEPEST, is_too_deep};
pub(crate) use pictures::name_of;
pub use pictures::{Figures, Pictured, is_name, mark, pictured};

/// A heading of a text, for its table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub id: String,
    pub text: String,
}

/// Where on its page a text stands: several texts on one page must not share an id or a name.
pub struct Placement<'a> {
    /// The level of its highest headings.
    top: u8,
    /// Before the id of each heading.
    prefix: String,
    /// What tables are called to those who can't see them: «Tabell», with a number behind.
    table: String,
    /// What the whole text stands under, for the names of its tables.
    under: String,
    /// Without them no picture is shown.
    figures: Option<&'a Figures>,
}

impl<'a> Placement<'a> {
    /// The one text of its page.
    pub fn page(t: Text) -> Self {
        // The frame's own ids must stay free: those of the text begin with what no id of ours does.
        Self {
            top: 2,
            prefix: "t-".to_owned(),
            table: t.plain("library-table"),
            under: String::new(),
            figures: None,
        }
    }

    /// The part with the id `part`, under a heading of the second level that says `heading`.
    pub fn part(part: &str, heading: &str, t: Text) -> Self {
        Self {
            top: 3,
            prefix: format!("{part}-"),
            table: t.plain("library-table"),
            under: heading.trim().to_owned(),
            figures: None,
        }
    }

    /// The same, with the pictures that the text may show.
    #[must_use]
    pub fn showing(self, figures: &'a Figures) -> Self {
        Self { figures: Some(figures), ..self }
    }
}

/// A text ready for the page.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    pub html: String,
    pub headings: Vec<Heading>,
}

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options
});

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("noopener"))
        .rm_tag_attributes("td", ["align", "char", "charoff"])
        .rm_tag_attributes("th", ["align", "char", "charoff"])
        .rm_tags(["abbr", "bdi", "bdo", "area", "map", "center", "span", "div"])
        .rm_tag_attributes("td", ["align", "char", "charoff"])
        .rm_tag_attributes("th", ["align", "char", "charoff"])
        .rm_tags(["details", "summary", "figure", "figcaption", "header", "footer", "article"]);
    cleaner
});

/// Renders `text`. Its highest headings become `<h{top}>`, whatever level they were written at, so
/// that the page's outline has no gaps.
pub fn render(text: &str, place: &Placement) -> Rendered {
    let top = place.top;
    let arena = Arena::new();
    let root = parse(&arena, text);
    let pictures = pictures::lift(&arena, root);
    pictures::blank(root);
    without_empty_headings(root);
    let highest = root
        .descendants()
        .filter_map(|node| match &node.data.borrow().value {
            NodeValue::Heading(heading) => Some(heading.level),
            _ => None,
        })
        .min();
    let mut headings = Vec::new();
    let mut last = top.saturating_sub(1);
    for node in root.descendants() {
        let mut data = node.data.borrow_mut();
        if let NodeValue::Heading(heading) = &mut data.value {
            // Never more than one step down from the heading before.
            let wanted = top + heading.level - highest.unwrap_or(1);
            heading.level = wanted.min(last + 1).min(6);
            last = heading.level;
        }
    }
    for node in root.descendants() {
        let level = match &node.data.borrow().value {
            NodeValue::Heading(heading) => heading.level,
            _ => continue,
        };
        let text = words_of(node);
        let id = unique(&place.prefix, &slug::slugify(&text), &headings);
        headings.push((level, Heading { id, text }));
    }
    let mut html = String::new();
    if comrak::format_html(root, &OPTIONS, &mut html).is_err() {
        html.clear();
    }
    let html = CLEANER.clean(&html).to_string();
    let html = with_ids(&html, &headings, place);
    let html = pictures::placed(&html, &pictures, place.figures);
    let headings = headings.into_iter().filter(|(level, _)| *level == top).map(|(_, h)| h);
    Rendered { html, headings: headings.collect() }
}

fn unique(prefix: &str, slug: &str, taken: &[(u8, Heading)]) -> String {
    let slug = if slug.is_empty() { "avsnitt" } else { slug };
    let slug = format!("{prefix}{slug}");
    let is_free = |id: &str| taken.iter().all(|(_, heading)| heading.id != id);
    // One of this many names is free: there are fewer headings before this one.
    (1..=taken.len() + 1)
        .map(|n| if n == 1 { slug.clone() } else { format!("{slug}-{n}") })
        .find(|id| is_free(id))
        .unwrap_or_default()
}

/// A heading that says nothing is no heading: `##` alone, or a tag that is not kept.
fn without_empty_headings<'a>(root: &'a AstNode<'a>) {
    let is_image = |node: &'a AstNode<'a>| matches!(node.data.borrow().value, NodeValue::Image(_));
    let is_empty = |node: &&'a AstNode<'a>| {
        let node: &'a AstNode<'a> = node;
        matches!(node.data.borrow().value, NodeValue::Heading(_))
            && words_of(node).trim().is_empty()
            && !node.descendants().any(is_image)
    };
    let empty: Vec<&'a AstNode<'a>> = root.descendants().filter(is_empty).collect();
    for node in empty {
        node.detach();
    }
}

/// Gives each heading its id and lets wide tables scroll on their own, under a name. The HTML is
/// our renderer's and has been cleaned, so its tags are just these.
fn with_ids(html: &str, headings: &[(u8, Heading)], place: &Placement<'_>) -> String {
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    let mut ids = headings.iter();
    // What a table stands under tells it from others better than its number.
    let mut under = "";
    let mut tables = 0;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let mut chars = tag.chars().skip(1);
        let is_heading =
            chars.next() == Some('h') && chars.next().is_some_and(|c| c.is_ascii_digit());
        if is_heading && let Some((level, heading)) = ids.next() {
            for part in ["<h", &level.to_string(), " id=\"", &heading.id, "\""] {
                out.push_str(part);
            }
            under = heading.text.trim();
            rest = &tag[3..];
        } else if let Some(after) = tag.strip_prefix("<table>") {
            tables += 1;
            let number = tables.to_string();
            for part in ["<section class=\"scroll\" aria-label=\"", &place.table, " ", &number] {
                out.push_str(part);
            }
            let above = [place.under.as_str(), under].into_iter().filter(|name| !name.is_empty());
            for (n, name) in above.enumerate() {
                out.push_str(if n == 0 { ": " } else { ", " });
                escape(&mut out, name);
            }
            out.push_str("\" tabindex=\"0\"><table>");
            rest = after;
        } else if let Some(after) = tag.strip_prefix("<th></th>") {
            out.push_str("<td></td>");
            rest = after;
        } else if let Some(after) = tag.strip_prefix("<th>") {
            // Our renderer has them in the first row alone.
            out.push_str("<th scope=\"col\">");
            rest = after;
        } else if let Some(after) = tag.strip_prefix("</table>") {
            out.push_str("</table></section>");
            rest = after;
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The words of a text without its marks, one block a line: for search and for excerpts.
pub fn plain(text: &str) -> (String, String) {
    let arena = Arena::new();
    let root = parse(&arena, text);
    let (mut headings, mut body) = (String::new(), String::new());
    for node in root.descendants() {
        let into = match &node.data.borrow().value {
            NodeValue::Heading(_) => &mut headings,
            NodeValue::Paragraph | NodeValue::TableCell | NodeValue::CodeBlock(_) => &mut body,
            _ => continue,
        };
        into.push_str(&words_of(node));
        into.push('\n');
    }
    (headings, body)
}

/// The words of a text in their order, one block a line: for comparing versions.
pub fn lines(text: &str) -> String {
    let arena = Arena::new();
    let root = parse(&arena, text);
    let blocks = root.descendants().filter(|node| is_leaf(&node.data.borrow().value));
    let lines: Vec<String> = blocks.map(words_of).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The same with each row of a table as one line.
pub fn rows(text: &str) -> String {
    let arena = Arena::new();
    let root = parse(&arena, text);
    let lines = root.descendants().filter_map(row);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn row<'a>(node: &'a AstNode<'a>) -> Option<String> {
    match &node.data.borrow().value {
        NodeValue::TableRow(_) => {
            let cells = node.children().map(words_of).filter(|cell| !cell.is_empty());
            Some(cells.collect::<Vec<_>>().join(" | "))
        }
        NodeValue::TableCell => None,
        value => is_leaf(value).then(|| words_of(node)),
    }
}

/// A paragraph, a heading, a cell or a block of code: its words, and where it is written, in bytes.
pub struct Leaf {
    pub at: Range<usize>,
    pub words: String,
}

fn is_leaf(value: &NodeValue) -> bool {
    matches!(
        value,
        NodeValue::Heading(_)
            | NodeValue::Paragraph
            | NodeValue::TableCell
            | NodeValue::CodeBlock(_)
    )
}

/// The parts of a text that hold words, in their order.
pub fn leaves(text: &str) -> Vec<Leaf> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &OPTIONS);
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let byte = |line: usize, column: usize| {
        starts.get(line.saturating_sub(1)).map_or(text.len(), |start| start + column)
    };
    let leaf = |node: &AstNode<'_>| {
        let data = node.data.borrow();
        if !is_leaf(&data.value) {
            return None;
        }
        let (start, end) = (data.sourcepos.start, data.sourcepos.end);
        let at = byte(start.line, start.column.saturating_sub(1))
            ..byte(end.line, end.column).min(text.len());
        text.get(at.clone()).map(|_| at)
    };
    let found = root.descendants().filter_map(|node| Some((leaf(node)?, node)));
    found.map(|(at, node)| Leaf { at, words: words_of(node) }).collect()
}

pub(super) fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// The text as a tree, with each picture in a paragraph of its own.
pub(crate) fn tree<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    let root = parse(arena, text);
    pictures::lift(arena, root);
    root
}
