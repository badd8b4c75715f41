//! A picture that stands alone, in a file, a mail or on a slide: what a page would say around it
//! is drawn in it. A title above, and below the sentence, the notes in full, or one legend for all.

use crate::i18n::Text;

use super::axis::Places;
use super::ink::{Ink, style};
use super::multiples::{lay_out, small_multiples};
use super::{Axes, Drawing, Shape, labels};

/// How a sheet is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub shape: Shape,
    pub axes: Axes,
}

/// A picture, and what a page says around it, for paper that sets words itself.
pub struct Words {
    pub picture: String,
    pub sentence: String,
    /// What happened, each by its sign in the picture; none where all of it stands there.
    pub notes: Vec<String>,
}

impl Drawing<'_> {
    /// The picture with its words beside it.
    pub fn with_words(&self, text: Text, shape: Shape) -> Words {
        let (picture, has_all_notes) = self.picture(text, shape, false);
        let places = Places::of(self, text);
        let note = |(note, sign): (&super::Note, String)| {
            let pdsa =
                if note.kind.is_test() { text.plain("charts-pdsa") + ": " } else { String::new() };
            format!("{sign} · {}: {pdsa}{}", places.name(&note.at), note.text)
        };
        let notes = if has_all_notes { Vec::new() } else { self.signed_notes() };
        Words {
            picture,
            sentence: self.sentence(text),
            notes: notes.into_iter().map(note).collect(),
        }
    }
}

const TITLE: f64 = 17.0;
const WORDS: f64 = 13.5;
const BETWEEN: f64 = 20.0;

/// One chart, or several as small multiples, with a title of their own.
pub fn sheet(drawings: &[Drawing<'_>], title: &str, look: Look, text: Text) -> String {
    match drawings {
        [drawing] => alone(drawing, title, look.shape, text),
        drawings => together(drawings, title, look, text),
    }
}

/// A sheet with its own theme for light, dark and print, to stand alone in a file.
pub fn standalone(sheet: &str) -> String {
    let style = format!("<style>{}</style>", super::STANDALONE_CSS);
    match sheet.find('>') {
        Some(end) => format!("{}{style}{}\n", &sheet[..=end], &sheet[end + 1..]),
        None => sheet.to_owned(),
    }
}

fn alone(drawing: &Drawing<'_>, title: &str, shape: Shape, text: Text) -> String {
    let words = drawing.with_words(text, shape);
    let room = shape.width();
    let mut ink = Ink::with_room(words.picture.len() + 2000);
    let mut y = heading(&mut ink, title, room);
    y = lay_out(&mut ink, &[words.picture], 1, y);
    y = paragraph(&mut ink, &words.sentence, room, y + 6.0);
    for line in &words.notes {
        y = paragraph(&mut ink, line, room, y);
    }
    whole(&ink, title, room, y)
}

fn together(drawings: &[Drawing<'_>], title: &str, look: Look, text: Text) -> String {
    let many = small_multiples(drawings, look.axes, text);
    let most = if look.shape == Shape::Narrow { 1 } else { 3 };
    let columns = most.min(drawings.len().max(1));
    let column = super::scale::count(columns);
    let room = column * Shape::Cell.width() + (column - 1.0) * BETWEEN;
    let bytes = many.cells.iter().map(String::len).sum::<usize>();
    let mut ink = Ink::with_room(bytes + 2000);
    let mut y = heading(&mut ink, title, room);
    if !many.caption.is_empty() {
        ink.text(style::TICK, (2.0, y + 6.0), &many.caption);
        y += 20.0;
    }
    y = lay_out(&mut ink, &many.cells, columns, y);
    let legend = labels::legend_of(drawings, text, room);
    if !legend.is_empty() {
        y = lay_out(&mut ink, &[legend], 1, y);
    }
    whole(&ink, title, room, y)
}

fn heading(ink: &mut Ink, title: &str, room: f64) -> f64 {
    let mut y = 4.0;
    for line in labels::wrap(title, room * 12.0 / TITLE) {
        y += 18.0;
        sized(ink, "600", TITLE, (2.0, y), &line);
    }
    y + 10.0
}

fn paragraph(ink: &mut Ink, words: &str, room: f64, from: f64) -> f64 {
    let mut y = from;
    for line in labels::wrap(words, room * 12.0 / WORDS) {
        y += 18.0;
        sized(ink, "400", WORDS, (2.0, y), &line);
    }
    y + 4.0
}

fn sized(ink: &mut Ink, weight: &str, size: f64, (x, y): (f64, f64), words: &str) {
    ink.raw("<text class=\"chart-label\" fill=\"#2c2c28\" font-weight=\"").raw(weight);
    ink.raw("\" font-size=\"").px(size).raw("\" x=\"").px(x).raw("\" y=\"").px(y).raw("\">");
    ink.words(words).raw("</text>");
}

fn whole(inside: &Ink, title: &str, wide: f64, high: f64) -> String {
    let mut ink = Ink::with_room(inside.svg.len() + 300);
    let high = high + 6.0;
    ink.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").px(wide);
    ink.raw("\" height=\"").px(high).raw("\" viewBox=\"0 0 ").px(wide).raw(" ").px(high);
    ink.raw("\" font-family=\"Inter, sans-serif\" font-size=\"12.5\"><title>").words(title);
    ink.raw("</title>").raw(&inside.svg).raw("</svg>");
    ink.svg
}
