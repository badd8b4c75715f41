//! Chooses title, picture description and lead among the lines that nothing else has claimed.

use super::account::LineFate;
use super::draft::Draft;
use super::headings;
use super::labels;
use super::lines::Piece;
use super::navigation::Trail;
use super::notes::Code;
use super::page::Kind;
use super::sections;
use super::text::{among, fold, length, shorten, word_count, words};

/// What the library takes.
pub(super) const LONGEST: usize = 200;
const LONGEST_LEAD: usize = 1000;

pub(super) fn claim(pieces: &mut [Piece], trail: &Trail, draft: &mut Draft) {
    let open: Vec<usize> = (0..pieces.len())
        .filter(|at| pieces[*at].open() && !pieces[*at].words.is_empty())
        .collect();
    let mut rest = open.as_slice();
    if draft.kind == Kind::Guideline {
        rest = guideline_part(pieces, rest, trail, draft);
    }
    // Whom to ring or write to, and when it was written, stands above many a page: it stays in the text.
    let is_above = |piece: &Piece| is_contact(piece) || is_colophon(piece) || is_letterhead(piece);
    let contacts = rest.iter().take_while(|at| is_above(&pieces[**at])).count();
    if contacts < rest.len() {
        rest = &rest[contacts..];
    }
    if let [first, second, third, ..] = *rest
        && shows_picture_above(&pieces[first])
        && is_like_title(pieces, second, draft)
        && pieces[third].number() > pieces[second].number()
    {
        take_picture(pieces, first, draft);
        rest = &rest[1..];
    }
    let first = rest.first().copied().filter(|at| may_be_title(pieces, *at, draft));
    let Some(at) = first else {
        untitled(draft);
        return;
    };
    let piece = &pieces[at];
    let line = piece.number();
    if !piece.short(LONGEST) || piece.item {
        let text = piece.words.clone();
        draft.title = Some(shorten(&text, LONGEST));
        draft.note(line, Code::TittelAvkortet, "no title of its own: the first text was taken");
        return;
    }
    draft.title = Some(piece.full.clone());
    pieces[at].what = Some(LineFate::field("title"));
    rest = &rest[1..];
    let picture = rest.first().copied().filter(|at| shows_picture(&pieces[*at]));
    if let Some(next) = picture.filter(|_| draft.image.alt.is_none()) {
        take_picture(pieces, next, draft);
        rest = &rest[1..];
    }
    lead(pieces, at, rest, draft);
}

fn take_picture(pieces: &mut [Piece], at: usize, draft: &mut Draft) {
    let piece = &pieces[at];
    let text = format!("«{}» was taken for the description of a picture", piece.full);
    draft.note(piece.number(), Code::MuligBildetekst, text);
    draft.image.alt = Some(piece.full.clone());
    pieces[at].what = Some(LineFate::field("image.alt"));
}

/// A line of telephone numbers and addresses.
fn is_contact(piece: &Piece) -> bool {
    let has_address = !piece.emails.is_empty() || super::email::is_disguised(&piece.full);
    piece.short(120) && (super::oddities::phone(&piece.full) || has_address)
}

/// «Besøksadresse: …», «Org.nr. …», the address of the site: whose paper it is.
fn is_letterhead(piece: &Piece) -> bool {
    let text = piece.full.as_str();
    let is_web = !text.contains(' ')
        && (text.starts_with("http://")
            || text.starts_with("https://")
            || text.starts_with("www.")
            || text.rsplit_once('.').is_some_and(|(_, top)| top == "no"));
    piece.short(120) && !piece.item && (is_web || labels::is_small_fact(text))
}

/// A day alone, who published it, whose it is, which page of how many.
fn is_colophon(piece: &Piece) -> bool {
    const STARTS: [&str; 6] =
        ["publisert av ", "lagt ut av ", "skrevet av ", "skrive av ", "©", "copyright "];
    let folded = fold(&piece.full);
    let is_page = folded
        .strip_prefix("side ")
        .is_some_and(|rest| rest.split(" av ").all(|number| number.parse::<u16>().is_ok()));
    piece.short(80)
        && (is_page
            || super::navigation::is_dated(&piece.full)
            || STARTS.iter().any(|start| folded.starts_with(start)))
}

/// May stand as a title on its own: after what showed a picture there is one.
fn is_like_title(pieces: &[Piece], at: usize, draft: &Draft) -> bool {
    let piece = &pieces[at];
    piece.gap_before
        && piece.gap_after
        && headings::shaped(piece)
        && !piece.words.ends_with(':')
        && sections::begins(&piece.words).is_none()
        && may_be_title(pieces, at, draft)
}

/// A known heading of a project, or text below the publication's data, is no title.
fn may_be_title(pieces: &[Piece], at: usize, draft: &Draft) -> bool {
    let piece = &pieces[at];
    let plain = !matches!(draft.kind, Kind::Project | Kind::Guideline) && piece.gap_after;
    let known = !piece.item && sections::exact(&piece.words).is_some() && !plain;
    let below = draft.kind == Kind::Guideline && pieces[..at].iter().any(is_fact);
    !known && !below
}

fn is_fact(piece: &Piece) -> bool {
    matches!(&piece.what, Some(LineFate::Field { name })
        if !name.contains('.') && !among("published updated archived part", name))
}

fn untitled(draft: &mut Draft) {
    let own = draft.facts.guideline.as_ref().and_then(|facts| facts.title_no.clone());
    draft.title = own.map(|title| shorten(&title, LONGEST));
    if draft.title.is_none() {
        draft.note(
            None,
            Code::ManglerFelt,
            "the page does not give «title»: the file's name is used",
        );
    }
}

