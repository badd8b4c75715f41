//! Reads a plain-text page of the old sites into facts, sections and an account of every line.
//!
//! Pure: bytes in, a [`Page`] or a [`Refusal`] out. The text is cut into lines and lines into pieces;
//! one step after the other then claims pieces (navigation, header, facts, title, body), and what
//! was decided about the pieces is at last told line by line.

mod account;
mod body;
mod centres;
mod draft;
mod email;
mod guideline;
mod header;
mod headings;
mod kind;
mod labels;
mod language;
mod lines;
mod markdown;
mod navigation;
mod notes;
mod oddities;
mod orgs;
mod page;
mod people;
mod periods;
mod project;
mod refusal;
mod sections;
mod split;
mod spoilt;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod values;

pub use account::{LineAccount, LineFate, LinePart, Reason};
pub use centres::{CentreKind, CentreRow, Centres};
pub use guideline::Guideline;
pub use notes::{Code, Note};
pub use page::{Facts, Image, Kind, Language, News, Page, Reference, Section, SectionRole};
pub use people::Leader;
pub use periods::{Moment, Period, Precision};
pub use project::{Project, Status};
pub use refusal::{Encoding, MAX_BYTES, Refusal};

/// A line of text as a block of its own.
pub fn as_block(text: &str) -> String {
    markdown::render(&[markdown::Block::Paragraph(text.to_owned())])
}

/// Is it a time or a span of time that is understood?
pub fn is_time(text: &str) -> bool {
    periods::period(text).is_some() || periods::moment(text).is_some()
}

/// A label, or a heading of a project's part or list, and nothing more: what it says is what the fact or
/// the part is called.
pub fn is_label_alone(text: &str) -> bool {
    let text = text::tidy(text);
    project::is_label_alone(&text)
        || sections::exact(&text)
            .is_some_and(|known| known != sections::KnownHeading::Text(SectionRole::Other))
}

/// Reads one page. `name` is the file's name: it is told in the result and, when the page has no
/// title, stands in for one.
pub fn read(name: &str, bytes: &[u8]) -> Result<Page, Refusal> {
    let lines = lines::lines(refusal::decode(bytes)?);
    let mut pieces = split::pieces(&lines);
    let trail = navigation::claim(&mut pieces);
    let mut draft = draft::Draft::new(kind::of(&pieces, &trail));
    header::claim(&mut pieces, &mut draft);
    match draft.kind {
        Kind::Project => project::claim(&mut pieces, &mut draft),
        Kind::Guideline => guideline::claim(&mut pieces, &mut draft),
        Kind::News | Kind::CentreOverview | Kind::Text => {}
    }
    title::claim(&mut pieces, &trail, &mut draft);
    body::claim(&mut pieces, &mut draft);
    centres::read(&mut pieces, &mut draft);
    match draft.kind {
        Kind::Project => project::note_missing(&mut draft),
        Kind::Guideline => guideline::complete(&mut draft),
        Kind::News | Kind::CentreOverview | Kind::Text => {}
    }
    oddities::look(&lines, &pieces, &mut draft);
    let shown = pieces.iter().filter(|piece| !piece.what.as_ref().is_none_or(LineFate::is_dropped));
    let language = language::detect(shown.map(|piece| piece.full.as_str()));
    Ok(draft.finish(name, &lines, &pieces, language))
}
