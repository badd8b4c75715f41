//! CommonMark to a tree of plain data that the typesetter walks; what a reader wrote is never code.

use comrak::Arena;
use comrak::nodes::{AstNode, ListType, NodeList, NodeTable, NodeValue, TableAlignment};
use serde::Serialize;

use super::letters;
use super::paper::Picture;
use crate::markdown;

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum Block {
    Par {
        c: Vec<Inline>,
    },
    Heading {
        level: u8,
        c: Vec<Inline>,
    },
    List {
        items: Vec<Vec<Block>>,
    },
    Steps {
        start: usize,
        items: Vec<Vec<Block>>,
    },
    Quote {
        c: Vec<Block>,
    },
    Code {
        text: String,
    },
    Rule,
    Table {
        align: Vec<&'static str>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture of the text by its name; what is shown is set by whoever fetches it.
    Picture {
        name: String,
        shown: Option<Picture>,
    },
}

impl Block {
    /// The pictures in it, to be filled in.
    pub fn pictures<'a>(&'a mut self, into: &mut Vec<&'a mut Self>) {
        match self {
            Self::Picture { .. } => into.push(self),
            Self::Quote { c } => c.iter_mut().for_each(|block| block.pictures(into)),
            Self::List { items } | Self::Steps { items, .. } => {
                items.iter_mut().flatten().for_each(|block| block.pictures(into));
            }
            _ => {}
        }
    }

    /// A paragraph that says that something is not there.
    pub fn gap(words: &str) -> Self {
        Self::Par { c: vec![Inline::Emph { c: line(words) }] }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum Inline {
    Text { text: String },
    Emph { c: Vec<Inline> },
    Strong { c: Vec<Inline> },
    Strike { c: Vec<Inline> },
    Code { text: String },
    Link { href: String, c: Vec<Inline> },
    Break,
}

/// Lists in lists and quotes in quotes go no deeper; what is deeper is told as plain paragraphs.
const DEEPEST: usize = 6;
/// A paragraph longer than this is set as several: the breaking of lines looks at a whole paragraph.
const LONGEST: usize = 6_000;
/// More columns than this can't be read on a sheet of paper.
const WIDEST: usize = 16;

/// A text as blocks, its highest headings at the level `top`.
pub fn of(text: &str, top: u8) -> Vec<Block> {
    let arena = Arena::new();
    blocks(markdown::tree(&arena, text).children(), top)
}

/// The children of a parsed document (or of any block) as blocks; the highest of the headings
/// becomes `top`, and none is more than one step below the one before it.
pub fn blocks<'a>(nodes: impl Iterator<Item = &'a AstNode<'a>>, top: u8) -> Vec<Block> {
    let mut found = Vec::new();
    for node in nodes {
        block(node, 0, &mut found);
    }
    level(&mut found, top);
    found
}

fn level(blocks: &mut [Block], top: u8) {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let highest = levels.min().unwrap_or(1);
    let mut last = top.saturating_sub(1);
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            *level = (top + *level - highest).min(last + 1).min(6);
            last = *level;
        }
    }
}

fn block<'a>(node: &'a AstNode<'a>, depth: usize, into: &mut Vec<Block>) {
    let value = node.data.borrow().value.clone();
    match value {
        NodeValue::Paragraph => match node.first_child().and_then(markdown::name_of) {
            Some(name) => into.push(Block::Picture { name, shown: None }),
            None => paragraphs(inlines(node, 0), into),
        },
        // Inside a list or a quote a heading would tear the outline: it is a strong line there.
        NodeValue::Heading(_) if depth > 0 => {
            into.push(Block::Par { c: vec![Inline::Strong { c: inlines(node, 0) }] });
        }
        NodeValue::Heading(heading) => {
            let c = inlines(node, 0);
            if c.iter().any(has_words) {
                into.push(Block::Heading { level: heading.level, c });
            }
        }
        NodeValue::CodeBlock(code) => {
            into.push(Block::Code { text: letters::shown(&code.literal) });
        }
        NodeValue::ThematicBreak => into.push(Block::Rule),
        NodeValue::HtmlBlock(html) => {
            let text = words_of_html(&html.literal);
            if !text.trim().is_empty() {
                paragraphs(vec![Inline::Text { text: letters::shown(text.trim()) }], into);
            }
        }
        NodeValue::Table(table) => into.extend(grid(node, &table)),
        _ if depth >= DEEPEST => flat(node, into),
        NodeValue::List(list) => into.push(list_of(node, &list, depth)),
        NodeValue::BlockQuote => into.push(Block::Quote { c: inner(node, depth) }),
        _ => into.extend(inner(node, depth)),
    }
}

