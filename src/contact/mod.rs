//! Writes to those who answer for an item or a centre, without ever showing their address.

mod letter;
mod samples;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Item, read};
use crate::kinds::{Kind, Kinds};
use crate::library::document::{self, Opened};
use crate::limits::{Declared, per_hour};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::seal::{Sent, send_once};
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

pub const ROOM: Room =
    Room { name: "contact", routes, meters: &[&FORMS], samples: samples::SAMPLES, ..Room::EMPTY };

/// Letters that are sent: a form that is refused costs nothing.
pub const FORMS: Declared =
    Declared { name: "forms", shared: true, quota: |limits| per_hour(limits.forms_per_hour) };

fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = Vec::new();
    for noun in kinds.iter().map(|kind| kind.path).chain([CENTRES]) {
        // Named outright, so that no kind's own addresses under an item can stand in the way.
        let form = format!("/{{lang}}/{noun}/{{slug}}/kontakt");
        routes.push(Route::get(format!("{form}/sendt"), Right::Anybody, sent));
        routes.push(Route::get(form.clone(), Right::Anybody, show));
        routes.push(Route::post(form, Right::Anybody, send));
    }
    routes
}

#[derive(Template)]
#[template(path = "contact/form.html")]
struct Form {
    t: Text,
    frame: Frame,
    heading: Words,
    title: String,
    lang: &'static str,
    role: String,
    action: String,
    back: String,
    stamp: String,
    fields: View,
}

#[derive(Template)]
#[template(path = "contact/sent.html")]
struct SentPage {
    t: Text,
    frame: Frame,
    /// What there is more of, and where.
    more: (Words, String),
    title: String,
    lang: &'static str,
    back: String,
}

/// The noun of a centre's address.
const CENTRES: &str = "sentre";

/// What can be written to: an item or a centre. Where nobody answers there is no form.
async fn find(app: &App, visit: &Visit, slug: &str) -> Result<Found, Error> {
    if is_of_centre(visit) {
        return centre(app, visit, slug).await;
    }
    let kind = document::kind(app, visit)?;
    match document::open(app, visit, kind, slug).await? {
        Opened::Elsewhere(_) => Err(Error::NotFound),
        Opened::Here(shown) => {
            let item = shown.item;
            let contact = read::contact_of(&app.db, item.id).await?;
            let contact = contact.ok_or(Error::NotFound)?;
            Ok(Found {
                beside: beside(app, visit, kind, &item).await?,
                is_centre: false,
                id: item.id,
                lang: Lang::parse(&item.lang).filter(|lang| *lang != visit.lang()),
                list: kind.list.map(|words| visit.t.plain(words.heading)),
                role: contact.role,
                email: contact.email,
                path: format!("/{}/{}/{}", visit.lang().code(), kind.path, item.slug),
                link: format!("{}/id/{}", app.public_url(), item.id),
                title: item.title,
            })
        }
    }
}

/// The same page of the translations that somebody answers for.
async fn beside(
    app: &App,
    visit: &Visit,
    kind: &Kind,
    item: &Item,
) -> Result<Vec<(Lang, String)>, Error> {
    let mut others = read::translations(&app.db, item).await?;
    let ids: Vec<Uuid> = others.iter().map(|other| other.id).collect();
    let answered = read::with_contact(&app.db, &ids).await?;
    others.retain(|other| answered.contains(&other.id));
    Ok(document::beside(visit, kind, &others))
}

fn is_of_centre(visit: &Visit) -> bool {
    visit.path.split('/').next() == Some(CENTRES)
}

async fn centre(app: &App, visit: &Visit, slug: &str) -> Result<Found, Error> {
    let network = Network::load(&app.db).await?;
    let centre = network.centre(slug).ok_or(Error::NotFound)?;
    let today = oslo_day(app.clock.now());
    let (role, email) = centre.contact_on(today).ok_or(Error::NotFound)?;
    let path = format!("/{}/{CENTRES}/{slug}", visit.lang().code());
    Ok(Found {
        is_centre: true,
        id: centre.id,
        title: centre.name_on(today).to_owned(),
        lang: Some(Lang::Nb).filter(|lang| *lang != visit.lang()),
        list: Some(visit.t.plain("centres-heading")),
        // A centre has one address in all languages.
        beside: Vec::new(),
        role: role.to_owned(),
        email: email.to_owned(),
        link: format!("{}{path}", app.public_url()),
        path,
    })
}

struct Found {
    /// A centre, and no team with a project.
    is_centre: bool,
    /// What the stamp of the form is for.
    id: Uuid,
    title: String,
    /// The language of the title, when it is another than the reader's.
    lang: Option<Lang>,
    /// What the list above it is called, where there is one.
    list: Option<String>,
    role: String,
    email: String,
    path: String,
    /// Its lasting address, for the letter.
    link: String,
    /// Where the same page is of its translations.
    beside: Vec<(Lang, String)>,
}

impl Found {
    /// What the address alone says, while the database does not answer.
    fn unread(visit: &Visit) -> Self {
        let path = visit.path.trim_end_matches("/kontakt");
        Self {
            is_centre: is_of_centre(visit),
            id: Uuid::nil(),
            title: String::new(),
            lang: None,
            list: None,
            role: String::new(),
            email: String::new(),
            path: format!("/{}/{path}", visit.lang().code()),
            link: String::new(),
            beside: Vec::new(),
        }
    }

