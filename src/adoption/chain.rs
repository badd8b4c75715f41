//! Who learned it from whom: a picture to follow by its links, and the same as a list in lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use uuid::Uuid;

use super::here::anchor;
use crate::charts::ink::escape;
use crate::i18n::Text;

/// An adopter, and whom they learned it from.
pub struct Node<'a> {
    pub id: Uuid,
    pub from: Option<Uuid>,
    pub name: &'a str,
}

/// A picture holds so many, in so many steps; beyond that the list tells alone.
const MOST: usize = 60;
const DEEPEST: usize = 6;
/// In units of the picture.
const STEP: usize = 230;
const ROW: usize = 46;
const WIDTH: usize = 190;
const HEIGHT: usize = 34;
/// So many letters of a name have room.
const LETTERS: usize = 22;

/// A node in its place: how far it is from the beginning, and in which row its parent stands.
struct Placed<'a> {
    node: &'a Node<'a>,
    depth: usize,
    parent: usize,
}

/// Each after whom it learned from. Row 0 is the text itself. What leads to nobody that is there, or round,
/// came from the text.
fn placed<'a>(nodes: &'a [Node<'a>]) -> Vec<Placed<'a>> {
    let known: BTreeSet<Uuid> = nodes.iter().map(|node| node.id).collect();
    let mut learners: BTreeMap<Option<Uuid>, Vec<&Node<'_>>> = BTreeMap::new();
    for node in nodes {
        learners.entry(node.from.filter(|from| known.contains(from))).or_default().push(node);
    }
    let mut placed: Vec<Placed<'_>> = Vec::new();
    let mut seen: BTreeSet<Uuid> = BTreeSet::new();
    let roots = learners.get(&None).into_iter().flatten().copied();
    let firsts: Vec<&Node<'_>> = roots.chain(nodes).collect();
    for first in firsts {
        let mut next = vec![(first, 1, 0)];
        while let Some((node, depth, parent)) = next.pop() {
            if !seen.insert(node.id) {
                continue;
            }
            placed.push(Placed { node, depth, parent });
            let row = placed.len();
            let its = learners.get(&Some(node.id)).into_iter().flatten().rev();
            next.extend(its.map(|learner| (*learner, depth + 1, row)));
        }
    }
    placed
}

/// The picture; none where it would be a single line, or too large to be read.
pub fn picture(t: Text, origin: &str, nodes: &[Node<'_>]) -> Option<String> {
    let placed = placed(nodes);
    let deepest = placed.iter().map(|one| one.depth).max()?;
    if !(2..=DEEPEST).contains(&deepest) || placed.len() > MOST {
        return None;
    }
    let (wide, high) = (deepest * STEP + WIDTH + 20, (placed.len() + 1) * ROW + 10);
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg class=\"chain\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" role=\"group\" aria-label=\""
    );
    escape(&mut svg, &t.plain("adoption-chain"));
    svg.push_str("\" focusable=\"false\">");
    for (row, one) in (1..).zip(&placed) {
        line(&mut svg, one, row, &placed);
    }
    node(&mut svg, origin, (0, 0), None);
    for (row, one) in (1..).zip(&placed) {
        node(&mut svg, one.node.name, (one.depth, row), Some(one.node.id));
    }
    svg.push_str("</svg>");
    Some(svg)
}

fn place((depth, row): (usize, usize)) -> (usize, usize) {
    (10 + depth * STEP, 6 + row * ROW)
}

/// From whom it was learned: down, and in.
fn line(svg: &mut String, one: &Placed<'_>, row: usize, all: &[Placed<'_>]) {
    let above = one.parent.checked_sub(1).and_then(|at| all.get(at)).map_or(0, |above| above.depth);
    let ((x, y), (to, down)) = (place((above, one.parent)), place((one.depth, row)));
    let (x, y, down) = (x + 16, y + HEIGHT, down + HEIGHT / 2);
    let _ = write!(
        svg,
        "<path d=\"M{x} {y}V{down}H{to}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" aria-hidden=\"true\"/>"
    );
}

fn node(svg: &mut String, name: &str, at: (usize, usize), id: Option<Uuid>) {
    let (x, y) = place(at);
    if let Some(id) = id {
        let _ = write!(svg, "<a href=\"#{}\">", anchor(id));
    }
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"4\" fill=\"none\" stroke=\"currentColor\"/><text x=\"{}\" y=\"{}\" font-size=\"15\" fill=\"currentColor\">",
        x + 10,
        y + 22
    );
    escape(svg, &short(name));
    svg.push_str("</text>");
    if id.is_some() {
        svg.push_str("</a>");
    }
}

fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The same in words: each under whom they learned it from. Empty where nobody has.
pub fn list(origin: &str, nodes: &[Node<'_>]) -> String {
    let placed = placed(nodes);
    if placed.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ul class=\"tree\"><li>");
    escape(&mut html, origin);
    let mut depth = 0;
    for one in &placed {
        if one.depth > depth {
            html.push_str("<ul>");
        } else {
            html.push_str("</li>");
            html.push_str(&"</ul></li>".repeat(depth - one.depth));
        }
        depth = one.depth;
        let _ = write!(html, "<li><a class=\"ds-link\" href=\"#{}\">", anchor(one.node.id));
        escape(&mut html, one.node.name);
        html.push_str("</a>");
    }
    html.push_str("</li>");
    html.push_str(&"</ul></li>".repeat(depth));
    html.push_str("</ul>");
    html
}