/// «Organisering» under the breadcrumb, before the page's own title: the chapter it belongs to.
fn guideline_part<'a>(
    pieces: &mut [Piece],
    rest: &'a [usize],
    trail: &Trail,
    draft: &mut Draft,
) -> &'a [usize] {
    let [first, second, ..] = *rest else { return rest };
    let crumb = trail.last.as_deref() == Some(&*fold(&pieces[first].words));
    let above = |at: usize| !pieces[..at].iter().any(is_fact);
    if !(crumb && above(second) && headings::shaped(&pieces[second])) {
        return rest;
    }
    if let Some(facts) = &mut draft.facts.guideline {
        facts.part = Some(pieces[first].full.clone());
    }
    pieces[first].what = Some(LineFate::field("part"));
    &rest[1..]
}

/// «To hender på et rekkverk», «Pasient i rullestol», above the title: few words, and none of what is
/// done.
fn shows_picture_above(piece: &Piece) -> bool {
    const SEEN: &str = "hender hånd hånda pasient pasienter beboer beboere sykepleier sykepleiere sjukepleiar \
        lege kvinne kvinner mann menn dame damer jente gutt barn person personer par eldre gammel \
        rullestol rullator nettbrett rekkverk stetoskop seng stol smiler smilende holder held sitter sit \
        bilde bilete foto illustrasjon portrett logo";
    const SAYS: &str = "bedre betre trygg trygge tryggere god gode prosjekt prosjektet kvalitet hverdag omsorg \
        tjenester tenester kompetanse læring utvikling sammen saman for til";
    let seen = words(&piece.words).filter(|word| among(SEEN, word)).count();
    let says = words(&piece.words).any(|word| among(SAYS, &word));
    headings::shaped(piece)
        && piece.gap_after
        && !piece.words.ends_with(['?', '!', ':'])
        && word_count(&piece.words) <= 7
        && (shows_picture(piece) || seen >= 1 && !says)
}

/// «Person holder stetoskop bak digitale ikoner om helse».
fn shows_picture(piece: &Piece) -> bool {
    const OPENING: &str = "bilde bilete foto illustrasjon illustrasjonsbilde illustrasjonsfoto \
        portrett logo nærbilde gruppebilde person personer kvinne mann";
    const INSIDE: &str = "person personer kvinne kvinner mann menn dame jente gutt hender hånd hånda \
        sykepleier sjukepleiar pasient beboer holder held sitter sit smiler smilende ser stetoskop \
        ikon ikoner bak foran ved nettbrett rullestol rullator eldre unge viser hvit kvit";
    if !headings::shaped(piece) || piece.words.ends_with(['?', '!', ':']) {
        return false;
    }
    let opening = words(&piece.words).next().is_some_and(|word| among(OPENING, &word));
    let inside = words(&piece.words).filter(|word| among(INSIDE, word)).count();
    opening && inside >= 1 || inside >= 3
}

/// The first paragraph after the title, when more text follows it or it stands above the facts.
fn lead(pieces: &mut [Piece], title: usize, rest: &[usize], draft: &mut Draft) {
    let Some(at) = rest.first().copied() else { return };
    let piece = &pieces[at];
    let project = draft.kind == Kind::Project;
    let above_facts = !pieces[title..at].iter().any(is_own_fact) && {
        let next = pieces[at + 1..].iter().find(|piece| !piece.raw.trim().is_empty());
        next.is_some_and(is_own_fact)
    };
    let heading = headings::find(pieces)[at] && !(project && above_facts);
    let after_facts = project && pieces[title..at].iter().any(is_own_fact);
    let alone = rest.len() < 2 && !project;
    let wrong_kind = draft.kind == Kind::Guideline;
    let known = sections::begins(&piece.words).is_some() && headings::shaped(piece);
    if heading || after_facts || alone || wrong_kind || piece.item || known && !above_facts {
        return;
    }
    let row = draft.kind == Kind::CentreOverview && super::centres::is_row(piece);
    let small = labels::is_small_fact(&piece.full);
    if row
        || small
        || headings::is_link(piece)
        || sections::inline(&piece.words).is_some() && project
    {
        return;
    }
    // A lead with hard line breaks goes on over the next lines.
    let mut text = piece.full.clone();
    let mut last = at;
    for next in rest[1..].iter().copied() {
        let more = &pieces[next];
        let joined = more.line == pieces[last].line + 1 && !more.item && !pieces[last].gap_after;
        if !joined || !super::lines::runs_on(&pieces[last].full, &more.full) {
            break;
        }
        text.push(' ');
        text.push_str(&more.full);
        last = next;
    }
    let text = super::body::scrub(&text);
    if length(&text) > LONGEST_LEAD {
        let line = piece.number();
        draft.note(line, Code::LangIngress, "the first paragraph is too long for a lead");
        return;
    }
    draft.lead = Some(text);
    for piece in pieces[at..=last].iter_mut().filter(|piece| piece.open()) {
        piece.what = Some(LineFate::field("lead"));
    }
}

/// A labelled fact of a project, not a date or a credit.
fn is_own_fact(piece: &Piece) -> bool {
    const OTHERS: &str = "published updated archived title lead";
    matches!(&piece.what, Some(LineFate::Field { name }) if !name.contains('.') && !among(OTHERS, name))
}
