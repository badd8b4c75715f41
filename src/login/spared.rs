//! Forms of those who are logged in: what looks like an identity number is masked before anything is read of them,
//! unless somebody says what the number is. Of that the log keeps why, and never the number.

use std::collections::BTreeSet;

use axum::extract::Request;
use sea_orm::DbErr;
use serde_json::json;
use uuid::Uuid;

use super::known;
use crate::app::App;
use crate::db;
use crate::error::Error;
use crate::forms::{Filled, Form, RegisterNames, SaidOfNumbers, Submitted};
use crate::people::{Entry, What, audit};
use crate::seal::Seal;
use crate::text::Fault;
use crate::web::Visit;

/// What the marks are for, and what the log says that it is said of.
const PURPOSE: &str = "a number in a form";
const NUMBER: &str = "number";

/// A form that was sent, with what is wrong with it. What nobody types is left as it is: a mark of ours may look
/// like a number.
pub async fn received(
    app: &App,
    visit: &Visit,
    request: Request,
    form: &Form,
    names: &RegisterNames,
) -> Result<Filled, Error> {
    let mut sent = Submitted::receive(request, form.limit).await;
    let ours: Vec<&str> = form.hidden.iter().map(String::as_str).collect();
    let faults = masked(app, visit, &mut sent, &ours).await?;
    Ok(Filled::of_sent(sent, form, names).and(faults))
}

/// Masks what was sent before anything is read of it, but for the inputs that are ours and for what is said to be
/// none. What was said once holds in the same place: in a work, of a centre, on a page.
pub async fn masked(
    app: &App,
    visit: &Visit,
    sent: &mut Submitted,
    ours: &[&str],
) -> Result<Vec<Fault>, Error> {
    masked_beside(app, visit, sent, ours, &BTreeSet::new()).await
}

/// The same beside a text, of which it is known what some numbers are: by their digits.
pub async fn masked_beside(
    app: &App,
    visit: &Visit,
    sent: &mut Submitted,
    ours: &[&str],
    known_there: &BTreeSet<String>,
) -> Result<Vec<Fault>, Error> {
    let person = known(visit)?.id;
    let place = place(&visit.path);
    let marks: Vec<Uuid> =
        sent.look_alikes(ours).iter().map(|digits| mark(&app.seal, &place, digits)).collect();
    let said = audit::said_of(&app.db, What::NumberSpared, (NUMBER, &marks)).await?;
    let there = known_there.iter().map(|digits| mark(&app.seal, &place, digits));
    let said: BTreeSet<String> = said.into_iter().chain(there).map(|mark| written(&mark)).collect();
    let (faults, new) =
        sent.mask_but_said(ours, &said, |digits| written(&mark(&app.seal, &place, digits)));
    if let Some(new) = new {
        keep(app, person, new).await?;
    }
    Ok(faults)
}

/// What has been said of these numbers in the place of an address, each reason once.
pub async fn reasons_of(
    app: &App,
    path: &str,
    numbers: &BTreeSet<String>,
) -> Result<String, DbErr> {
    let place = place(path);
    let marks: Vec<Uuid> = numbers.iter().map(|digits| mark(&app.seal, &place, digits)).collect();
    let told = audit::details_of(&app.db, What::NumberSpared, (NUMBER, &marks)).await?;
    let mut reasons: Vec<&str> = Vec::new();
    for reason in told.iter().filter_map(|details| details.get("reason")?.as_str()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Ok(reasons.join(" · "))
}

/// It is in the log before anything is written that has the number.
async fn keep(app: &App, person: Uuid, said: SaidOfNumbers) -> Result<(), Error> {
    let kept = db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let (clock, said) = (app.clock.clone(), said.clone());
        Box::pin(async move {
            for mark in said.marks.iter().filter_map(|mark| Uuid::try_parse(mark).ok()) {
                let entry = Entry::of(What::NumberSpared).by(Some(person)).on(NUMBER, mark);
                entry.telling(json!({ "reason": said.reason })).write(tx, &clock).await?;
            }
            Ok(())
        })
    });
    kept.await.map_err(Error::from)
}

/// What the address is about: the work, the centre or such, where it names one, else the page.
fn place(path: &str) -> String {
    let id = path.split('/').find_map(|part| Uuid::try_parse(part).ok());
    id.map_or_else(|| path.to_owned(), |id| id.to_string())
}

/// What stands for a number in that place: whoever lacks the key can try no number against it.
fn mark(seal: &Seal, place: &str, digits: &str) -> Uuid {
    let mut bytes = [0; 16];
    let key = seal.key_for(PURPOSE, &format!("{place} {digits}"));
    for (byte, of_key) in bytes.iter_mut().zip(key) {
        *byte = of_key;
    }
    Uuid::from_bytes(bytes)
}

fn written(mark: &Uuid) -> String {
    mark.simple().to_string()
}
