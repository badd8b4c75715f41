//! What follows when somebody has set a step up: other browsers are logged out, this one counts as proved, and
//! those who have none get recovery codes.

use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use sea_orm::ConnectionTrait;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Text;
use crate::login::{SESSION, unkept};
use crate::people::ended::Ended;
use crate::people::factors::{self, Step, recovery};
use crate::people::letter::Changed;
use crate::people::{Refused, Token, What, sessions};
use crate::rights::Who;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "second/codes.html")]
struct ShownOnce {
    t: Text,
    frame: Frame,
    back: String,
    codes: Vec<String>,
    /// They had some before, which are void now.
    had_others: bool,
}

/// What the browser is to hold from now on, and codes to be written down.
pub struct Added {
    token: Token,
    /// What the forms of the session carry from now on.
    proof: String,
    codes: Vec<String>,
}

/// In the transaction that has kept the step.
pub async fn added(
    tx: &impl ConnectionTrait,
    app: &App,
    who: &Who,
    step: Step,
) -> Result<Added, Refused> {
    let App { clock, seal, .. } = app;
    factors::log(tx, clock, What::StepAdded, (who.id, Some(who.id)), step).await?;
    factors::tell(tx, clock, who.id, Changed::Added).await?;
    let session = sessions::by_id(tx, (who.id, who.session)).await?.ok_or(Refused::NotThere)?;
    let others = (who.id, Some(who.session));
    sessions::end_all_telling(tx, clock, others, Ended::StepAdded).await?;
    let (token, session) = sessions::prove(tx, clock, session, step).await?;
    let proof = sessions::proof(seal, who.id, session);
    let codes = if recovery::left(tx, who.id).await? == 0 {
        recovery::renew(tx, clock, seal, who.id).await?
    } else {
        Vec::new()
    };
    Ok(Added { token, proof, codes })
}

/// The page with the codes, or the way back where there are none to show.
pub fn page(app: &App, visit: &Visit, added: Added) -> Result<Response, Error> {
    let back = format!("/{}/min-side/trinn-to", visit.lang().code());
    let mut response = if added.codes.is_empty() {
        unkept(crate::web::see_other(&back))
    } else {
        let mut visit = visit.clone();
        if let Some(who) = &mut visit.who {
            Arc::make_mut(who).proof = added.proof;
        }
        codes(app, &visit, (added.codes, false))?
    };
    SESSION.set(&mut response, &added.token);
    Ok(response)
}

/// Codes that are shown this once.
pub fn codes(
    app: &App,
    visit: &Visit,
    (codes, had_others): (Vec<String>, bool),
) -> Result<Response, Error> {
    let t = visit.t;
    let back = format!("/{}/min-side/trinn-to", t.lang.code());
    let heading = t.plain("second-codes-heading");
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("second-manage-heading"), &back).under(&heading, "");
    let page = ShownOnce { t, frame, back, codes, had_others };
    Ok(unkept(crate::web::page(StatusCode::OK, &page)?))
}
