//! Writes SVG: escaped text, short numbers.

use std::fmt::Write as _;

/// An SVG being written.
pub(super) struct Ink {
    pub(super) svg: String,
}

impl Ink {
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { svg: String::with_capacity(bytes) }
    }

    pub(super) fn raw(&mut self, text: &str) -> &mut Self {
        self.svg.push_str(text);
        self
    }

    /// A number of pixels with at most one decimal.
    pub(super) fn px(&mut self, value: f64) -> &mut Self {
        // What is outside any picture is drawn at its edge; NaN cannot come here but must not harm.
        #[expect(clippy::cast_possible_truncation, reason = "clamped")]
        let tenths = (value.clamp(-1e5, 1e5) * 10.0).round() as i64;
        if tenths < 0 {
            self.svg.push('-');
        }
        let tenths = tenths.unsigned_abs();
        let _ = write!(self.svg, "{}", tenths / 10);
        if !tenths.is_multiple_of(10) {
            let _ = write!(self.svg, ".{}", tenths % 10);
        }
        self
    }

    /// Text between tags or in an attribute.
    pub(super) fn words(&mut self, text: &str) -> &mut Self {
        escape(&mut self.svg, text);
        self
    }

    pub(super) fn line(&mut self, style: &str, from: (f64, f64), to: (f64, f64)) {
        self.raw("<path ").raw(style).raw(" d=\"M").point(from).raw("L").point(to).raw("\"/>");
    }

    pub(super) fn point(&mut self, (x, y): (f64, f64)) -> &mut Self {
        self.px(x).raw(" ").px(y)
    }

    pub(super) fn text(&mut self, style: &str, (x, y): (f64, f64), text: &str) {
        self.raw("<text ").raw(style).raw(" x=\"").px(x).raw("\" y=\"").px(y).raw("\">");
        self.words(text).raw("</text>");
    }

    pub(super) fn dot(&mut self, style: &str, (x, y): (f64, f64), radius: f64) {
        self.raw("<circle ").raw(style).raw(" cx=\"").px(x).raw("\" cy=\"").px(y);
        self.raw("\" r=\"").px(radius).raw("\"/>");
    }

    /// A square on its corner.
    pub(super) fn diamond(&mut self, style: &str, (x, y): (f64, f64), radius: f64) {
        self.raw("<path ").raw(style).raw(" d=\"M").point((x, y - radius));
        for corner in [(x + radius, y), (x, y + radius), (x - radius, y)] {
            self.raw("L").point(corner);
        }
        self.raw("Z\"/>");
    }

    /// A small flag with its foot here.
    pub(super) fn flag(&mut self, (x, y): (f64, f64)) {
        self.raw("<path ").raw(style::FLAG).raw(" d=\"M").point((x, y));
        for corner in [(x, y - 12.0), (x + 9.0, y - 8.0), (x + 1.5, y - 4.5), (x + 1.5, y)] {
            self.raw("L").point(corner);
        }
        self.raw("Z\"/>");
    }

    pub(super) fn cross(&mut self, style: &str, (x, y): (f64, f64), radius: f64) {
        self.raw("<path ").raw(style).raw(" d=\"M").point((x - radius, y - radius));
        self.raw("L").point((x + radius, y + radius)).raw("M").point((x - radius, y + radius));
        self.raw("L").point((x + radius, y - radius)).raw("\"/>");
    }
}

/// Adds text in which no character is markup. Control characters, which XML forbids, are dropped.
pub(crate) fn escape(into: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\n' | '\t' => into.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            character if character.is_control() => {}
            character => into.push(character),
        }
    }
}

/// How wide a text will be at 12.5 px, near enough to keep texts apart.
pub(crate) fn width(text: &str) -> f64 {
    text.chars()
        .map(|character| match character {
            'i' | 'l' | 'j' | 'I' | '.' | ',' | '\'' | ':' | '|' => 3.6,
            ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' => 4.8,
            'm' | 'w' | 'M' | 'W' | '%' | '—' | 'æ' => 11.0,
            'A'..='Z' | 'Æ' | 'Ø' | 'Å' => 8.8,
            _ => 7.5,
        })
        .sum()
}

/// A text cut to a width, with an ellipsis.
pub(crate) fn cut(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 11.0;
    for character in text.chars() {
        used += width(character.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        cut.push(character);
    }
    format!("{}…", cut.trim_end())
}

/// Class and presentation attributes of each kind of mark: the page's theme goes before.
pub(super) mod style {
    macro_rules! styles {
        ($($name:ident = $text:literal;)+) => { $(pub(in super::super) const $name: &str = $text;)+ };
    }
    styles! {
        GRID = r##"class="chart-grid" fill="none" stroke="#bcbcb9""##;
        BAND = r##"class="chart-band" fill="#e1ebe9""##;
        LIMIT = r##"class="chart-limit" fill="none" stroke="#498378""##;
        CENTRE = r##"class="chart-centre" fill="none" stroke="#5e5e58" stroke-width="1.4""##;
        CENTRE_ON = r##"class="chart-centre" fill="none" stroke="#5e5e58" stroke-width="1.4" stroke-dasharray="6 4""##;
        CENTRE_FEW = r##"class="chart-centre chart-centre--few" fill="none" stroke="#9a4324" stroke-width="2.6" stroke-dasharray="8 2""##;
        TARGET = r##"class="chart-target" fill="none" stroke="#c2542d" stroke-width="1.8" stroke-dasharray="2 4""##;
        BASELINE = r##"class="chart-baseline" fill="none" stroke="#797975" stroke-width="3""##;
        LINE = r##"class="chart-line" fill="none" stroke="#0f5c4d" stroke-width="2" stroke-linejoin="round""##;
        DOT = r##"class="chart-dot" fill="#0f5c4d""##;
        RING = r##"class="chart-ring" fill="#ffffff" stroke="#0f5c4d" stroke-width="2.6""##;
        OUTSIDE = r##"class="chart-outside" fill="#ffffff" stroke="#9a4324" stroke-width="2.6""##;
        LEFT_OUT = r##"class="chart-left-out" fill="none" stroke="#5e5e58" stroke-width="2""##;
        NOTE = r##"class="chart-note" fill="none" stroke="#5e5e58""##;
        HERE = r##"class="chart-here-mark" fill="none" stroke="#5e5e58" stroke-width="1.4""##;
        FLAG = r##"class="chart-flag" fill="#5e5e58""##;
        TICK = r##"class="chart-tick" fill="#5e5e58""##;
        TICK_MIDDLE = r##"class="chart-tick" fill="#5e5e58" text-anchor="middle""##;
        TICK_END = r##"class="chart-tick" fill="#5e5e58" text-anchor="end""##;
        LABEL = r##"class="chart-label" fill="#2c2c28" font-weight="600""##;
        LABEL_END = r##"class="chart-label" fill="#2c2c28" font-weight="600" text-anchor="end""##;
        LABEL_TARGET = r##"class="chart-label chart-label--target" fill="#9a4324" font-weight="600""##;
    }
}
