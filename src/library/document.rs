//! What the page of any single item shows: title, dates, place, language, picture, ways to share it.

use axum::response::Response;

use super::alike;
use super::cite::{self, Reference};
use super::translated::{self, Translated};
use super::{linked, not_yet, start};
use crate::app::App;
use crate::centres::centre;
use crate::dates::oslo_day;
use crate::error::{Error, Tombstone};
use crate::i18n::{Lang, Text, Words};
use crate::items::{
    Attachment, Content, Image, Item, Link, Owner, Registers, Shown, Source, State, read, uses,
};
use crate::kinds::{Kind, Tag};
use crate::themes::theme;
use crate::web::{Frame, Visit};

/// A name with the address that gathers all that has it.
#[derive(Clone, Debug)]
pub struct NamedLink {
    pub name: Words,
    pub href: String,
}

/// The same text in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    pub lang: Lang,
    pub title: String,
    pub href: String,
    /// Behind the language, where it is at home.
    path: String,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub title: String,
    pub lead: String,
    /// The language of the text, when it is another than the reader's.
    pub lang: Option<Lang>,
    pub example: bool,
    /// Something of the text can't be read, and is not shown.
    pub incomplete: bool,
    /// Where it is written, for those who may.
    pub edit: Option<String>,
    /// Where it is translated, for those who are known.
    pub translate: Option<String>,
    /// What is told of a translation.
    pub translated: Translated,
    /// By when it should have been looked through again, once that is past.
    pub overdue: Option<String>,
    pub archived: bool,
    pub archived_under: Option<String>,
    pub archived_publisher: Option<String>,
    pub image: Option<Image>,
    pub source: Option<Source>,
    pub themes: Vec<NamedLink>,
    /// The same as slugs.
    pub(super) filed: Vec<String>,
    pub counties: Vec<NamedLink>,
    pub municipalities: Vec<NamedLink>,
    pub centre: Option<NamedLink>,
    /// The organisation that it belongs to, where that is no centre: its name, and its slug in lists.
    pub owner: Option<(Words, String)>,
    /// Day in words and for machines.
    pub published: Option<(String, String)>,
    pub updated: Option<(String, String)>,
    pub translations: Vec<Translation>,
    /// The address of the form that writes to whoever answers for the item.
    pub contact: Option<(String, String)>,
    /// What the way to that form is called.
    pub ask: Words,
    pub permanent: String,
    pub path: String,
    /// What leads to the same day, behind an address; empty now.
    pub then: String,
    pub files: Vec<FileView>,
    /// How many pictures and files were struck by law.
    pub struck_files: usize,
    /// What it makes use of, and what makes use of it.
    pub uses: Vec<Related>,
    pub used_in: Vec<Related>,
    /// How many make use of it besides.
    pub more_users: u64,
    /// What else there is about the same; only on the item's own page.
    pub alike: Vec<Related>,
    /// How to start something like it, where others should.
    pub start: Option<Start>,
    /// Who has taken it into use, for kinds that can be.
    pub adopted: Option<Adopted>,
    /// Where one begins with it as a model, behind the language.
    pub begin: Option<String>,
    /// How the text is referred to, for kinds that are.
    pub reference: Option<Reference>,
    /// The list of its versions, when there are several, and how many.
    pub versions: Option<(String, u64)>,
    /// The occasion as a file for one's own calendar, for what takes place.
    pub calendar: Option<String>,
    /// The languages that the text truly is in, each with its address behind the language.
    alternates: Vec<(Lang, String)>,
    linked: serde_json::Value,
}

/// Another item, named on the page of this one.
#[derive(Clone, Debug)]
pub struct Related {
    pub title: String,
    pub href: String,
    pub lang: Option<Lang>,
    pub kind: Words,
    pub tag: Option<Tag>,
    pub archived: bool,
}

impl Related {
    pub(super) fn new(app: &App, item: &Item, t: Text) -> Option<Self> {
        let kind = app.kinds.named(&item.kind)?;
        Some(Self {
            title: item.title.clone(),
            href: format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug),
            lang: Lang::parse(&item.lang).filter(|lang| *lang != t.lang),
            kind: t.get(kind.word),
            tag: (kind.card_foot)(&item.card(), t).tag,
            archived: item.state() == State::Archived,
        })
    }

    pub fn lang_attr(&self) -> &'static str {
        self.lang.map_or("", Lang::code)
    }
}

