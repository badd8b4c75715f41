//! XML as we write it: elements with attributes and text, nothing that a text can break out of.

use std::fmt::Write;

/// A document under way.
pub struct Xml(String);

impl Default for Xml {
    fn default() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned())
    }
}

impl Xml {
    /// Begins an element; what is written until [`Xml::close`] stands inside.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
    }

    pub fn close(&mut self, name: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "</{name}>");
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    /// An element that is its text.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes, ">");
        self.text(text);
        self.close(name);
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(self.0, " {name}=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push_str(end);
    }

    /// Some letters may not stand in XML at all, not even escaped: they are left out.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.0.push(c),
                c if c < ' ' || matches!(c, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}') => {}
                c => self.0.push(c),
            }
        }
    }

    pub fn finish(self) -> String {
        self.0
    }
}
