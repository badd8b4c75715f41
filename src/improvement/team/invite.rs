//! Asking somebody into the team by e-mail, or writing down a role that somebody without an account has.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};

use super::letter::{self, Asked};
use super::{INVITATIONS, show};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Form, Format, alternatives};
use crate::improvement::{Id, LIMIT, open, path, received, refused};
use crate::jobs;
use crate::login::known;
use crate::people::{Address, persons};
use crate::text::{Fault, MISSING};
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Open, Standing, TeamRole, Writer};

const EMAIL: &str = "epost";
const ROLE: &str = "rolle";
const LONGEST: usize = 254;

pub fn form() -> Form {
    let roles = alternatives(TeamRole::NAMES, |name| TeamRole::named(name).map(TeamRole::key));
    let email = Field::formatted(EMAIL, "team-email", LONGEST, Format::Email);
    let role = Field::choice(ROLE, "team-as", roles).needed();
    Form::new(
        LIMIT,
        [
            role.saying(MISSING, "team-fault-role-missing").helped("team-as-help"),
            email.helped("team-email-help"),
        ],
    )
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
    let mut filled = received(&app, &visit, request, &form()).await?;
    let (role, to) = (TeamRole::named(filled.text(ROLE)), Address::parse(filled.text(EMAIL)));
    if filled.is_good() {
        let fault = fault(&app, &open, role, (to.as_ref(), filled.text(EMAIL))).await?;
        filled = filled.and(fault);
    }
    let Some(role) = role.filter(|_| filled.is_good()) else {
        return show::page(&app, &visit, &open, &filled, None).await;
    };
    match take(&app, &visit, &open, (to, role)).await {
        Ok(()) => Ok(crate::web::see_other(&format!("{}/team", path(visit.lang(), id)))),
        Err(Error::TooMany { retry_after }) => {
            let minutes = retry_after.div_ceil(60);
            let fault = Fault::new(EMAIL, "team-fault-too-many").filled("max", minutes);
            let filled = filled.and([fault]);
            let mut answer = show::page(&app, &visit, &open, &filled, None).await?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
            Ok(answer)
        }
        Err(error) if error.will_pass() => {
            let page = show::page(&app, &visit, &open, &filled.unsaved(), None).await;
            page.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

/// What is wrong with whom and as what, together.
async fn fault(
    app: &App,
    open: &Open,
    role: Option<TeamRole>,
    (to, written): (Option<&Address>, &str),
) -> Result<Option<Fault>, Error> {
    let Some(to) = to else {
        if !written.is_empty() {
            return Ok(Some(Fault::new(EMAIL, "forms-fault-email")));
        }
        // Who leads, and who looks after the numbers, must be able to log in.
        let logs_in = matches!(role, Some(TeamRole::Lead | TeamRole::DataLead));
        return Ok(logs_in.then(|| Fault::new(EMAIL, "team-fault-email-missing")));
    };
    let person = persons::by_address(&app.db, to).await?.map(|person| person.id);
    let is_in = person.is_some() && open.team.iter().any(|member| member.person_id == person);
    Ok(is_in.then(|| Fault::new(EMAIL, "team-fault-in-team")))
}

/// The invitation and its letter, both or neither; or the role alone.
async fn take(
    app: &App,
    visit: &Visit,
    open: &Open,
    (to, role): (Option<Address>, TeamRole),
) -> Result<(), Error> {
    let (t, who) = (visit.t, known(visit)?);
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (app, who, work) = (app.clone(), who.clone(), open.work.clone());
        let (to, asker) = (to.clone(), visit.asker.clone());
        Box::pin(async move {
            let App { clock, settings, limits, .. } = &app;
            let writer = Writer::new(tx, clock, &who);
            let Some(to) = to else {
                return writer.join(work.id, None, role).await.map_err(refused);
            };
            limits.count_in(tx, &INVITATIONS, &asker).await?;
            let row = writer.invite(work.id, &settings.people, (&to, role)).await;
            let expires_at = row.map_err(refused)?.expires_at;
            let invited = Asked { to: &to, work: &work, role, expires_at };
            let letter = letter::invitation(t, clock, &app.public_url(), &invited);
            Ok(jobs::enqueue(tx, clock, &letter).await?)
        })
    })
    .await
}