/// Where it is told how one starts something like a text, or uses it.
#[derive(Clone, Debug)]
pub struct Start {
    pub href: String,
    pub heading: Words,
    pub text: Words,
}

impl Start {
    fn of(kind: &Kind, content: &Content, href: String, t: Text) -> Option<Self> {
        let guide = kind.guide.map(|guide| guide(content, t)).filter(|guide| !guide.is_no_model)?;
        let (heading, text) = super::start::words(guide.is_use, t);
        Some(Self { href, heading, text })
    }
}

/// Who has taken a text into use; the room that tells it is known by its addresses alone.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// How many have it in hand.
    pub count: u64,
    /// Where it is told, and where somebody says so, behind the language.
    pub page: String,
    pub say: String,
}

impl Adopted {
    fn of(kind: &Kind, item: &Item, path: &str, count: u64) -> Option<Self> {
        if kind.guide.is_none() || !item.state().is_visible() {
            return None;
        }
        Some(Self {
            count,
            page: format!("{path}/i-bruk"),
            say: format!("{}/{}/ta-i-bruk", kind.path, item.slug),
        })
    }
}

/// A file to take home.
#[derive(Clone, Debug)]
pub struct FileView {
    pub title: String,
    pub href: String,
    /// `PDF`, `DOCX`.
    pub kind: String,
    pub size: String,
    /// Its language, when it is another than the text's.
    pub lang: Option<Lang>,
    pub note: Option<String>,
}

impl FileView {
    fn new(file: &Attachment, of: &str, t: Text) -> Self {
        Self {
            title: file.title.clone(),
            href: format!("/filer/{}/{}", file.file, file.name),
            kind: crate::files::short_name(&file.media_type).to_owned(),
            size: t.size(file.size),
            lang: file.lang.as_deref().filter(|lang| *lang != of).and_then(Lang::parse),
            note: file.note.clone(),
        }
    }
}

/// What an address leads to: a text, or a redirect.
pub enum Opened {
    Here(Box<Shown>),
    Elsewhere(Response),
}

/// The kind that the first part of the address names.
pub fn kind(app: &App, visit: &Visit) -> Result<&'static Kind, Error> {
    let path = visit.path.split('/').next().unwrap_or_default();
    app.kinds.at(path).ok_or(Error::NotFound)
}

/// Finds the item by its slug; an old slug leads to the new one.
pub async fn open(app: &App, visit: &Visit, kind: &Kind, slug: &str) -> Result<Opened, Error> {
    if slug.is_empty() || slug.len() > 200 || slug.contains('\0') {
        return Err(Error::NotFound);
    }
    let unpublished = visit.unpublished.as_ref().map(|unpublished| unpublished.text.as_ref());
    if let Some(shown) = unpublished.filter(|shown| shown.item.slug == slug) {
        return Ok(Opened::Here(Box::new(shown.clone())));
    }
    let at = visit.at.map(|at| at.until);
    match read::by_slug(&app.db, kind.name, slug, at).await? {
        read::Found::Here(shown) => Ok(Opened::Here(shown)),
        read::Found::Moved(slug) => {
            // What follows the slug, and the question, stay as they were asked.
            let tail = visit.path.splitn(3, '/').nth(2).map(|rest| format!("/{rest}"));
            let query = if visit.query.is_empty() { "" } else { &format!("?{}", visit.query) };
            let (lang, tail) = (visit.lang().code(), tail.unwrap_or_default());
            let path = format!("/{lang}/{}/{slug}{tail}{query}", kind.path);
            Ok(Opened::Elsewhere(crate::web::moved(&path)))
        }
        read::Found::Gone(since) => {
            Err(Error::Gone(Tombstone { since, list: kind.list.map(|_| kind.path) }))
        }
        read::Found::Unreadable(item) => Err(Error::Unreadable(item)),
        read::Found::NotYet(since) => not_yet::page(app, visit, since).map(Opened::Elsewhere),
        read::Found::Nothing => Err(Error::NotFound),
    }
}

/// The page of the address that stands beside a text, beside the same text in other languages.
pub fn beside(visit: &Visit, kind: &Kind, others: &[Item]) -> Vec<(Lang, String)> {
    let Some(tail) = visit.path.splitn(3, '/').nth(2) else { return Vec::new() };
    let path = |other: &Item| {
        Some((Lang::parse(&other.lang)?, format!("{}/{}/{tail}", kind.path, other.slug)))
    };
    others.iter().filter_map(path).collect()
}