fn inner<'a>(node: &'a AstNode<'a>, depth: usize) -> Vec<Block> {
    let mut found = Vec::new();
    for child in node.children() {
        block(child, depth + 1, &mut found);
    }
    found
}

fn list_of<'a>(node: &'a AstNode<'a>, list: &NodeList, depth: usize) -> Block {
    let items = node.children().map(|item| inner(item, depth)).collect();
    match list.list_type {
        ListType::Bullet => Block::List { items },
        ListType::Ordered => Block::Steps { start: list.start.min(1_000_000), items },
    }
}

/// All the paragraphs below, without what held them.
fn flat<'a>(node: &'a AstNode<'a>, into: &mut Vec<Block>) {
    for inner in node.descendants() {
        if matches!(inner.data.borrow().value, NodeValue::Paragraph | NodeValue::Heading(_)) {
            paragraphs(inlines(inner, 0), into);
        }
    }
}

fn grid<'a>(node: &'a AstNode<'a>, table: &NodeTable) -> Option<Block> {
    let mut rows: Vec<Vec<Vec<Inline>>> = node
        .children()
        .map(|row| row.children().take(WIDEST).map(|cell| inlines(cell, 0)).collect())
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = rows.remove(0);
    for row in &mut rows {
        row.resize(head.len(), Vec::new());
    }
    let side = |side: &TableAlignment| match side {
        TableAlignment::Center => "center",
        TableAlignment::Right => "right",
        TableAlignment::None | TableAlignment::Left => "left",
    };
    let mut align: Vec<_> = table.alignments.iter().map(side).collect();
    align.resize(head.len(), "left");
    Some(Block::Table { align, head, rows })
}

fn paragraphs(words: Vec<Inline>, into: &mut Vec<Block>) {
    if words.iter().any(has_words) {
        into.extend(parts(words).into_iter().map(|c| Block::Par { c }));
    }
}

/// The words in lots that are no longer than a paragraph may be.
fn parts(words: Vec<Inline>) -> Vec<Vec<Inline>> {
    let (mut parts, mut part, mut size) = (Vec::new(), Vec::new(), 0);
    for word in words.into_iter().flat_map(pieces) {
        let length = length(&word);
        if size + length > LONGEST && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            size = 0;
        }
        size += length;
        part.push(word);
    }
    parts.push(part);
    parts
}

/// A very long run of words, cut where a line may be broken.
fn pieces(word: Inline) -> Vec<Inline> {
    if length(&word) <= LONGEST {
        return vec![word];
    }
    let each =
        |c: Vec<Inline>, of: &dyn Fn(Vec<Inline>) -> Inline| parts(c).into_iter().map(of).collect();
    match word {
        Inline::Text { text } => {
            runs(&text).into_iter().map(|text| Inline::Text { text }).collect()
        }
        Inline::Code { text } => {
            runs(&text).into_iter().map(|text| Inline::Code { text }).collect()
        }
        Inline::Emph { c } => each(c, &|c| Inline::Emph { c }),
        Inline::Strong { c } => each(c, &|c| Inline::Strong { c }),
        Inline::Strike { c } => each(c, &|c| Inline::Strike { c }),
        Inline::Link { href, c } => each(c, &|c| Inline::Link { href: href.clone(), c }),
        Inline::Break => vec![Inline::Break],
    }
}

