//! Documents of Word and slides of `PowerPoint`: Office Open XML, ISO/IEC 29500.

use std::collections::BTreeMap;
use std::io::Write;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::package::{Package, text_of};
use super::sink::{Sink, StopReason};

/// A document, with its notes after it: one page, for Word breaks pages when it shows them.
pub fn document<W: Write>(package: &mut Package<'_>, sink: &mut Sink<W>) -> Result<(), StopReason> {
    let mut text = String::new();
    let room = sink.left();
    let mut result = Ok(());
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        let read = paragraphs(package, part, room, &mut text);
        if part == "word/document.xml" && read == Ok(false) {
            return Err(StopReason::Broken("there is no document in it"));
        }
        if let Err(stop) = read {
            result = Err(stop);
            break;
        }
    }
    sink.page(1, &text).and(result)
}

/// Slides in the order of the show.
pub fn slides<W: Write>(package: &mut Package<'_>, sink: &mut Sink<W>) -> Result<(), StopReason> {
    let mut parts = BTreeMap::new();
    package.walk("ppt/_rels/presentation.xml.rels", |event| {
        if let Event::Empty(tag) | Event::Start(tag) = &event
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let target = target.trim_start_matches('/').trim_start_matches("ppt/").to_owned();
            parts.insert(id, format!("ppt/{target}"));
        }
        Ok(())
    })?;
    let mut order = Vec::new();
    let found = package.walk("ppt/presentation.xml", |event| {
        if let Event::Empty(tag) | Event::Start(tag) = &event
            && tag.local_name().as_ref() == "sldId"
            && let Some(part) = attribute(tag, "r:id").and_then(|id| parts.get(&id))
        {
            order.push(part.clone());
        }
        Ok(())
    })?;
    if !found {
        return Err(StopReason::Broken("there is no presentation in it"));
    }
    for (number, part) in (1..).zip(order) {
        let mut text = String::new();
        let read = paragraphs(package, &part, sink.left(), &mut text);
        sink.page(number, &text)?;
        read?;
    }
    Ok(())
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// The text of a part, a line for each paragraph.
fn paragraphs(
    package: &mut Package<'_>,
    part: &str,
    room: usize,
    text: &mut String,
) -> Result<bool, StopReason> {
    // Text in a text box stands there twice: for new programs, and for old ones.
    let mut skipped = 0_usize;
    let mut is_text = false;
    package.walk(part, |event| {
        match &event {
            Event::Start(tag) if tag.local_name().as_ref() == "Fallback" => skipped += 1,
            Event::End(tag) if tag.local_name().as_ref() == "Fallback" => {
                skipped = skipped.saturating_sub(1);
            }
            _ if skipped > 0 => {}
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => is_text = true,
                name => text.push_str(mark(name)),
            },
            Event::Empty(tag) => text.push_str(mark(tag.local_name().as_ref())),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => is_text = false,
                "p" => text.push_str("\n\n"),
                "tc" => text.push('\t'),
                _ => {}
            },
            event if is_text => text_of(event, text),
            _ => {}
        }
        if text.len() > room.saturating_mul(2) { Err(StopReason::Full) } else { Ok(()) }
    })
}

/// What a tag without text stands for in the text.
fn mark(name: &str) -> &'static str {
    match name {
        "tab" => "\t",
        "br" | "cr" => "\n",
        "noBreakHyphen" => "-",
        _ => "",
    }
}
