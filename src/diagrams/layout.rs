//! Where each text lies: whatever hangs on one has a strip to itself, so no text lies over another.

use super::{Diagram, Node};
use crate::charts::ink::{cut, width};

pub(super) const WIDTH: f64 = 1100.0;
/// Between two columns, for the curves.
pub(super) const GAP: f64 = 72.0;
pub(super) const TOP: f64 = 34.0;
/// From one line of a text to the next.
pub(super) const LINE: f64 = 20.0;
/// From the foot of the last line of text to the drawn line below it, and from there to what is next.
pub(super) const LIFT: f64 = 9.0;
const BELOW: f64 = 15.0;
/// What a mark needs below the line.
const MARK: f64 = 18.0;
/// The text is 15.5 px, and half-bold as far as it can be; widths are told for 12.5 px.
const TEXT: f64 = 15.5 / 12.5 * 1.05;
/// A text of more lines is cut: all of it stands in the list.
const LINES: usize = 5;

pub(super) struct Layout {
    pub laid: Vec<Laid>,
    pub height: f64,
    /// How wide each column is.
    pub column: f64,
}

/// A text in its place.
pub(super) struct Laid {
    pub lines: Vec<String>,
    /// The line below it.
    pub left: f64,
    pub right: f64,
    pub y: f64,
    /// The column counted from the left, and what it hangs on.
    pub column: usize,
    pub on: Vec<usize>,
    own: f64,
    /// Those in whose strip it lies.
    under: Vec<usize>,
}

impl Layout {
    pub(super) fn of(diagram: &Diagram<'_>) -> Self {
        let columns = diagram.columns.len().max(1);
        let column = (WIDTH - GAP * number(columns - 1)) / number(columns);
        let laid = diagram.nodes.iter().map(|node| laid(diagram, node, columns, column)).collect();
        let mut layout = Self { laid, height: TOP, column };
        let mut tops = Vec::new();
        for at in 0..layout.laid.len() {
            match layout.stands_under(at) {
                Some(above) => layout.laid[above].under.push(at),
                None => tops.push(at),
            }
        }
        for at in tops {
            let strip = layout.place(at, layout.height);
            layout.height += strip;
        }
        layout
    }

    /// In whose strip it lies: of all that it hangs on, the one farthest left, so that a line from there
    /// meets no text on its way.
    fn stands_under(&self, at: usize) -> Option<usize> {
        let on = self.laid[at].on.iter().copied();
        on.min_by_key(|above| (self.laid[*above].column, *above))
    }

    /// How high its strip is, with all that lies in it. Each is farther right than the one before, so
    /// this ends.
    fn strip(&self, at: usize) -> f64 {
        self.laid[at].own.max(self.beside(at))
    }

    fn beside(&self, at: usize) -> f64 {
        self.laid[at].under.iter().map(|under| self.strip(*under)).sum()
    }

    /// Lays a text and what hangs on it in the middle of their strip, and tells how high that is.
    fn place(&mut self, at: usize, top: f64) -> f64 {
        let (strip, own) = (self.strip(at), self.laid[at].own);
        let mut next = top + (strip - self.beside(at)) / 2.0;
        for under in self.laid[at].under.clone() {
            next += self.place(under, next);
        }
        let text = LINE * number(self.laid[at].lines.len());
        self.laid[at].y = top + (strip - own) / 2.0 + text + LIFT;
        strip
    }
}

fn laid(diagram: &Diagram<'_>, node: &Node, columns: usize, column: f64) -> Laid {
    let place = |node: &Node| node.column.min(columns - 1);
    let at = place(node);
    let is_left = |above: &&usize| diagram.nodes.get(**above).is_some_and(|one| place(one) < at);
    let lines = wrapped(&node.text, column);
    let left = (column + GAP) * number(at);
    let mark = if node.mark.is_some() { MARK } else { 0.0 };
    Laid {
        own: LINE * number(lines.len()) + LIFT + BELOW + mark,
        lines,
        left,
        right: left + column,
        y: 0.0,
        column: at,
        on: node.on.iter().filter(is_left).copied().collect(),
        under: Vec::new(),
    }
}

/// A text in lines that fit. A word that is too long for one is cut.
pub(super) fn wrapped(text: &str, room: f64) -> Vec<String> {
    let room = room / TEXT;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let word = cut(word, room);
        match lines.last_mut() {
            Some(line) if line.is_empty() => *line = word,
            Some(line) if width(line) + width(" ") + width(&word) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), room);
        }
    }
    lines
}

fn number(count: usize) -> f64 {
    f64::from(u16::try_from(count).unwrap_or(u16::MAX))
}