/// Names of what an item belongs to, each with where it leads, on the reader's day.
struct Leads<'a> {
    registers: &'a Registers,
    t: Text,
    then: &'a str,
}

impl Leads<'_> {
    fn themes(&self, slugs: &[String]) -> Vec<NamedLink> {
        let themes = &self.registers.themes;
        let named = |theme: &theme::Model| self.place(theme.said(self.t), "tema", &theme.slug);
        themes.current(slugs).iter().filter_map(|slug| themes.get(slug)).map(named).collect()
    }

    fn county(&self, code: &str) -> NamedLink {
        self.place(self.own(self.registers.counties.name(code)), "fylker", code)
    }

    fn municipality(&self, code: &str) -> NamedLink {
        let newest = self.registers.places.newest(code);
        let name = newest.map_or(code, |newest| &newest.name);
        self.place(self.own(name), "kommuner", code)
    }

    fn centre(&self, centre: &centre::Model) -> NamedLink {
        self.place(self.own(&centre.short_name), "sentre", &centre.slug)
    }

    fn owner(&self, owner: Owner<'_>) -> (Words, String) {
        (self.own(owner.name()), owner.slug().to_owned())
    }

    fn own(&self, name: &str) -> Words {
        Words::name(self.t.lang, name, self.t.lang)
    }

    fn place(&self, name: Words, noun: &str, key: &str) -> NamedLink {
        NamedLink { name, href: format!("/{}/{noun}/{key}{}", self.t.lang.code(), self.then) }
    }
}

/// What stands beside the text, which mostly was read with it.
async fn margin(app: &App, shown: &Shown) -> Result<read::Margin, Error> {
    match &shown.margin {
        Some(margin) => Ok(margin.clone()),
        None => Ok(read::margin(&app.db, &shown.item).await?),
    }
}

/// Where its versions are listed and how many they are, when there is more than the one.
fn versions(path: &str, versions: i64) -> Option<(String, u64)> {
    let versions = u64::try_from(versions).ok().filter(|versions| *versions > 1)?;
    Some((format!("{path}/versjoner"), versions))
}

/// Its entry for calendars, of what takes place.
fn calendar(kind: &Kind, content: &Content, path: &str) -> Option<String> {
    let happening = kind.sharing.happening?;
    happening(content).map(|_| format!("{path}/kalender.ics"))
}

/// What it uses and what uses it, on the day that is looked at.
async fn around(
    app: &App,
    visit: &Visit,
    shown: &Shown,
    is_used: bool,
) -> Result<uses::Around, Error> {
    let (code, until) = (visit.t.lang.code(), visit.at.map(|at| at.until));
    let of = (&shown.item, is_used);
    Ok(uses::around(&app.catalogue, of, &shown.content.uses, code, until).await?)
}

