//! The text itself: sections with their headings, lists, and lines that were links.

use super::account::{LineFate, Reason};
use super::draft::Draft;
use super::email;
use super::headings;
use super::lines::{Marker, Piece, runs_on};
use super::markdown::{self, Block};
use super::notes::Code;
use super::orgs;
use super::page::{Kind, Reference, Section, SectionRole};
use super::sections::{self, KnownHeading, List};
use super::text::{ends_sentence, tidy, word_count};
use super::values;

/// Joined lines may form an address that neither held alone.
pub(super) fn scrub(text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let mut gone = email::find(text);
    gone.retain(|found| email::is_personal(&found.address));
    tidy(&email::without(text, &gone))
}

#[derive(Debug)]
struct Open {
    heading: Option<String>,
    role: SectionRole,
    line: usize,
    blocks: Vec<Block>,
}

/// Claims all that is left.
pub(super) fn claim(pieces: &mut [Piece], draft: &mut Draft) {
    let headings = headings::find(pieces);
    let tail = tail_of_links(pieces, draft.kind);
    let project = draft.kind == Kind::Project;
    let mut body = Body {
        draft,
        open: None,
        list: None,
        list_heading: String::new(),
        list_line: None,
        last_is_item: false,
        last: None,
    };
    for at in 0..pieces.len() {
        if !pieces[at].open() {
            continue;
        }
        let piece = &pieces[at];
        let what = if piece.words.is_empty() {
            let mail = !piece.emails.is_empty();
            LineFate::dropped(if mail { Reason::PersonalEmail } else { Reason::Decoration })
        } else if at >= tail || body.list.is_some() && !piece.item && leads_on(piece, body.list) {
            body.link(piece)
        } else if !piece.item && leads_on(piece, body.list) {
            body.lost_link(piece)
        } else if let Some(known) = heading_of(piece, headings[at], &body, project) {
            body.heading(piece, known)
        } else if let Some(inline) =
            sections::inline(&piece.words).filter(|_| project && !piece.item)
        {
            body.inline(piece, inline)
        } else if let Some(list) = body.list {
            body.entry(piece, list)
        } else {
            body.block(piece)
        };
        pieces[at].what = Some(what);
    }
    body.close();
    scrub_lists(draft);
}

fn scrub_lists(draft: &mut Draft) {
    let facts = draft.facts.project.iter_mut();
    for facts in facts {
        let texts = facts.sources.iter_mut().chain(&mut facts.materials).map(|one| &mut one.text);
        for text in texts.chain(&mut facts.partners) {
            *text = scrub(text);
        }
    }
    for link in &mut draft.links {
        link.text = scrub(&link.text);
    }
}

/// «Les mer om …» is a link also among partners and sources; «Last ned skjema» is a material.
fn leads_on(piece: &Piece, list: Option<List>) -> bool {
    headings::is_link(piece) && (list.is_none() || headings::is_read_more(piece))
}

/// The part of a heading; none when the piece is no heading here.
fn heading_of(piece: &Piece, shaped: bool, body: &Body<'_>, project: bool) -> Option<KnownHeading> {
    let other = KnownHeading::Text(SectionRole::Other);
    if piece.item {
        return None;
    }
    if !project {
        return (shaped && !body.lists_centre(piece)).then_some(other);
    }
    // «Mål: Bedre søvn» is a heading and its text.
    if sections::inline(&piece.words).is_some() {
        return None;
    }
    let begun = shaped.then(|| sections::begins(&piece.words));
    match (sections::exact(&piece.words), body.list) {
        (Some(known), _) => Some(known),
        (None, None) => begun.map(|known| known.unwrap_or(other)),
        // Among lines of a list, a short line is one more; after bullets it is a heading.
        (None, Some(_)) if !piece.gap_before => None,
        (None, Some(_)) if body.last_is_item || piece.words.ends_with('?') => {
            begun.map(|known| known.unwrap_or(other))
        }
        (None, Some(_)) => begun.flatten().filter(|_| piece.gap_after),
    }
}

/// From where to the end there is nothing but short lines without a full stop: a list of links.
fn tail_of_links(pieces: &[Piece], kind: Kind) -> usize {
    let mut tail = usize::MAX;
    if matches!(kind, Kind::Project | Kind::Guideline) {
        return tail;
    }
    for (at, piece) in pieces.iter().enumerate().rev().filter(|(_, piece)| piece.open()) {
        let name = super::people::is_names(&piece.full);
        let short = headings::shaped(piece) && !piece.words.ends_with(['?', '!', ':']);
        if !(short && word_count(&piece.full) >= 2 && !name || headings::is_link(piece)) {
            break;
        }
        tail = at;
    }
    // All of the page cannot be links, one short line may be anything, and what a label stands over is
    // its value.
    let open = |at: &usize| pieces[*at].open();
    let before = (0..tail.min(pieces.len())).rev().find(open);
    let is_labelled = before.is_some_and(|before| pieces[before].words.ends_with(':'));
    let is_lone = tail < pieces.len()
        && (tail..pieces.len()).filter(open).count() == 1
        && !headings::is_link(&pieces[tail]);
    if before.is_none() || is_labelled || is_lone { usize::MAX } else { tail }
}

