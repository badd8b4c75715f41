//! Who sees the work, said in words; the centre whose advisers may read it; and the link to the display.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::board;
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::show::{Seen, seen_by};
use crate::improvement::{Id, LIMIT, again, frame_under, open, path, received, refused, said};
use crate::login::known;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Open, Refused, Standing, Writer};

#[derive(Template)]
#[template(path = "improvement/team/sharing.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: Parts,
    here: String,
    seen_by: Words,
    /// Where all may read what the team has shared.
    public: Option<String>,
    is_beside: bool,
    /// The form that chooses a centre, for who leads.
    centre: Option<View>,
    /// The whole address of the display.
    link: Option<String>,
    may_write: bool,
    /// Measures of which the display by the link holds numbers back, and of how many.
    few: Vec<(Words, usize)>,
    /// Fewer people than this are told of to nobody but the team.
    least: u32,
}

const CENTRE: &str = "senter";
/// `ja` makes a link, also in the place of one; `nei` takes it back.
const LINK: &str = "lenke";

async fn form(app: &App, t: Text) -> Result<Form, Error> {
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let mut centres: Vec<(Uuid, String)> =
        network.on(today).map(|one| (one.id, one.name_on(today).to_owned())).collect();
    t.sort_by_key(&mut centres, |(_, name)| name.as_str());
    let one = |(id, name): (Uuid, String)| Alternative::new(id.to_string(), said::own("nb", &name));
    let centre = Field::choice(CENTRE, "team-centre", centres.into_iter().map(one).collect());
    Ok(Form::new(LIMIT, [centre.helped("team-centre-help")]))
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = open(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    if let Some(centre) = open.work.centre_id {
        filled.typed.set(CENTRE, centre.to_string());
    }
    let form = form(&app, visit.t).await?;
    let few = few(&app, &visit, &open).await?;
    page(&app, &visit, &open, (&form, &filled), (seen_by(&app, visit.t, &open).await?, few))
}

/// Those of its measures that the display by the link holds numbers back of, and of how many.
async fn few(app: &App, visit: &Visit, open: &Open) -> Result<Vec<(Words, usize)>, Error> {
    let mut measures = open.measures(&app.db).await?;
    measures.retain(|one| !one.row.is_ended);
    let seen = board::seen(app, open, &measures, (&[], &[])).await?;
    let few = seen.measures.into_iter().filter(|one| one.withheld > 0);
    Ok(few.map(|one| (super::own(visit.t, &open.work, &one.name), one.withheld)).collect())
}

fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    (form, filled): (&Form, &Filled),
    (seen, few): (Seen, Vec<(Words, usize)>),
) -> Reply {
    let t = visit.t;
    let here = path(t.lang, open.work.id);
    let mut frame =
        frame_under(app, visit, open, &t.plain("team-sharing"), &format!("{here}/deling"));
    frame.refused = filled.is_refused();
    let leads = open.standing >= Standing::Leads;
    let may_write = open.standing >= Standing::Writes;
    let link = open.work.display_id.filter(|_| may_write);
    let page = Page {
        t,
        frame,
        parts: Parts::above(t, open, "/deling"),
        here,
        seen_by: seen.by,
        public: seen.public,
        is_beside: seen.is_beside,
        centre: leads.then(|| View::new(t, form, filled, &RegisterNames::default())),
        link: link.map(|id| format!("{}{}", app.public_url(), board::link(app, t.lang, id))),
        may_write,
        few,
        least: app.settings.small_numbers,
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = open(&app, &visit, id).await?;
    if open.standing < Standing::Leads {
        return Err(Error::Forbidden);
    }
    let form = form(&app, visit.t).await?;
    let filled = received(&app, &visit, request, &form).await?;
    let seen_by = seen_by(&app, visit.t, &open).await?;
    let few = few(&app, &visit, &open).await?;
    if !filled.is_good() {
        return page(&app, &visit, &open, (&form, &filled), (seen_by, few));
    }
    let centre = Uuid::try_parse(filled.text(CENTRE)).ok();
    match share(&app, &visit, id, centre).await {
        Ok(()) => Ok(crate::web::see_other(&format!("{}/deling", path(visit.lang(), id)))),
        Err(error) => again(refused(error), filled, |filled| {
            page(&app, &visit, &open, (&form, filled), (seen_by, few))
        }),
    }
}

async fn share(app: &App, visit: &Visit, work: Uuid, centre: Option<Uuid>) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).share_with(work, centre).await })
    })
    .await
}

/// Makes the link to the display, or takes it back.
pub async fn link(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    // For others than those who may, the work is not there, or its page is forbidden.
    if open(&app, &visit, id).await?.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([LINK]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let has_link = match filled.typed.value(LINK) {
        "ja" => true,
        "nei" => false,
        _ => return Err(Error::NotUnderstood(LINK)),
    };
    let who = known(&visit)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).set_display(id, has_link).await })
    })
    .await
    .map_err(refused)?;
    Ok(crate::web::see_other(&format!("{}/deling#tavle", path(visit.lang(), id))))
}