impl Document {
    pub async fn new(app: &App, visit: &Visit, kind: &Kind, shown: &Shown) -> Result<Self, Error> {
        let (item, content, t) = (&shown.item, &shown.content, visit.t);
        let registers = Registers::load(&app.db).await?;
        let margin = margin(app, shown).await?;
        let code = t.lang.code();
        let then = visit.day_query();
        let around = around(app, visit, shown, margin.is_used()).await?;
        let leads = Leads { registers: &registers, t, then: &then };
        let owner = registers.owner(item.centre_id);
        let path = format!("/{code}/{}/{}", kind.path, item.slug);
        let adopted = Adopted::of(kind, item, &path, margin.adopted());
        let translated = translated::of(app, visit, shown, &around.translations).await?;
        let translations = translations(app, visit, around.translations);
        let alternates = alternates(kind, shown, &translations);
        Ok(Self {
            linked: linked::item(app, kind, shown, &registers, t),
            reference: cite::reference(app, kind, shown, owner.map(Owner::name))
                .map(|reference| reference.of_day(visit.at)),
            versions: versions(&path, margin.versions),
            calendar: calendar(kind, content, &path),
            alternates,
            title: content.title.clone(),
            lead: content.lead.clone(),
            lang: Lang::parse(&item.lang).filter(|lang| *lang != t.lang),
            example: item.example,
            incomplete: kind.is_incomplete(shown),
            edit: edit(visit, item),
            translate: translated::begin(visit, item),
            translated,
            overdue: overdue(app, visit, shown),
            archived: item.state() == State::Archived,
            archived_under: item.archived_under.clone(),
            archived_publisher: item.archived_publisher.clone(),
            image: content.image.clone(),
            source: content.source.clone(),
            themes: leads.themes(&content.themes),
            filed: registers.themes.current(&content.themes),
            counties: content.counties.iter().map(|code| leads.county(code)).collect(),
            municipalities: content.municipalities.iter().map(|c| leads.municipality(c)).collect(),
            centre: owner.and_then(Owner::centre).map(|centre| leads.centre(centre)),
            owner: owner.filter(|owner| owner.centre().is_none()).map(|owner| leads.owner(owner)),
            published: item.published().map(|date| (t.partial(&date), date.datetime())),
            updated: item.changed_at().map(|at| (t.day(at), oslo_day(at).to_string())),
            translations,
            ask: t.get(kind.ask),
            contact: margin.contact_role.map(|role| (format!("{path}/kontakt"), role)),
            permanent: format!("{}/id/{}{then}", app.public_url(), item.id),
            uses: related(app, visit, &around.uses),
            used_in: related(app, visit, &around.used_in),
            more_users: around.more_users,
            alike: Vec::new(),
            adopted,
            start: Start::of(kind, content, format!("{path}/{}{then}", super::start::PATH), t),
            begin: begin(visit, kind, item),
            files: content.files.iter().map(|file| FileView::new(file, &item.lang, t)).collect(),
            struck_files: content.struck_files as usize,
            path,
            then,
        })
    }

    /// With what else there is about the same.
    pub async fn with_alike(
        mut self,
        app: &App,
        visit: &Visit,
        shown: &Shown,
    ) -> Result<Self, Error> {
        self.alike = alike::find(app, visit, shown, &self).await?;
        Ok(self)
    }

    /// The frame of the item's page, under the kind's list when it has one.
    pub fn frame(&self, app: &App, visit: &Visit, kind: &Kind) -> Frame {
        let parent = self.path.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let mut frame = Frame::new(app, visit, &self.title).described(&self.lead);
        frame.content_lang = self.lang;
        frame.permanent = Some(self.permanent.clone());
        frame.alternates.clone_from(&self.alternates);
        frame.linked = vec![self.linked.clone()];
        frame.image = self.image.as_ref().map(|i| format!("/filer/{}/{}", i.file, i.name));
        if let Some(list) = kind.list {
            frame = frame.under(visit.t.plain(list.heading), parent);
        }
        frame.as_of_day().under(&self.title, &self.path)
    }

    /// A page beside the text in each language that it is in.
    pub fn beside(&self, name: &str) -> Vec<(Lang, String)> {
        self.alternates.iter().map(|(lang, path)| (*lang, format!("{path}/{name}"))).collect()
    }

    /// The frame of a page beneath the item's: a chapter, or how to begin. It has an address of its
    /// own, in the language of the text.
    pub fn frame_beneath(
        &self,
        app: &App,
        visit: &Visit,
        kind: &Kind,
        (name, slug): (&str, &str),
    ) -> Frame {
        let mut frame = self.frame(app, visit, kind).under(name, format!("{}/{slug}", self.path));
        let own = self.alternates.first().map(|(lang, path)| (*lang, format!("{path}/{slug}")));
        frame.alternates = own.into_iter().collect();
        // Chapters are called otherwise in another language: there the text itself is the nearest.
        let others = self.alternates.iter().skip(1).cloned();
        frame.beside = if slug == start::PATH { self.beside(slug) } else { others.collect() };
        frame.permanent = None;
        frame.linked.clear();
        frame
    }

    /// The address of the form that writes to whoever answers for it.
    pub fn asked_at(&self) -> Option<&str> {
        self.contact.as_ref().map(|(href, _)| href.as_str())
    }

    /// Leads what is only named on to it, where the text has it as a file or makes use of it.
    pub fn lead_on(&self, links: &mut [Link]) {
        let files = self.files.iter().map(|file| (&file.title, &file.href));
        let here = self.uses.iter().map(|used| (&used.title, &used.href)).chain(files);
        let known: Vec<(String, &String)> =
            here.map(|(title, href)| (as_named(title), href)).collect();
        for link in links.iter_mut().filter(|link| link.url.is_none()) {
            let named = as_named(&link.text);
            let same = known.iter().find(|(title, _)| *title == named);
            let found = same.or_else(|| {
                known.iter().find(|(title, _)| goes_on(&named, title) || goes_on(title, &named))
            });
            link.url = found.map(|(_, href)| (*href).clone());
        }
    }