/// Cut between words, or where [`letters::shown`] lets a long one break.
fn runs(text: &str) -> Vec<String> {
    let mut cut = vec![String::new()];
    for part in text.split_inclusive([' ', '\u{200b}']) {
        if let Some(last) = cut.last_mut() {
            if last.len() + part.len() > LONGEST && !last.is_empty() {
                cut.push(part.to_owned());
            } else {
                last.push_str(part);
            }
        }
    }
    cut
}

fn length(word: &Inline) -> usize {
    match word {
        Inline::Text { text } | Inline::Code { text } => text.len(),
        Inline::Break => 1,
        Inline::Emph { c }
        | Inline::Strong { c }
        | Inline::Strike { c }
        | Inline::Link { c, .. } => c.iter().map(length).sum(),
    }
}

fn has_words(word: &Inline) -> bool {
    match word {
        Inline::Text { text } | Inline::Code { text } => !text.trim().is_empty(),
        Inline::Break => false,
        Inline::Emph { c }
        | Inline::Strong { c }
        | Inline::Strike { c }
        | Inline::Link { c, .. } => c.iter().any(has_words),
    }
}

/// Bold in italics in a link in bold …: no deeper than this.
const DEEPEST_WORDS: usize = 6;

fn inlines<'a>(node: &'a AstNode<'a>, depth: usize) -> Vec<Inline> {
    let mut words = Vec::new();
    if depth > DEEPEST_WORDS {
        for inner in node.descendants() {
            if let NodeValue::Text(text) = &inner.data.borrow().value {
                push_text(&mut words, text);
            }
        }
        return words;
    }
    for child in node.children() {
        let value = child.data.borrow().value.clone();
        let c = || inlines(child, depth + 1);
        match value {
            NodeValue::Text(text) => push_text(&mut words, &text),
            NodeValue::SoftBreak => push_text(&mut words, " "),
            NodeValue::LineBreak => words.push(Inline::Break),
            NodeValue::Code(code) => {
                words.push(Inline::Code { text: letters::shown(&code.literal) });
            }
            NodeValue::HtmlInline(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                words.push(Inline::Break);
            }
            // Other tags mean nothing on paper; pictures of the text stand by themselves by now.
            NodeValue::HtmlInline(_) | NodeValue::Image(_) => {}
            NodeValue::Emph => words.push(Inline::Emph { c: c() }),
            NodeValue::Strong => words.push(Inline::Strong { c: c() }),
            NodeValue::Strikethrough => words.push(Inline::Strike { c: c() }),
            NodeValue::Link(link) => match address(&link.url) {
                Some(href) => {
                    let inner = c();
                    if inner.iter().any(has_words) {
                        words.push(Inline::Link { href, c: inner });
                    }
                }
                None => words.extend(c()),
            },
            _ => words.extend(c()),
        }
    }
    words
}

fn push_text(words: &mut Vec<Inline>, text: &str) {
    let text = letters::shown(text);
    if let Some(Inline::Text { text: last }) = words.last_mut() {
        last.push_str(&text);
    } else if !text.is_empty() {
        words.push(Inline::Text { text });
    }
}

/// An address that may be followed from paper: the web or a letter. Others are only words.
pub fn address(url: &str) -> Option<String> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let is_known =
        ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme));
    let is_plain = url.len() <= 2_000 && !url.chars().any(|c| c.is_control() || c.is_whitespace());
    (is_known && is_plain && url.len() > 8).then(|| url.to_owned())
}

/// One line of words as it stands.
pub fn line(text: &str) -> Vec<Inline> {
    let text = letters::shown(text);
    if text.is_empty() { Vec::new() } else { vec![Inline::Text { text }] }
}

/// The words between tags, with scripts and styles gone.
fn words_of_html(html: &str) -> String {
    let clean = ammonia::Builder::empty().clean(html).to_string();
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    entities.iter().fold(clean, |text, (name, letter)| text.replace(name, letter))
}
