//! A centre or an organisation that nobody has spoken of before: what it is, and what it is called.

use askama::Template;
use axum::extract::{Request, State};

use super::fields::{common, kinds_of_centres, kinds_of_organisations};
use super::statement::{Wrote, of_rules, write};
use super::{LIMIT, LINE, WAITS, frame, waiting};
use crate::app::App;
use crate::centres::{self, Change, Network, Refused, Sent};
use crate::dates::Span;
use crate::editing::{CARRIED, arrived};
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::{known, received};
use crate::organisations::{self, slug_of};
use crate::people::{What, places};
use crate::statements::{Fields, Raw};
use crate::text::Fault;
use crate::web::{Frame, Visit, receipt};

/// The address that is wanted; one made of the name where none is.
const SLUG: &str = "adresse";

#[derive(Template)]
#[template(path = "register/begin.html")]
struct Begin {
    t: Text,
    frame: Frame,
    heading: String,
    action: String,
    fields: View,
}

/// What differs between the two.
#[derive(Clone, Copy)]
struct Kind {
    register: &'static str,
    heading: &'static str,
    path: &'static str,
    /// Where what is begun is kept afterwards.
    kept: &'static str,
}

const CENTRE: Kind = Kind {
    register: centres::REGISTER,
    heading: "register-new-centre",
    path: "register/nytt-senter",
    kept: "register/sentre",
};
const ORGANISATION: Kind = Kind {
    register: organisations::REGISTER,
    heading: "register-new-organisation",
    path: "register/ny-organisasjon",
    kept: "register/organisasjoner",
};

fn form(kind: Kind) -> Form {
    let is_centre = kind.register == centres::REGISTER;
    let what = if is_centre { kinds_of_centres() } else { kinds_of_organisations() };
    let mut fields = vec![what.needed(), Field::line("name", "register-field-name", LINE).needed()];
    if is_centre {
        fields.push(Field::line("short_name", "register-field-short-name", LINE));
    }
    fields.push(Field::line(SLUG, "register-field-slug", 100).helped("register-field-slug-help"));
    fields.extend(common());
    Form::new(LIMIT, fields).hiding(CARRIED)
}

pub async fn centre(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, CENTRE, &Filled::empty())
}

/// Whoever has looked for one in vain has its name before them.
pub async fn organisation(State(app): State<App>, visit: Visit) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set("name", visit.parameters()?.get("name").unwrap_or_default());
    page(&app, &visit, ORGANISATION, &filled)
}

pub async fn send_centre(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    send(&app, &visit, CENTRE, request).await
}

pub async fn send_organisation(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    send(&app, &visit, ORGANISATION, request).await
}

fn page(app: &App, visit: &Visit, kind: Kind, filled: &Filled) -> Reply {
    let (t, heading) = (visit.t, visit.t.plain(kind.heading));
    let action = format!("/{}/{}", t.lang.code(), kind.path);
    let mut frame = frame(app, visit, &heading).under(&heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, &form(kind), filled, &RegisterNames::default());
    crate::web::page(filled.status(), &Begin { t, frame, heading, action, fields })
}

async fn send(app: &App, visit: &Visit, kind: Kind, request: Request) -> Reply {
    let filled = received(app, visit, request, &form(kind), &RegisterNames::default()).await?;
    let faults = faults(&filled);
    if !filled.is_good() || !faults.is_empty() {
        return page(app, visit, kind, &filled.and(faults));
    }
    let (id, slug) = (app.clock.random_id(), slug(&filled));
    let change = Change::Begin(id, raws(kind, &filled));
    let by = known(visit)?.id;
    let sent = Sent { register: kind.register, slug: slug.clone(), change, by };
    match write(app, visit, sent, (What::StatementSaid, id), "exists").await {
        Ok(Wrote::Waits) => {
            arrived(&app.db, by, &filled.typed).await?;
            Ok(receipt::done(&waiting::path(visit), WAITS))
        }
        Ok(Wrote::Said) => {
            arrived(&app.db, by, &filled.typed).await?;
            // A centre is given its id when it is stored.
            let network = Network::load(&app.db).await?;
            let id = places::by_slug(&network, &slug).unwrap_or(id);
            let lang = visit.lang().code();
            Ok(receipt::done(&format!("/{lang}/{}/{id}", kind.kept), "begynt"))
        }
        Err(Refused::Rules(faults)) => {
            page(app, visit, kind, &filled.and(of_rules(&form(kind), &faults)))
        }
        Err(Refused::Database(error)) => match Error::from(error) {
            error if error.will_pass() => {
                page(app, visit, kind, &filled.unsaved()).map(crate::web::unsaved)
            }
            error => Err(error),
        },
        Err(Refused::Taken | Refused::Stale | Refused::Unknown) => {
            let fault = Fault::new(SLUG, "register-fault-slug-taken").filled("slug", slug);
            page(app, visit, kind, &filled.and([fault]))
        }
    }
}

fn slug(filled: &Filled) -> String {
    let (wanted, name) = (filled.text(SLUG), filled.text("name"));
    let mut slug = slug_of(if wanted.is_empty() { name } else { wanted });
    // It holds no letters but a to z.
    slug.truncate(100);
    slug.trim_end_matches('-').to_owned()
}

fn faults(filled: &Filled) -> Vec<Fault> {
    let mut faults = Vec::new();
    let wanted = filled.text(SLUG);
    let is_malformed = !wanted.is_empty() && slug_of(wanted) != wanted;
    let is_lost = !filled.text("name").is_empty() && slug(filled).is_empty();
    // Addresses stand in links and in the log, where nobody can let a number through.
    let source = if wanted.is_empty() { filled.text("name") } else { wanted };
    if is_malformed || is_lost {
        faults.push(Fault::new(SLUG, "register-fault-slug"));
    } else if !norsk::identity::found(source).is_empty() {
        faults.push(Fault::new(SLUG, "register-fault-slug-number"));
    }
    if let Err(why) = Span::read(filled.text("from"), filled.text("to")) {
        faults.push(Fault::new("to", why.key()));
    }
    faults
}

/// That it is there, and what it is called.
fn raws(kind: Kind, filled: &Filled) -> Vec<Raw> {
    let some = |key: &str| Some(filled.text(key).to_owned()).filter(|text| !text.is_empty());
    let raw = |what: &str, fields: &[(&str, &str)]| Raw {
        what: what.to_owned(),
        fields: Fields::of(fields),
        from: filled.text("from").to_owned(),
        to: filled.text("to").to_owned(),
        source: filled.text("source").to_owned(),
        source_ref: some("source_ref"),
        note: some("note"),
        row: "the form".to_owned(),
        ..Raw::default()
    };
    let mut name = vec![("name", filled.text("name"))];
    if kind.register == centres::REGISTER {
        name.push(("short_name", filled.text("short_name")));
    }
    vec![raw("exists", &[("type", filled.text("type"))]), raw("name", &name)]
}
