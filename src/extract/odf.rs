//! Text, sheets and slides of the Open Document Format, ISO/IEC 26300.

use std::io::Write;

use quick_xml::events::Event;

use super::package::{Package, text_of};
use super::sink::{Sink, StopReason};

/// A text is one page; a workbook has one for each sheet, a show one for each slide.
pub fn read<W: Write>(package: &mut Package<'_>, sink: &mut Sink<W>) -> Result<(), StopReason> {
    let mut locked = false;
    package.walk("META-INF/manifest.xml", |event| {
        if let Event::Start(tag) | Event::Empty(tag) = &event {
            locked |= tag.local_name().as_ref() == "encryption-data";
        }
        Ok(())
    })?;
    if locked {
        return Err(StopReason::Locked);
    }
    let mut walk = Walk { number: 1, ..Walk::default() };
    let read = package.walk("content.xml", |event| walk.take(&event, sink));
    let rest = std::mem::take(&mut walk.text);
    // What was read before it broke is kept.
    match read {
        Err(StopReason::Full) => Err(StopReason::Full),
        Ok(false) => Err(StopReason::Broken("there is no content in it")),
        read => sink.page(walk.number, &rest).and(read.map(drop)),
    }
}

#[derive(Default)]
struct Walk {
    number: u32,
    text: String,
    /// Inside so many things that no reader of the text sees.
    hidden: usize,
    /// Inside so many paragraphs.
    inside: usize,
    /// Pages are told apart by this tag.
    divider: Option<&'static str>,
    begun: bool,
}

impl Walk {
    fn take<W: Write>(&mut self, event: &Event<'_>, sink: &mut Sink<W>) -> Result<(), StopReason> {
        match event {
            Event::Start(tag) => {
                let name = tag.local_name();
                let name = name.as_ref();
                if is_hidden(name) {
                    self.hidden += 1;
                }
                match name {
                    "spreadsheet" => self.divider = Some("table"),
                    "presentation" => self.divider = Some("page"),
                    "p" | "h" => self.inside += 1,
                    _ => self.push(mark(name)),
                }
                if self.divider == Some(name) && std::mem::replace(&mut self.begun, true) {
                    self.turn(sink)?;
                }
            }
            Event::Empty(tag) => self.push(mark(tag.local_name().as_ref())),
            Event::End(tag) => {
                let name = tag.local_name();
                let name = name.as_ref();
                match name {
                    "p" | "h" => {
                        self.inside = self.inside.saturating_sub(1);
                        self.push("\n\n");
                    }
                    "table-cell" => self.push("\t"),
                    _ => {}
                }
                if is_hidden(name) {
                    self.hidden = self.hidden.saturating_sub(1);
                }
            }
            event if self.inside > 0 && self.hidden == 0 => text_of(event, &mut self.text),
            _ => {}
        }
        if self.text.len() > sink.left().saturating_mul(2) {
            self.turn(sink)?;
        }
        Ok(())
    }

    fn turn<W: Write>(&mut self, sink: &mut Sink<W>) -> Result<(), StopReason> {
        let text = std::mem::take(&mut self.text);
        sink.page(self.number, &text)?;
        self.number += 1;
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0 {
            self.text.push_str(text);
        }
    }
}

/// Remarks in the margin, what has been struck out, notes for the one who speaks, settings.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "annotation" | "tracked-changes" | "notes" | "forms" | "scripts" | "automatic-styles"
    )
}

fn mark(name: &str) -> &'static str {
    match name {
        "s" | "tab" => " ",
        "line-break" => "\n",
        _ => "",
    }
}
