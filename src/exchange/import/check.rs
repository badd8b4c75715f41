//! Checks a line and looks up what it points at: all that is wrong is said at once.

use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime, Time};

use super::known::Known;
use super::{Context, ImportError};
use crate::dates::{PartialDate, Precision, oslo_day};
use crate::exchange::{ItemLine, LineLeftOut, Revision};
use crate::i18n::Lang;
use crate::items::{
    Archived, Attachment, Contact, ContactChange, Content, Image, Incoming, LeftOut, PastText,
    Placed, Source, State, UNKNOWN,
};
use crate::kinds::Kind;
use crate::mail;
use crate::text::{Fault, check_line, check_prose};
use crate::themes::Now;
use crate::work::Shared;

/// How the refusal begins of a line that stands before the one it translates.
pub const NO_ORIGINAL: &str = "`translation_of`";

/// What is public is so already.
const TO_COME: &str =
    "is a day to come: send it then, or as a draft that is published here at a set time";

const OUT_OF_ORDER: &str = "are not in the order of their days, with `updated_at` last";

const TITLE: usize = 200;
const LEAD: usize = 1_000;
const BODY: usize = 100_000;
const ID: usize = 200;
const USES: usize = 100;

/// The pictures and files that lie beside the line, as they are kept.
pub struct Beside {
    pub image: Option<Image>,
    pub pictures: Vec<Placed>,
    pub files: Vec<Attachment>,
}

pub fn incoming(
    context: &Context<'_>,
    known: &Known,
    line: &ItemLine,
    beside: Beside,
) -> Result<Incoming, ImportError> {
    let mut faults: Vec<Fault> = Vec::new();
    let Some(kind) = context.kinds.named(&line.kind) else {
        let known: Vec<&str> = context.kinds.iter().map(|kind| kind.name).collect();
        let why = format!("{:?} is not one of {}", line.kind, known.join(", "));
        return Err(ImportError::Refused(vec![Fault::malformed("kind", why).to_string()]));
    };
    let (digest, archived) = (digest(line, &beside), archived(line));
    let external_id = keep(&mut faults, check_line("external_id", &line.external_id, ID, true));
    if Lang::parse(&line.lang).is_none() {
        faults.push(Fault::unknown("lang", line.lang.clone()));
    }
    faults.extend(line.slug.as_deref().and_then(wrong_slug));
    let mut text = content(context, &mut faults, kind, line);
    (text.image, text.pictures, text.files) = (beside.image, beside.pictures, beside.files);
    text.uses = uses(&mut faults, line);
    let days = days(&mut faults, line, context.clock.now());
    let centre = centre(context, &mut faults, line);
    let original = original(known, &mut faults, line);
    same_item(known, &mut faults, line, kind);
    check_contact(&mut faults, line.contact.as_ref().and_then(Option::as_ref));
    let history = history(&mut faults, kind, &text, &line.revisions);
    check_order(&mut faults, &history, days.updated_at, context.clock.now());
    if !faults.is_empty() {
        return Err(ImportError::Refused(faults.iter().map(ToString::to_string).collect()));
    }
    Ok(Incoming {
        id: line.id,
        external_id,
        kind,
        lang: line.lang.clone(),
        slug: line.slug.clone(),
        state: line.state,
        example: line.example,
        centre,
        original,
        archived,
        published_at: days.published_at,
        published_as: days.published_as,
        updated_at: days.updated_at,
        content: text,
        left_out: left_out(line),
        note: None,
        history,
        contact: match &line.contact {
            None => ContactChange::Keep,
            Some(None) => ContactChange::Remove,
            Some(Some(contact)) => ContactChange::Set(contact.clone()),
        },
        digest,
    })
}

fn wrong_slug(slug: &str) -> Option<Fault> {
    if slug.is_empty() || slug.len() > 200 || slug::slugify(slug) != slug {
        return Some(Fault::malformed("slug", "only a–z, 0–9 and single hyphens are allowed"));
    }
    let has_number = !norsk::identity::look_alikes(slug).is_empty();
    has_number.then(|| Fault::identity("slug"))
}

/// When the text first was public, and when it last was changed.
struct Days {
    published_at: Option<OffsetDateTime>,
    /// As it is known, where that is less than the day.
    published_as: Option<String>,
    updated_at: Option<OffsetDateTime>,
}

fn days(faults: &mut Vec<Fault>, line: &ItemLine, now: OffsetDateTime) -> Days {
    let (published_at, roughly) = published(faults, line.published_at.as_deref());
    let updated_at = instant(faults, "updated_at", line.updated_at.as_deref());
    if published_at.zip(updated_at).is_some_and(|(published, updated)| updated < published) {
        faults.push(Fault::malformed("updated_at", "is before `published_at`"));
    }
    let is_public = !matches!(line.state, State::Draft | State::InReview);
    for (field, at) in [("published_at", published_at), ("updated_at", updated_at)] {
        if is_public && at.is_some_and(|at| oslo_day(at) > oslo_day(now)) {
            faults.push(Fault::malformed(field, TO_COME));
        }
    }
    Days { published_at, published_as: roughly, updated_at }
}

