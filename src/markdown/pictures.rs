//! Pictures within a text: `![](bilde:1)` says where the picture stands that the text has under that name.

use std::collections::BTreeMap;

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};

use super::depth::parse;

/// Before the name of a picture.
pub const SCHEME: &str = "bilde:";

/// What stands for each picture of a text on its page, and for one that it has no more.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Safe, from a template of ours; by the names that the text calls them by.
    html: BTreeMap<String, String>,
    gap: String,
}

impl Figures {
    pub fn new(html: BTreeMap<String, String>, gap: String) -> Self {
        Self { html, gap }
    }

    fn of(&self, name: &str) -> &str {
        self.html.get(name).unwrap_or(&self.gap)
    }
}

/// Takes the pictures out of the sentences: each becomes a paragraph of its own behind the block that it
/// stood in, so that it may have words below it. Tells their names in the order in which they stand. What is
/// at any other address than ours is not shown.
pub(super) fn lift<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>) -> Vec<String> {
    let found: Vec<&'a AstNode<'a>> = root.descendants().filter(|node| is_image(node)).collect();
    for node in found.iter().rev() {
        let is_ours = name_of(node).is_some();
        if is_ours && let Some(block) = block_around(node) {
            let paragraph = arena.alloc(AstNode::from(NodeValue::Paragraph));
            block.insert_after(paragraph);
            take(node);
            paragraph.append(node);
            if is_empty(block) {
                block.detach();
            }
        } else {
            take(node);
        }
    }
    root.descendants().filter_map(name_of).collect()
}

/// Takes it from where it stands, with a link or a mark around it that is left with nothing.
fn take<'a>(node: &'a AstNode<'a>) {
    let mut around = node.parent();
    node.detach();
    while let Some(mark) = around.filter(|mark| is_mark(mark) && mark.first_child().is_none()) {
        around = mark.parent();
        mark.detach();
    }
}

fn is_mark<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(
        node.data.borrow().value,
        NodeValue::Link(_) | NodeValue::Emph | NodeValue::Strong | NodeValue::Strikethrough
    )
}

/// The pictures as they stand in the tree after [`lift`], without a word of what was written in them.
pub(super) fn blank<'a>(root: &'a AstNode<'a>) {
    for node in root.descendants().filter(|node| is_image(node)).collect::<Vec<_>>() {
        while let Some(child) = node.first_child() {
            child.detach();
        }
        if let NodeValue::Image(link) = &mut node.data.borrow_mut().value {
            link.url.clear();
            link.title.clear();
        }
    }
}

/// The page with a figure in the place of each picture. The HTML has been cleaned and holds no picture but
/// those of [`lift`], in their order.
pub(super) fn placed(html: &str, names: &[String], figures: Option<&Figures>) -> String {
    if names.is_empty() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + names.len() * 512);
    let mut rest = html;
    let mut names = names.iter();
    while let Some(at) = rest.find("<img") {
        let (before, tag) = rest.split_at(at);
        let Some(end) = tag.find('>') else { break };
        let after = &tag[end + 1..];
        let is_alone = before.ends_with("<p>") && after.starts_with("</p>");
        out.push_str(if is_alone { &before[..before.len() - "<p>".len()] } else { before });
        if let (Some(name), Some(figures)) = (names.next(), figures) {
            out.push_str(figures.of(name));
        }
        rest = if is_alone { &after["</p>".len()..] } else { after };
    }
    out.push_str(rest);
    out
}

/// Where the pictures of a text are: their names, and the addresses that are none of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictured {
    pub names: Vec<String>,
    pub foreign: Vec<String>,
}

/// What a text says of pictures, in the order in which it does.
pub fn pictured(text: &str) -> Pictured {
    let mut all = Pictured::default();
    // Most texts have none, and are not read for it.
    if !text.contains("![") {
        return all;
    }
    let arena = Arena::new();
    for node in parse(&arena, text).descendants() {
        if let Some(name) = name_of(node) {
            all.names.push(name);
        } else if let NodeValue::Image(link) = &node.data.borrow().value {
            all.foreign.push(link.url.clone());
        }
    }
    all
}

/// As a writer puts it in a text.
pub fn mark(name: &str) -> String {
    format!("![]({SCHEME}{name})")
}

/// Is it a name that a text may call a picture by?
pub fn is_name(name: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(is_one)
}

/// The name of the picture that is ours.
pub(crate) fn name_of<'a>(node: &'a AstNode<'a>) -> Option<String> {
    match &node.data.borrow().value {
        NodeValue::Image(link) => {
            link.url.strip_prefix(SCHEME).filter(|name| is_name(name)).map(str::to_owned)
        }
        _ => None,
    }
}

fn is_image<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Image(_))
}

/// What it stands in that other blocks may stand beside.
fn block_around<'a>(node: &'a AstNode<'a>) -> Option<&'a AstNode<'a>> {
    // Of a table the whole: between its rows nothing else may stand.
    node.ancestors().find(|node| {
        matches!(
            node.data.borrow().value,
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::Table(_)
        )
    })
}

/// Nothing is left in it, or only blanks.
fn is_empty<'a>(block: &'a AstNode<'a>) -> bool {
    let is_paragraph = matches!(block.data.borrow().value, NodeValue::Paragraph);
    is_paragraph
        && block.children().all(|child| match &child.data.borrow().value {
            NodeValue::SoftBreak | NodeValue::LineBreak => true,
            NodeValue::Text(text) => text.trim().is_empty(),
            _ => false,
        })
}
