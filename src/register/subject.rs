//! A centre or an organisation in the register: all that is said of it, and what has been done by form.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::fields::{OF_CENTRES, OF_ORGANISATIONS, Offered, WHAT};
use super::past::{self, PastRow};
use super::said::{self, SaidRow};
use super::waiting;
use crate::app::App;
use crate::centres::{self, Network};
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::organisations;
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};

/// A centre in an address, for the right that is held there.
#[derive(serde::Deserialize)]
pub struct At {
    pub at: Uuid,
}

/// An organisation in an address.
#[derive(serde::Deserialize)]
pub struct Id {
    pub id: Uuid,
}

/// What the register is asked about.
pub struct Subject {
    pub network: Arc<Network>,
    /// `centre` or `organisation`.
    pub register: &'static str,
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    /// Where its page is.
    pub path: String,
    pub today: Date,
}

impl Subject {
    pub async fn centre(app: &App, visit: &Visit, at: Uuid) -> Result<Self, Error> {
        let network = Network::load(&app.db).await?;
        let today = oslo_day(app.clock.now());
        let found = network.centres().iter().find(|centre| centre.id == at);
        let centre = found.ok_or(Error::NotFound)?;
        let (slug, name) = (centre.slug.clone(), centre.name_on(today).to_owned());
        let path = format!("/{}/register/sentre/{at}", visit.lang().code());
        Ok(Self { register: centres::REGISTER, id: at, slug, name, path, today, network })
    }

    pub async fn organisation(app: &App, visit: &Visit, id: Uuid) -> Result<Self, Error> {
        let network = Network::load(&app.db).await?;
        let today = oslo_day(app.clock.now());
        let found = network.organisations.iter().find(|one| one.id == id);
        let one = found.ok_or(Error::NotFound)?;
        let (slug, name) = (one.slug.clone(), one.name_on(today).to_owned());
        let path = format!("/{}/register/organisasjoner/{id}", visit.lang().code());
        Ok(Self { register: organisations::REGISTER, id, slug, name, path, today, network })
    }

    pub fn is_centre(&self) -> bool {
        self.register == centres::REGISTER
    }

    /// What its forms offer to choose among.
    pub fn offered(&self, t: Text) -> Offered<'_> {
        Offered { network: &self.network, t, today: self.today, of: &self.slug }
    }

    /// All that is said of it.
    pub fn said(&self, t: Text) -> Vec<SaidRow> {
        let Self { network, today, path, slug, .. } = self;
        if self.is_centre() {
            let said =
                network.centre(slug).map(|one| said::of_centre(network, t, *today, path, one));
            said.unwrap_or_default()
        } else {
            let one = network.organisations.get(slug);
            let said = one.map(|one| said::of_organisation(network, t, *today, path, one));
            said.unwrap_or_default()
        }
    }
}

#[derive(Template)]
#[template(path = "register/subject.html")]
struct Show {
    t: Text,
    frame: Frame,
    name: String,
    /// Where readers see it; organisations have no page of their own.
    public: Option<String>,
    said: Vec<SaidRow>,
    /// How much waits for another to look at a number in it, and where.
    waits: u64,
    waiting: String,
    /// What can be said, each with where.
    new: Vec<(Words, String)>,
    past: Vec<PastRow>,
}

pub async fn centre(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    let subject = Subject::centre(&app, &visit, at).await?;
    page(&app, &visit, &subject).await
}

pub async fn organisation(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
) -> Reply {
    let subject = Subject::organisation(&app, &visit, id).await?;
    page(&app, &visit, &subject).await
}

async fn page(app: &App, visit: &Visit, subject: &Subject) -> Reply {
    let (t, register) = (visit.t, subject.register);
    let frame = super::frame(app, visit, &subject.name).under(&subject.name, &subject.path);
    let all = if subject.is_centre() { &OF_CENTRES[..] } else { &OF_ORGANISATIONS[..] };
    let new = all.iter().map(|(what, key)| {
        let asked = Query::default().and(WHAT, what);
        (t.get(key), format!("{}/utsagn{asked}", subject.path))
    });
    let tell = |content: &serde_json::Value| past::statement(subject, t, content);
    let page = Show {
        t,
        name: subject.name.clone(),
        public: subject.is_centre().then(|| frame.href(&format!("sentre/{}", subject.slug))),
        said: subject.said(t),
        waits: centres::waiting::count(&app.db, subject.id).await?,
        waiting: waiting::path(visit),
        new: new.collect(),
        past: past::rows(&app.db, t, (register, &subject.slug), tell).await?,
        frame,
    };
    crate::web::page(StatusCode::OK, &page)
}
