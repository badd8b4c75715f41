//! Back from a provider: what it says is held against what was asked, and whom it vouches for gets in.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use serde_json::json;
use time::Duration;

use super::over::{Why, because, lead};
use super::{Of, REFUSED, back_to, provider};
use crate::app::App;
use crate::config::Provider;
use crate::db;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::login::{PROVIDER, There, browser, had, lead_in};
use crate::oidc::{self, Asked, Vouched};
use crate::people::acting;
use crate::people::identities::{self, Found, Known};
use crate::people::sessions::{self, Begun, Browser, Voucher, Way};
use crate::people::vouching::{self, Model};
use crate::people::{Address, Entry, What};
use crate::web::visit::{self, Named};
use crate::web::{Query, Visit};

/// A session of the highest level lasts no longer.
const HIGH: Duration = Duration::hours(2);

pub async fn receive(State(app): State<App>, Named(of): Named<Of>, request: Request) -> Reply {
    let provider = provider(&app, &of)?;
    let visit = Visit::clone(visit::of(request.extensions())?);
    let answer = came(&app, provider, &visit, request.headers()).await?;
    if let Some(why) = answer.extensions().get::<Why>() {
        note(&app, provider, &visit, *why).await?;
    }
    Ok(answer)
}

/// What was refused stands in the log of what people did. A stranger who sends nonsense without end does not fill
/// it; and who stopped by themselves was not refused, nor is one whose account is closed told of twice.
async fn note(app: &App, provider: &Provider, visit: &Visit, why: Why) -> Result<(), Error> {
    let is_told = matches!(why, Why::Cancelled | Why::Away | Why::Closed);
    if is_told || app.limits.count(&REFUSED, &visit.asker).is_err() {
        return Ok(());
    }
    let told = json!({ "issuer": provider.issuer, "refused": why.name() });
    let entry = Entry::of(What::LogInRefused).seen_from(&visit.asker.network).telling(told);
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, entry) = (app.clock.clone(), entry.clone());
        Box::pin(async move { Ok(entry.write(tx, &clock).await?) })
    })
    .await
}

async fn came(app: &App, provider: &Provider, visit: &Visit, headers: &HeaderMap) -> Reply {
    let Some(attempt) = taken(app, headers).await? else {
        return Ok(because(visit.lang(), Why::Late));
    };
    let lang = Lang::parse(&attempt.lang).unwrap_or(Lang::Nb);
    let query = visit.parameters()?;
    let code = match code(provider, &attempt, &query) {
        Ok(code) => code,
        Err(why) => {
            tracing::warn!(provider = provider.name, ?why, "what came back is not taken");
            return Ok(because(lang, why));
        }
    };
    match vouched(app, provider, &attempt, (&code, &query)).await {
        Ok(vouched) => enter(app, provider, (visit, headers), &attempt, vouched).await,
        Err(error) => Ok(lead(&provider.name, lang, &error)),
    }
}

/// The attempt of this browser, used up with that, whatever comes of it.
async fn taken(app: &App, headers: &HeaderMap) -> Result<Option<Model>, Error> {
    let Some(token) = PROVIDER.read(headers) else { return Ok(None) };
    db::transaction::<Option<Model>, Error, _>(&app.db, |tx| {
        let (token, now) = (token.clone(), app.clock.now());
        Box::pin(async move { Ok(vouching::take(tx, &token, now).await?) })
    })
    .await
}

/// The code, where all that came with it is of this attempt.
fn code(provider: &Provider, attempt: &Model, query: &Query) -> Result<String, Why> {
    // It was begun with another provider: one must not speak for another.
    if attempt.provider != provider.name || query.get("state") != Some(attempt.state.as_str()) {
        return Err(Why::Wrong);
    }
    if query.get("iss").is_some_and(|iss| iss != provider.issuer) {
        return Err(Why::Wrong);
    }
    // Said twice, it would be one thing to us and perhaps another to who looks besides (RFC 6749, 3.1).
    if ["state", "iss", "code", "error"].into_iter().any(|name| query.is_repeated(name)) {
        return Err(Why::Wrong);
    }
    match (query.get("error"), query.get("code")) {
        (None, Some(code)) if !code.is_empty() => Ok(code.to_owned()),
        (Some("access_denied"), _) => Err(Why::Cancelled),
        _ => Err(Why::Wrong),
    }
}