fn centre(context: &Context<'_>, faults: &mut Vec<Fault>, line: &ItemLine) -> Option<uuid::Uuid> {
    let slug = line.centre.as_ref()?;
    let owner = context.registers.owner_of(slug);
    if owner.is_none() {
        faults.push(Fault::unknown("centre", slug.clone()));
    }
    owner
}

fn original(known: &Known, faults: &mut Vec<Fault>, line: &ItemLine) -> Option<(uuid::Uuid, i32)> {
    let external = line.translation_of.as_ref()?;
    let original = known.get(external);
    if original.is_none() {
        faults.push(Fault::unknown("translation_of", external.clone()));
    }
    original.map(|item| (item.id, item.number))
}

/// An item never changes its kind or its id, and no two have the same id.
fn same_item(known: &Known, faults: &mut Vec<Fault>, line: &ItemLine, kind: &Kind) {
    let external = &line.external_id;
    if let Some(item) = known.get(external) {
        if item.kind != kind.name {
            let why = format!("{external:?} is a {} already and stays one", item.kind);
            faults.push(Fault::malformed("kind", why));
        }
        if line.id.is_some_and(|id| id != item.id) {
            let why = format!("{external:?} has the id {} already", item.id);
            faults.push(Fault::malformed("id", why));
        }
    } else if let Some(id) = line.id
        && known.has_id(id)
    {
        faults.push(Fault::malformed("id", format!("{id} is another item's")));
    }
}

fn check_contact(faults: &mut Vec<Fault>, contact: Option<&Contact>) {
    let Some(contact) = contact else { return };
    faults.extend(check_line("contact.role", &contact.role, 100, true).err());
    if let Err(why) = mail::address(&contact.email) {
        faults.push(Fault::malformed("contact.email", why));
    }
}

/// A digest of the line and the bytes of its files.
fn digest(line: &ItemLine, beside: &Beside) -> String {
    let mut text = serde_json::to_string(line).unwrap_or_default();
    let placed = beside.pictures.iter().map(|placed| &placed.image);
    let pictures = beside.image.iter().chain(placed).map(|image| image.file);
    let ids = pictures.chain(beside.files.iter().map(|file| file.file));
    for id in ids {
        text.push_str(&id.to_string());
    }
    crate::files::digest(text.as_bytes())
}

/// What the item makes use of, each once. An item that is not here yet may come later.
fn uses(faults: &mut Vec<Fault>, line: &ItemLine) -> Vec<String> {
    if line.uses.len() > USES {
        let why = format!("{} items, at most {USES} are allowed", line.uses.len());
        faults.push(Fault::malformed("uses", why));
        return Vec::new();
    }
    let mut uses: Vec<String> = Vec::new();
    for raw in &line.uses {
        let external = keep(faults, check_line("uses", raw, ID, true));
        if external == line.external_id {
            faults.push(Fault::malformed("uses", "an item does not make use of itself"));
        } else if !uses.contains(&external) {
            uses.push(external);
        }
    }
    uses
}

fn keep<T: Default>(faults: &mut Vec<Fault>, checked: Result<T, Fault>) -> T {
    checked.unwrap_or_else(|fault| {
        faults.push(fault);
        T::default()
    })
}

fn content(
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
    kind: &Kind,
    line: &ItemLine,
) -> Content {
    for theme in &line.themes {
        if context.registers.themes.now(theme) == Now::Unknown {
            faults.push(Fault::unknown("themes", theme.clone()));
        }
    }
    for county in &line.counties {
        if context.registers.counties.get(county).is_none() {
            faults.push(Fault::unknown("counties", county.clone()));
        }
    }
    for code in &line.municipalities {
        // One that is no more is known too.
        if context.registers.places.newest(code).is_none() {
            faults.push(Fault::unknown("municipalities", code.clone()));
        }
    }
    let source = line.source.clone().map(|source| check_source(faults, source));
    let facts = (kind.check)(line.facts.clone()).unwrap_or_else(|of_kind| {
        faults.extend(of_kind);
        serde_json::Value::Null
    });
    Content {
        title: keep(faults, check_line("title", &line.title, TITLE, true)),
        lead: keep(faults, check_line("lead", &line.lead, LEAD, false)),
        body: keep(faults, check_prose("body", &line.body, BODY)),
        source,
        themes: context.registers.themes.current(&line.themes),
        counties: line.counties.clone(),
        municipalities: line.municipalities.clone(),
        review_by: review_by(faults, line),
        unreviewed: line.unreviewed,
        work: work(faults, line),
        facts,
        facts_version: kind.version,
        ..Content::default()
    }
}

fn work(faults: &mut Vec<Fault>, line: &ItemLine) -> Option<serde_json::Value> {
    match Shared::check(line.work.as_ref()?) {
        Ok(work) => Some(work),
        Err(of_work) => {
            faults.extend(of_work);
            None
        }
    }
}

