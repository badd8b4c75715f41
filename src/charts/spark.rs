//! A chart in miniature, for a list: line, centre, and the newest point.

use super::Drawing;
use super::ink::{Ink, style};
use super::marks::{self, Mark};
use super::scale::{Along, Up};
use crate::i18n::Text;

const WIDTH: f64 = 150.0;
const HEIGHT: f64 = 40.0;
const EDGE: f64 = 6.0;

impl Drawing<'_> {
    /// 150 by 40 pixels, named by what it shows. The newest point is a ring where it is part of a
    /// signal, a dot elsewhere.
    pub fn spark(&self, text: Text) -> String {
        let up = Up::close(self);
        let along = Along::of(self.analysis, None);
        let mut ink = Ink::with_room(800 + 10 * self.analysis.len());
        ink.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart--spark\"");
        ink.raw(" width=\"150\" height=\"40\" viewBox=\"0 0 150 40\" role=\"img\" aria-label=\"");
        ink.words(self.title).raw(". ").words(&self.sentence(text)).raw("\">");
        let y = |value: f64| HEIGHT - EDGE - up.share(value) * (HEIGHT - 2.0 * EDGE);
        let x = |share: f64| EDGE + share * (WIDTH - 2.0 * EDGE);
        for part in &self.analysis.parts {
            let place = |at: usize| {
                let point = self.analysis.point(at)?;
                Some(x(along.share(point.x, at)))
            };
            if let (Some(cl), Some(from), Some(to)) =
                (part.cl, place(part.start), place(part.end.saturating_sub(1)))
            {
                ink.line(style::CENTRE_ON, (from, y(cl)), (to, y(cl)));
            }
        }
        ink.raw("<path ").raw(style::LINE).raw(" d=\"");
        let mut pen = "M";
        let mut newest = None;
        let gaps = self.analysis.gaps();
        let every = self.analysis.len().div_ceil(300).max(1);
        for (at, point) in self.analysis.points().enumerate() {
            if gaps.binary_search(&at).is_ok() {
                pen = "M";
            }
            let Some(value) = point.y else {
                pen = "M";
                continue;
            };
            let place = (x(along.share(point.x, at)), y(value));
            newest = Some((at, place));
            if at.is_multiple_of(every) || at + 1 == self.analysis.len() {
                ink.raw(pen).point(place);
                pen = "L";
            }
        }
        ink.raw("\"/>");
        if let Some((at, place)) = newest {
            match marks::of(self).get(at) {
                Some(Mark::Diamond) => ink.diamond(style::OUTSIDE, place, 4.6),
                Some(Mark::Ring) => ink.dot(style::RING, place, 4.0),
                _ => ink.dot(style::DOT, place, 3.6),
            }
        }
        ink.raw("</svg>");
        ink.svg
    }
}
