//! What somebody puts right: the language of letters, and addresses that are no longer theirs.

use axum::extract::{Request, State};

use super::{LIMIT, path, show};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, Wording};
use crate::i18n::Lang;
use crate::people::{Entry, What, persons};
use crate::web::{Visit, receipt};

pub const LANG: &str = "sprak";
/// The button beside an address.
const REMOVE: &str = "fjern";

pub fn form() -> Form {
    let own = |lang: Lang| {
        let words = [(lang, lang.own_name().to_owned())].into_iter().collect();
        Alternative { value: lang.code().to_owned(), label: Wording::Words(words) }
    };
    let languages = Lang::ALL.into_iter().map(own).collect();
    let field = Field::choice(LANG, "privacy-lang", languages).needed();
    Form::new(LIMIT, [field]).hiding([REMOVE])
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let person = show::person(&app, &visit).await?;
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let here = path(visit.lang().code());
    let address = filled.typed.value(REMOVE).to_owned();
    if !address.is_empty() {
        let is_gone = remove(&app, person.id, address).await?;
        if is_gone {
            return Ok(receipt::done(&here, "adresse-borte"));
        }
        let mut unchanged = Filled::empty();
        unchanged.typed.set(LANG, person.lang().code());
        return show::page(&app, &visit, &unchanged, Some("privacy-address-stays")).await;
    }
    if !filled.is_good() {
        return show::page(&app, &visit, &filled, None).await;
    }
    let lang = Lang::parse(filled.text(LANG)).ok_or(Error::NotUnderstood(LANG))?;
    let id = person.id;
    db::transaction::<(), Error, _>(&app.db, |tx| {
        Box::pin(async move { Ok(persons::set_lang(tx, id, lang).await?) })
    })
    .await?;
    Ok(receipt::done(&here, "lagret"))
}

/// Their last address stays, or they could not log in again.
async fn remove(app: &App, person: uuid::Uuid, address: String) -> Result<bool, Error> {
    db::transaction::<bool, Error, _>(&app.db, |tx| {
        let (clock, address) = (app.clock.clone(), address.clone());
        Box::pin(async move {
            let is_gone = persons::remove_address(tx, person, &address).await?;
            if is_gone {
                let entry = Entry::of(What::AddressRemoved).by(Some(person)).on("person", person);
                entry.write(tx, &clock).await?;
            }
            Ok(is_gone)
        })
    })
    .await
}