    fn heading(&self) -> &'static str {
        if self.is_centre { "contact-heading-centre" } else { "contact-heading" }
    }

    fn lang(&self) -> &'static str {
        self.lang.map_or("", Lang::code)
    }

    fn frame(&self, app: &App, visit: &Visit, heading: &str) -> Frame {
        let mut frame = Frame::new(app, visit, heading).form();
        frame.beside.clone_from(&self.beside);
        if let (Some(name), Some((list, _))) = (&self.list, self.path.rsplit_once('/')) {
            frame = frame.under(name, list);
        }
        if !self.title.is_empty() {
            frame = frame.under(&self.title, &self.path);
        }
        frame.under(heading, format!("{}/kontakt", self.path))
    }
}

async fn show(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    let found = find(&app, &visit, &slug).await?;
    page(&app, &visit, &found, &Filled::empty())
}

fn page(app: &App, visit: &Visit, found: &Found, filled: &Filled) -> Reply {
    let (purpose, before) = (found.id.to_string(), filled.typed.value("stempel"));
    let stamp = if filled.is_refused() {
        app.seal.renewed(&purpose, before, &app.clock)
    } else {
        app.seal.stamp(&purpose, &app.clock)
    };
    stamped(app, visit, found, filled, stamp)
}

/// The same form again, with the stamp that it came with: should the letter have been saved after all,
/// it still goes once.
fn unsaved(app: &App, visit: &Visit, found: &Found, filled: Filled) -> Reply {
    let filled = filled.unsaved();
    let stamp = filled.typed.value("stempel").to_owned();
    stamped(app, visit, found, &filled, stamp).map(crate::web::unsaved)
}

fn stamped(app: &App, visit: &Visit, found: &Found, filled: &Filled, stamp: String) -> Reply {
    let t = visit.t;
    let mut frame = found.frame(app, visit, &t.plain(found.heading()));
    frame.refused = filled.is_refused();
    let form = letter::form(found.is_centre);
    let page = Form {
        t,
        frame,
        heading: t.get(found.heading()),
        title: found.title.clone(),
        lang: found.lang(),
        role: found.role.clone(),
        action: format!("{}/kontakt", found.path),
        back: found.path.clone(),
        stamp,
        fields: View::new(t, &form, filled, &RegisterNames::default()),
    };
    let mut response = crate::web::page(filled.status(), &page)?;
    // The stamp is for this reader and this moment.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
    request: Request,
) -> Reply {
    let found = match find(&app, &visit, &slug).await {
        Err(error) if error.will_pass() => None,
        found => Some(found?),
    };
    let form = letter::form(is_of_centre(&visit));
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let Some(found) = found else {
        return unsaved(&app, &visit, &Found::unread(&visit), filled);
    };
    if !filled.is_good() {
        return page(&app, &visit, &found, &filled);
    }
    // Said alone: with a field to mend, the form is sent again anyway.
    let stamp = filled.typed.value("stempel");
    let stamp = match app.seal.check(&found.id.to_string(), stamp, app.clock.now()) {
        Ok(stamp) => stamp,
        Err(broken) => {
            return page(&app, &visit, &found, &filled.and([letter::fault_of_stamp(broken)]));
        }
    };
    let there = crate::web::see_other(&format!("{}/kontakt/sendt", found.path));
    // A field that people don't see: what fills it in is told that all went well.
    if !filled.typed.value("nettsted").is_empty() {
        return Ok(there);
    }
    let about =
        letter::About { title: &found.title, link: &found.link, is_centre: found.is_centre };
    let letter = letter::write(&app, visit.t, &about, &found.email, &filled);
    let sent = send_once::<Error, _>(&app.db, &app.clock, stamp, &letter, |tx| {
        let (limits, asker) = (app.limits.clone(), visit.asker.clone());
        Box::pin(async move { limits.count_in(tx, &FORMS, &asker).await })
    });
    match sent.await {
        Ok(Sent::Now | Sent::Before) => Ok(there),
        Ok(Sent::Other) => page(&app, &visit, &found, &filled.and([letter::fault_of_another()])),
        Err(Error::TooMany { retry_after }) => {
            let filled = filled.and([letter::fault_of_limit(retry_after)]);
            let mut answer = page(&app, &visit, &found, &filled)?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) if error.will_pass() => unsaved(&app, &visit, &found, filled),
        Err(error) => Err(error),
    }
}

async fn sent(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    let found = find(&app, &visit, &slug).await?;
    let t = visit.t;
    let (key, noun) = if found.is_centre {
        ("contact-sent-more-centres", CENTRES)
    } else {
        ("contact-sent-more", "prosjekter")
    };
    let page = SentPage {
        more: (t.get(key), format!("/{}/{noun}", t.lang.code())),
        t,
        frame: found.frame(&app, &visit, &t.plain("contact-sent-heading")),
        title: found.title.clone(),
        lang: found.lang(),
        back: found.path.clone(),
    };
    crate::web::page(StatusCode::OK, &page)
}
