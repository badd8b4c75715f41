//! On the way to a provider: what it is told is kept, and the browser that goes there is known again.

use axum::extract::{Request, State};

use super::{GOING, Of, back_to, over, provider};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::login::{PARAMETER, PROVIDER, There, unkept};
use crate::oidc::{self, Asked};
use crate::people::Token;
use crate::people::vouching::{self, Going, Model};
use crate::web::Visit;
use crate::web::visit::Named;

const LIMIT: usize = 16 * 1024;
/// Said by one who is logged in, and wants to be known by it too.
const CONNECT: &str = "koble";

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(of): Named<Of>,
    request: Request,
) -> Reply {
    let provider = provider(&app, &of)?;
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([PARAMETER, CONNECT]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    app.limits.count(&GOING, &visit.asker)?;
    let known = match oidc::known(provider, app.clock.now()).await {
        Ok(known) => known,
        Err(error) => return Ok(over::lead(&provider.name, visit.lang(), &error)),
    };
    let wants_more = !filled.typed.value(CONNECT).is_empty();
    let going = Going {
        provider: provider.name.clone(),
        lang: visit.lang(),
        return_to: There::parse(filled.typed.value(PARAMETER))
            .map(|there| there.as_str().to_owned()),
        person: visit.who.as_ref().filter(|_| wants_more).map(|who| who.id),
    };
    let (token, attempt) = db::transaction::<(Token, Model), Error, _>(&app.db, |tx| {
        let (clock, going) = (app.clock.clone(), going.clone());
        Box::pin(async move { Ok(vouching::begin(tx, &clock, going).await?) })
    })
    .await?;
    let back = back_to(&app, provider);
    let asked = Asked {
        state: &attempt.state,
        nonce: &attempt.nonce,
        verifier: &attempt.verifier,
        back: &back,
        lang: visit.lang(),
    };
    match oidc::address_of_login(provider, &known, &app.clock, &asked).await {
        Ok(address) => {
            let mut response = unkept(crate::web::see_other(&address));
            PROVIDER.set(&mut response, &token);
            Ok(response)
        }
        Err(error) => Ok(over::lead(&provider.name, visit.lang(), &error)),
    }
}
