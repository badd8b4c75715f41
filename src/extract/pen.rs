//! Follows the pen over a page of a PDF and tells words, lines and paragraphs by how far it jumps.
//!
//! A PDF says where each letter stands and seldom that there is a space. Most programs move the pen a
//! little between letters that fit closely, so only a jump of more than that is a space.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Jumps as a share of the size of the letters: along the line for a space, …
const SPACE: f64 = 0.17;
/// … back along it, as when a table begins its next column …
const BACK: f64 = -0.6;
/// … and across it, for the next line and the next paragraph. What is raised a little, as the mark
/// of a note, is on the line still.
const LINE: f64 = 0.6;
const PARAGRAPH: f64 = 1.9;

type Point = (f64, f64);

pub struct Pen {
    text: String,
    most: usize,
    /// Where the next letter stands if it follows closely.
    expected: Option<Point>,
}

impl Pen {
    pub fn new(most: usize) -> Self {
        Self { text: String::new(), most, expected: None }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_full(&self) -> bool {
        self.text.len() >= self.most
    }

    fn jump(&mut self, to: Point, along: Point, size: f64) {
        let Some(expected) = self.expected else { return };
        let by = (to.0 - expected.0, to.1 - expected.1);
        let length = along.0.hypot(along.1);
        // Letters of no size, or of a size that is no number, stand nowhere.
        if !(length > 0.0 && size > 0.0) {
            return;
        }
        let forward = (by.0 * along.0 + by.1 * along.1) / length / size;
        let across = ((by.0 * along.1 - by.1 * along.0) / length / size).abs();
        if across > PARAGRAPH {
            self.text.push_str("\n\n");
        } else if across > LINE {
            self.text.push('\n');
        } else if forward > SPACE || forward < BACK {
            self.text.push(' ');
        }
    }
}

impl OutputDev for Pen {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let at = (trm.m31, trm.m32);
        let size = font_size * trm.m21.hypot(trm.m22);
        self.jump(at, (trm.m11, trm.m12), size.abs());
        self.text.push_str(letter);
        let advance = width * font_size + spacing;
        self.expected = Some((at.0 + advance * trm.m11, at.1 + advance * trm.m12));
        if self.is_full() { Err(OutputError::FormatError(std::fmt::Error)) } else { Ok(()) }
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