    /// The same text in the reader's own language, where this one is in another.
    pub fn in_readers_language(&self, visit: &Visit) -> Option<&str> {
        let is_now = visit.at.is_none() && visit.unpublished.is_none();
        let own = self.translations.iter().find(|one| one.lang == visit.lang());
        own.filter(|_| is_now && self.lang.is_some()).map(|one| one.href.as_str())
    }

    /// For the `lang` attribute of the text; empty when it is the page's own.
    pub fn lang_attr(&self) -> &'static str {
        self.lang.map_or("", Lang::code)
    }
}

/// Where it is written, for those who may; the room that it is in is known by its address alone.
fn edit(visit: &Visit, item: &Item) -> Option<String> {
    let may = visit.who.as_deref().is_some_and(|who| who.edits_for(item.centre_id));
    may.then(|| format!("/{}/skriv/{}", visit.t.lang.code(), item.id))
}

/// A work of one's own with it as a model; not with what is history, or not public yet.
fn begin(visit: &Visit, kind: &Kind, item: &Item) -> Option<String> {
    let is_now = visit.at.is_none() && visit.unpublished.is_none();
    let is_there = is_now && item.state() == State::Published && kind.guide.is_some();
    is_there.then(|| format!("sett-i-gang?fra={}", item.id))
}

/// By when it should have been looked through, when that is past on the day that the page is of.
fn overdue(app: &App, visit: &Visit, Shown { item, content, .. }: &Shown) -> Option<String> {
    let today = || crate::dates::oslo_day(app.clock.now());
    let day = visit.at.map_or_else(today, |at| at.day);
    let is_past = item.state() == State::Published && content.is_past_review(day);
    content.review_by.filter(|_| is_past).map(|by| visit.t.partial(&by))
}

/// Other items as they are named on the page. On a day that is looked back at, only what was public then.
fn related(app: &App, visit: &Visit, items: &[Item]) -> Vec<Related> {
    let (t, then) = (visit.t, visit.day_query());
    let was_there = |item: &&Item| {
        visit.at.is_none_or(|at| item.published_at.is_some_and(|first| first < at.until))
    };
    let all = items.iter().filter(was_there);
    let related = all.filter_map(|item| Related::new(app, item, t));
    related.map(|one| Related { href: format!("{}{then}", one.href), ..one }).collect()
}

/// The text's own address and those of its translations: each of them says the same.
fn alternates(kind: &Kind, shown: &Shown, others: &[Translation]) -> Vec<(Lang, String)> {
    let own = Lang::parse(&shown.item.lang)
        .map(|lang| (lang, format!("{}/{}", kind.path, shown.item.slug)));
    let others = others.iter().map(|other| (other.lang, other.path.clone()));
    own.into_iter().chain(others).collect()
}

fn translations(app: &App, visit: &Visit, items: Vec<Item>) -> Vec<Translation> {
    let view = |item: Item| {
        let kind = app.kinds.named(&item.kind)?;
        let path = format!("{}/{}", kind.path, item.slug);
        let lang = Lang::parse(&item.lang)?;
        // A page of the site is read with all around it in its own language.
        let around = if kind.list.is_none() { lang } else { visit.lang() };
        let href = format!("/{}/{path}{}", around.code(), visit.day_query());
        Some(Translation { lang, title: item.title, href, path })
    };
    items.into_iter().filter_map(view).collect()
}

/// A name as it is compared: the same with or without «» and capitals.
fn as_named(name: &str) -> String {
    name.replace(['«', '»', '"', '“', '”'], "").trim().to_lowercase()
}

/// «Huskeliste for kveldsrunden, én side»: the name, and more about it after a sign.
fn goes_on(long: &str, name: &str) -> bool {
    let rest = long.strip_prefix(name).filter(|_| !name.is_empty());
    rest.is_some_and(|rest| {
        rest.starts_with([',', ':', ';', '('])
            || [" (", " –", " - "].iter().any(|sign| rest.starts_with(sign))
    })
}