fn review_by(faults: &mut Vec<Fault>, line: &ItemLine) -> Option<PartialDate> {
    let day = line.review_by.as_ref()?.parse::<PartialDate>().ok();
    if day.is_none() {
        let why = "is no date, such as 2027-03-12, 2027-03 or 2027";
        faults.push(Fault::malformed("review_by", why));
    }
    day
}

fn left_out(line: &ItemLine) -> LeftOut {
    LeftOut {
        image: line.left_out.contains(&LineLeftOut::Image),
        pictures: line.left_out.contains(&LineLeftOut::Pictures),
        files: line.left_out.contains(&LineLeftOut::Files),
    }
}

/// The texts came one after the other, the one of the line last, and none of them is to come.
fn check_order(
    faults: &mut Vec<Fault>,
    history: &[PastText],
    updated_at: Option<OffsetDateTime>,
    now: OffsetDateTime,
) {
    if !history.iter().map(|past| past.published_at).chain(updated_at).is_sorted() {
        faults.push(Fault::malformed("revisions", OUT_OF_ORDER));
    }
    if history.iter().any(|past| oslo_day(past.published_at) > oslo_day(now)) {
        faults.push(Fault::malformed("revisions.published_at", TO_COME));
    }
}

/// The mark of the archive; an empty one is none.
fn archived(line: &ItemLine) -> Option<Archived> {
    let Archived { label, published_under, publisher } = line.archived.clone()?;
    let (published_under, publisher) = (said(published_under), said(publisher));
    let is_said = published_under.is_some() || publisher.is_some();
    is_said.then_some(Archived { label, published_under, publisher })
}

/// An empty text says nothing.
fn said(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

fn check_source(faults: &mut Vec<Fault>, Source { title, url, note }: Source) -> Source {
    let source = Source { title, url: said(url), note: said(note) };
    faults.extend(check_line("source.title", &source.title, 500, true).err());
    for (name, text) in [("source.url", &source.url), ("source.note", &source.note)] {
        if let Some(text) = text {
            faults.extend(check_line(name, text, 2_000, true).err());
        }
    }
    if source.url.as_ref().is_some_and(|u| !u.starts_with("https://") && !u.starts_with("http://"))
    {
        faults.push(Fault::malformed("source.url", "must start with https:// or http://"));
    }
    source
}

fn history(
    faults: &mut Vec<Fault>,
    kind: &Kind,
    newest: &Content,
    revisions: &[Revision],
) -> Vec<PastText> {
    let mut history = Vec::new();
    for (n, revision) in (1..).zip(revisions) {
        let field = |name: &str| format!("revisions.{name}");
        if revision.number != n {
            faults.push(Fault::malformed(
                field("number"),
                format!("{} stands where {n} should", revision.number),
            ));
        }
        let at = instant(faults, &field("published_at"), Some(&revision.published_at));
        let facts = (kind.check)(revision.facts.clone()).unwrap_or_else(|of_kind| {
            faults.extend(of_kind);
            serde_json::Value::Null
        });
        let content = Content {
            title: keep(faults, check_line(&field("title"), &revision.title, TITLE, true)),
            lead: keep(faults, check_line(&field("lead"), &revision.lead, LEAD, false)),
            body: keep(faults, check_prose(&field("body"), &revision.body, BODY)),
            facts,
            // No line says how it stood then.
            work: None,
            ..newest.clone()
        };
        if let Some(published_at) = at {
            history.push(PastText { content, note: revision.note.clone(), published_at });
        }
    }
    history
}

/// When it first was public: the instant, and how that is told where it is less than a day.
fn published(
    faults: &mut Vec<Fault>,
    text: Option<&str>,
) -> (Option<OffsetDateTime>, Option<String>) {
    if text == Some(UNKNOWN) {
        return (None, Some(UNKNOWN.to_owned()));
    }
    match text.and_then(less_than_a_day) {
        Some(date) => {
            let first = date.first_day().with_time(Time::MIDNIGHT).assume_utc();
            (Some(first), Some(date.to_string()))
        }
        None => (instant(faults, "published_at", text), None),
    }
}

/// A year or a month, where nobody knows the day.
fn less_than_a_day(text: &str) -> Option<PartialDate> {
    let date: PartialDate = text.parse().ok()?;
    let is_sound = (1900..2200).contains(&date.year()) && date.precision() < Precision::Day;
    is_sound.then_some(date)
}

/// An instant as RFC 3339 writes it, or a day, which begins at midnight UTC.
fn instant(faults: &mut Vec<Fault>, field: &str, text: Option<&str>) -> Option<OffsetDateTime> {
    let text = text?;
    let parsed = OffsetDateTime::parse(text, &Rfc3339).ok().or_else(|| {
        Date::parse(text, &Iso8601::DATE).ok().map(|d| d.with_time(Time::MIDNIGHT).assume_utc())
    });
    // Far-off years are slips, and neither engine sorts them well.
    if let Some(at) = parsed.filter(|at| (1900..2200).contains(&at.year())) {
        Some(at.to_offset(time::UtcOffset::UTC))
    } else {
        faults.push(Fault::malformed(
            field,
            format!("{text:?} is no date (2020-04-27) or RFC 3339 time"),
        ));
        None
    }
}
