//! What the page of any single item shows: title, dates, place, language, picture, ways to share it.

use axum::response::Response;

use super::registers::Registers;
use super::{Image, Kind, Source, State, kind_named, read};
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::web::{Frame, Visit};

pub use super::read::Shown;

/// A name with the address that gathers all that has it.
#[derive(Clone, Debug)]
pub struct Place {
    pub name: Words,
    pub href: String,
}

/// The same text in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    pub lang: Lang,
    pub title: String,
    pub href: String,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub title: String,
    pub lead: String,
    /// The language of the text, when it is another than the reader's.
    pub lang: Option<Lang>,
    pub example: bool,
    pub archived: bool,
    pub archived_under: Option<String>,
    pub archived_publisher: Option<String>,
    pub image: Option<Image>,
    pub source: Option<Source>,
    pub themes: Vec<Place>,
    pub counties: Vec<Place>,
    pub municipalities: Vec<Place>,
    pub centre: Option<Place>,
    /// Day in words and for machines.
    pub published: Option<(String, String)>,
    pub updated: Option<(String, String)>,
    pub translations: Vec<Translation>,
    /// The address of the form that writes to whoever answers for the item.
    pub contact: Option<(String, String)>,
    pub permanent: String,
    pub path: String,
}

/// What an address leads to: a text, or a redirect.
pub enum Opened {
    Here(Box<Shown>),
    Elsewhere(Response),
}

/// Finds the item by its slug; an old slug leads to the new one.
pub async fn open(app: &App, visit: &Visit, kind: &Kind, slug: &str) -> Result<Opened, Error> {
    if slug.is_empty() || slug.len() > 200 || slug.contains('\0') {
        return Err(Error::NotFound);
    }
    match read::by_slug(&app.db, kind.name, slug).await? {
        read::Found::Here(shown) => Ok(Opened::Here(shown)),
        read::Found::Moved(slug) => {
            let path = format!("/{}/{}/{slug}", visit.lang().code(), kind.path);
            Ok(Opened::Elsewhere(crate::web::moved(&path)))
        }
        read::Found::Gone => Err(Error::Gone),
        read::Found::Nothing => Err(Error::NotFound),
    }
}

impl Document {
    pub async fn new(app: &App, visit: &Visit, kind: &Kind, shown: &Shown) -> Result<Self, Error> {
        let (item, content, t) = (&shown.item, &shown.content, visit.t);
        let registers = Registers::load(&app.db).await?;
        let contact = read::contact_of(&app.db, item.id).await?;
        let code = t.lang.code();
        let list = format!("/{code}/prosjekter");
        let place = |name: Words, parameter: &str, value: &str| Place {
            name,
            href: format!("{list}?{parameter}={value}"),
        };
        let own = |name: &str| Words::name(t.lang, name, t.lang);
        let theme = |slug: &String| {
            let name = registers.themes.get(slug).map_or_else(|| own(slug), |theme| theme.said(t));
            place(name, "tema", slug)
        };
        let county = |county: &String| Place {
            name: own(registers.counties.name(county)),
            href: format!("/{code}/fylker/{county}"),
        };
        let municipality = |municipality: &String| {
            let newest = registers.places.newest(municipality);
            let name = newest.map_or(municipality.as_str(), |newest| &newest.name);
            Place { name: own(name), href: format!("/{code}/kommuner/{municipality}") }
        };
        let centre = item.centre_id.and_then(|id| registers.centres.by_id(id));
        let path = format!("/{code}/{}/{}", kind.path, item.slug);
        let day = |at| (t.day(at), crate::dates::oslo_day(at).to_string());
        let is_updated = |at: &time::OffsetDateTime| Some(*at) != item.published_at;
        Ok(Self {
            title: content.title.clone(),
            lead: content.lead.clone(),
            lang: Lang::parse(&item.lang).filter(|lang| *lang != t.lang),
            example: item.example,
            archived: item.state() == State::Archived,
            archived_under: item.archived_under.clone(),
            archived_publisher: item.archived_publisher.clone(),
            image: content.image.clone(),
            source: content.source.clone(),
            themes: content.themes.iter().map(theme).collect(),
            counties: content.counties.iter().map(county).collect(),
            municipalities: content.municipalities.iter().map(municipality).collect(),
            centre: centre.map(|c| Place {
                name: own(&c.short_name),
                href: format!("/{code}/sentre/{}", c.slug),
            }),
            published: item.published_at.map(day),
            updated: Some(item.updated_at).filter(is_updated).map(day),
            translations: translations(app, t, shown).await?,
            contact: contact.map(|contact| (format!("{path}/kontakt"), contact.role)),
            permanent: format!("{}/id/{}", app.public_url(), item.id),
            path,
        })
    }

    pub fn frame(&self, app: &App, visit: &Visit, list: String) -> Frame {
        let parent = self.path.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let mut frame = Frame::new(app, visit, &self.title).described(&self.lead);
        frame.content_lang = self.lang;
        frame.image = self.image.as_ref().map(|i| format!("/filer/{}/{}", i.file, i.name));
        frame.under(list, parent).under(&self.title, &self.path)
    }

    /// For the `lang` attribute of the text; empty when it is the page's own.
    pub fn lang_attr(&self) -> &'static str {
        self.lang.map_or("", Lang::code)
    }
}

async fn translations(app: &App, t: Text, shown: &Shown) -> Result<Vec<Translation>, Error> {
    let items = read::translations(&app.db, &shown.item).await?;
    let view = |item: super::Item| {
        let kind = kind_named(app.kinds, &item.kind)?;
        let href = format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug);
        Some(Translation { lang: Lang::parse(&item.lang)?, title: item.title, href })
    };
    Ok(items.into_iter().filter_map(view).collect())
}