async fn vouched(
    app: &App,
    provider: &Provider,
    attempt: &Model,
    (code, query): (&str, &Query),
) -> Result<Vouched, oidc::Error> {
    let known = oidc::known(provider, app.clock.now()).await?;
    if known.metadata.authorization_response_iss_parameter_supported && query.get("iss").is_none() {
        return Err(oidc::Error::Wrong("it does not say who sends it".to_owned()));
    }
    let back = back_to(app, provider);
    let asked = Asked {
        state: &attempt.state,
        nonce: &attempt.nonce,
        verifier: &attempt.verifier,
        back: &back,
        lang: Lang::parse(&attempt.lang).unwrap_or(Lang::Nb),
    };
    oidc::vouched(provider, &known, &app.clock, (&asked, code)).await
}

/// What came of somebody who is vouched for.
enum Entered {
    Now(Begun),
    Not(Why),
}

/// All that the transaction needs.
#[derive(Clone)]
struct Coming {
    known: Known,
    voucher: Voucher,
    is_strong: bool,
    makes_accounts: Option<bool>,
    browser: Browser,
    had: Option<(uuid::Uuid, uuid::Uuid)>,
    /// Who wants to be known by it too.
    person: Option<uuid::Uuid>,
    /// The organisations that they act for.
    acts_for: Vec<acting::Said>,
}

async fn enter(
    app: &App,
    provider: &Provider,
    (visit, headers): (&Visit, &HeaderMap),
    attempt: &Model,
    vouched: Vouched,
) -> Reply {
    let lang = Lang::parse(&attempt.lang).unwrap_or(Lang::Nb);
    // Who began it to be known by it too is still the one who is logged in here.
    let is_theirs = attempt.person_id == visit.who.as_ref().map(|who| who.id);
    if attempt.person_id.is_some() && !is_theirs {
        return Ok(because(lang, Why::Late));
    }
    let email = vouched.email.filter(|(_, is_verified)| *is_verified);
    let coming = Coming {
        known: Known {
            issuer: provider.issuer.clone(),
            subject: vouched.subject,
            name: vouched.name,
            address: email.and_then(|(address, _)| Address::parse(&address)),
            lang,
        },
        voucher: Voucher {
            issuer: provider.issuer.clone(),
            sid: vouched.sid,
            hint: vouched.hint,
            ends_at: vouched.is_high.then(|| app.clock.now() + HIGH),
        },
        is_strong: vouched.is_strong,
        makes_accounts: provider.makes_accounts,
        browser: browser(visit, headers),
        had: had(visit),
        person: attempt.person_id,
        acts_for: vouched.acts_for.into_iter().map(|one| (one.number, one.name)).collect(),
    };
    let entered = db::transaction::<Entered, Error, _>(&app.db, |tx| {
        let (app, coming) = (app.clone(), coming.clone());
        Box::pin(async move { come_in(tx, &app, coming).await })
    })
    .await?;
    match entered {
        Entered::Not(why) => Ok(because(lang, why)),
        Entered::Now(begun) => {
            metrics::counter!("padriver_log_ins_total", "result" => "in").increment(1);
            let there = attempt.return_to.as_deref().and_then(There::parse);
            let mut visit = visit.clone();
            visit.t = Text::new(lang);
            let mut response = lead_in(&visit, &begun.token, begun.is_pending, there.as_ref());
            PROVIDER.forget(&mut response);
            Ok(response)
        }
    }
}

async fn come_in(tx: &db::Tx, app: &App, coming: Coming) -> Result<Entered, Error> {
    let App { clock, settings, .. } = app;
    let (known, network) = (&coming.known, coming.browser.network.as_str());
    if let Some(person) = coming.person
        && !identities::connect(tx, clock, person, known).await?
    {
        return Ok(Entered::Not(Why::OtherPerson));
    }
    let people = &settings.people;
    let person = match identities::enter(tx, clock, people, coming.makes_accounts, known).await? {
        Found::Person(person) => person,
        Found::AddressTaken => return Ok(Entered::Not(Why::AddressTaken)),
        Found::NotAdmitted => return Ok(Entered::Not(Why::NotAdmitted)),
    };
    if person.is_disabled() {
        let refused = Entry::of(What::LogInRefused).seen_from(network).on("person", person.id);
        refused.write(tx, clock).await?;
        return Ok(Entered::Not(Why::Closed));
    }
    if let Some((before, session)) = coming.had {
        sessions::end(tx, before, session).await?;
    }
    let way = Way::Vouched { is_strong: coming.is_strong };
    let begun = sessions::begin(tx, clock, person.id, way, &coming.browser).await?;
    sessions::note_voucher(tx, begun.session, coming.voucher).await?;
    let is_said_by = (person.id, known.issuer.as_str());
    acting::note(tx, clock, is_said_by, &coming.acts_for).await?;
    Ok(Entered::Now(begun))
}