struct Body<'a> {
    draft: &'a mut Draft,
    open: Option<Open>,
    /// The list that lines belong to at present: partners, sources …
    list: Option<List>,
    list_heading: String,
    /// Where the list's heading stands, as long as nothing has come under it.
    list_line: Option<usize>,
    /// The last entry of that list bore a bullet.
    last_is_item: bool,
    /// Line of the last block, to join lines of one sentence.
    last: Option<(usize, String)>,
}

impl Body<'_> {
    fn heading(&mut self, piece: &Piece, known: KnownHeading) -> LineFate {
        self.close();
        let heading = piece.full.trim_end_matches([':', ' ']).to_owned();
        if known == KnownHeading::Text(SectionRole::Other) && values::is_unknown_label(piece) {
            let note = format!("«{}» is no label that is known: kept as text", piece.full);
            self.draft.note(piece.number(), Code::EtikettUkjent, note);
        }
        // The heading of a list that is kept as a fact is the fact's label.
        let what = match known {
            KnownHeading::List(list) => LineFate::field(list.name()),
            KnownHeading::Text(_) => LineFate::section(&heading),
        };
        self.start(heading, known, piece.number());
        what
    }

    fn start(&mut self, heading: String, known: KnownHeading, line: usize) {
        match known {
            KnownHeading::List(list) => {
                self.list = Some(list);
                self.list_heading = heading;
                self.list_line = Some(line);
            }
            KnownHeading::Text(role) => {
                let role = if self.draft.kind == Kind::Project { role } else { SectionRole::Other };
                self.open = Some(Open { heading: Some(heading), role, line, blocks: Vec::new() });
            }
        }
    }

    /// «Mål: …» opens a section and gives its first text.
    fn inline(
        &mut self,
        piece: &Piece,
        (known, heading, value): (KnownHeading, &str, &str),
    ) -> LineFate {
        self.close();
        self.start(heading.to_owned(), known, piece.number());
        match known {
            KnownHeading::List(List::Partners) => {
                self.list_line = None;
                self.facts(|facts| facts.partners.extend(orgs::split(value, true)));
                LineFate::list(List::Partners.name())
            }
            KnownHeading::List(list) => {
                self.list_line = None;
                self.reference(value, piece.number(), list);
                LineFate::list(list.name())
            }
            KnownHeading::Text(_) => {
                self.push(Block::Paragraph(value.to_owned()), piece);
                LineFate::section(heading)
            }
        }
    }

    fn facts(&mut self, change: impl FnOnce(&mut super::project::Project)) {
        change(self.draft.facts.project.get_or_insert_default());
    }

    /// A line of a list that is kept as a fact.
    fn entry(&mut self, piece: &Piece, list: List) -> LineFate {
        self.list_line = None;
        self.last_is_item = piece.item;
        let text = piece.text().to_owned();
        let intro = text.ends_with(':') && word_count(&text) > 1;
        let prose = list == List::Partners && ends_sentence(&text) && word_count(&text) > 8;
        let far = self.last.as_ref().is_none_or(|(line, _)| *line + 1 < piece.line);
        if !far && !piece.item && self.goes_on(piece) && self.join(list, &text) {
            // Nothing more to do: the entry above took the text.
        } else if intro || prose && !piece.item {
            let heading = self.list_heading.clone();
            let (role, line) = (SectionRole::Other, piece.number());
            let blocks = vec![Block::Paragraph(text.clone())];
            self.finish(Open { heading: Some(heading.clone()), role, line, blocks });
            self.last = None;
            return LineFate::section(&heading);
        } else if list == List::Partners {
            let many = !piece.item && text.matches(',').count() >= 2;
            let names = if many { orgs::split(&text, true) } else { vec![text.clone()] };
            self.facts(|facts| facts.partners.extend(names));
        } else {
            self.reference(&text, piece.number(), list);
        }
        self.last = Some((piece.line, piece.full.clone()));
        LineFate::list(list.name())
    }

    /// Appends to the last entry of a list, when there is one.
    fn join(&mut self, list: List, text: &str) -> bool {
        let facts = self.draft.facts.project.get_or_insert_default();
        let entry = match list {
            List::Partners => facts.partners.last_mut(),
            List::Sources => facts.sources.last_mut().map(|last| &mut last.text),
            List::Materials => facts.materials.last_mut().map(|last| &mut last.text),
            List::Links => self.draft.links.last_mut().map(|last| &mut last.text),
        };
        let Some(entry) = entry else { return false };
        entry.push(' ');
        entry.push_str(text);
        true
    }

    fn link(&mut self, piece: &Piece) -> LineFate {
        self.reference(piece.text(), piece.number(), List::Links);
        LineFate::list("links")
    }

    /// Words that were a link, within the text: they stay where they stand.
    fn lost_link(&mut self, piece: &Piece) -> LineFate {
        let is_phone = super::oddities::phone(piece.text());
        if !is_phone && markdown::urls(piece.text()).is_empty() {
            let note = format!("«{}» was a link; its address is lost", piece.text());
            self.draft.note(piece.number(), Code::LenkeUtenAdresse, note);
        }
        self.block(piece)
    }

    fn reference(&mut self, text: &str, line: usize, list: List) {
        let found = reference(text, line);
        let note = match list {
            List::Links => format!("«{}» was a link; its address is lost", found.text),
            _ => format!("«{}» has no address: is there a file or a page?", found.text),
        };
        if found.url.is_none() && list != List::Sources {
            self.draft.note(line, Code::LenkeUtenAdresse, note);
        }
        match list {
            List::Sources => self.facts(|facts| facts.sources.push(found)),
            List::Materials => self.facts(|facts| facts.materials.push(found)),
            List::Links | List::Partners => self.draft.links.push(found),
        }
    }

    fn block(&mut self, piece: &Piece) -> LineFate {
        let text = piece.text().to_owned();
        let heading = self.open.as_ref().and_then(|open| open.heading.clone());
        let unheaded = match self.draft.kind {
            Kind::Project => "background",
            _ => "body",
        };
        let what = match (&heading, piece.item) {
            (Some(heading), true) => LineFate::list(heading),
            (None, true) => LineFate::list(unheaded),
            (Some(heading), false) => LineFate::section(heading),
            (None, false) => LineFate::text(unheaded),
        };
        if !piece.item && self.goes_on(piece) {
            let last = self.open.as_mut().and_then(|open| open.blocks.last_mut());
            if let Some(block) = last {
                block.go_on(&text);
                self.last = Some((piece.line, text));
                return what;
            }
        }
        let block = match piece.marker {
            Marker::Number(number, mark) if piece.item && self.follows(number, mark) => {
                Block::Numbered(number, mark, text)
            }
            Marker::Number(..) if piece.item => Block::Paragraph(piece.full.clone()),
            _ if piece.item || self.lists_centre(piece) => Block::Bullet(text),
            _ => Block::Paragraph(text),
        };
        self.push(block, piece);
        what
    }

    /// «Hamar kommune i Hedmark», line after line, is a list without its marks.
    fn lists_centre(&self, piece: &Piece) -> bool {
        self.draft.kind == Kind::CentreOverview && piece.short(90) && super::centres::is_row(piece)
    }

    /// A list counts from where it starts; a number out of turn would be shown as another.
    fn follows(&self, number: u32, mark: char) -> bool {
        match self.open.as_ref().and_then(|open| open.blocks.last()) {
            Some(Block::Numbered(last, other, _)) => *other != mark || last + 1 == number,
            _ => true,
        }
    }

    fn goes_on(&self, piece: &Piece) -> bool {
        let near =
            |(line, text): &(usize, String)| *line + 1 == piece.line && runs_on(text, &piece.full);
        self.last.as_ref().is_some_and(near)
    }

    fn push(&mut self, block: Block, piece: &Piece) {
        let role = if self.draft.kind == Kind::Project {
            SectionRole::Background
        } else {
            SectionRole::Other
        };
        let open = self.open.get_or_insert_with(|| Open {
            heading: None,
            role,
            line: piece.number(),
            blocks: Vec::new(),
        });
        open.blocks.push(block);
        self.last = Some((piece.line, piece.full.clone()));
    }

    fn close(&mut self) {
        self.list = None;
        self.last_is_item = false;
        if let Some(line) = self.list_line.take() {
            let note = format!("the section «{}» has no text", self.list_heading);
            self.draft.note(line, Code::TomSeksjon, note);
        }
        self.last = None;
        if let Some(open) = self.open.take() {
            self.finish(open);
        }
    }

    fn finish(&mut self, open: Open) {
        let blocks: Vec<Block> = open.blocks.into_iter().map(Block::scrubbed).collect();
        let body = markdown::render(&blocks);
        if let Some(heading) = open.heading.as_ref().filter(|_| body.is_empty()) {
            let note = format!("the section «{heading}» has no text");
            self.draft.note(open.line, Code::TomSeksjon, note);
        }
        let (heading, role, line) = (open.heading, open.role, open.line);
        self.draft.sections.push(Section { heading, role, body, line });
    }
}

/// Words and address of a source or a link.
fn reference(text: &str, line: usize) -> Reference {
    let Some((from, to)) = markdown::urls(text).into_iter().next() else {
        return Reference { text: text.to_owned(), url: None, line };
    };
    let url = text[from..to].to_owned();
    let around = format!("{} {}", &text[..from], &text[to..]);
    let words = tidy(&around);
    let words = words.trim_matches([' ', ':', '-', '–', ',', '(', ')', '<', '>', '.', ';']);
    let words = if words.contains(char::is_alphanumeric) { words } else { &url };
    Reference { text: words.to_owned(), url: Some(url.clone()), line }
}
