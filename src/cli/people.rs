//! Commands on people: the first administrator, whom nobody else can invite.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::open;
use crate::clock::Clock;
use crate::config::{Common, Serving, Settings};
use crate::db::{self, Db, DbErr};
use crate::i18n::{Lang, Text};
use crate::jobs;
use crate::people::invitations::{self, Offer};
use crate::people::letter::{self, Invited};
use crate::people::{Address, Refused, factors, persons};
use crate::rights::{Role, RoleKind};

#[derive(Subcommand)]
pub enum Command {
    /// Invite somebody to look after the installation; a running server sends the letter
    Invite(Invite),
    /// Take the second steps of the log-in away from somebody who has lost them; they set them up anew
    ResetSteps {
        /// Whose address it is
        #[arg(value_name = "ADDRESS")]
        address: String,
    },
}

#[derive(Args)]
pub struct Invite {
    /// Who is to be administrator
    #[arg(long, required = true, value_name = "ADDRESS")]
    administrator: String,
    /// The site's public address, for the link in the letter
    #[arg(long, env = "PADRIVER_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// The language of the letter: nb, nn, se or en
    #[arg(long, default_value = "nb", value_name = "LANGUAGE")]
    language: String,
}

pub async fn run(common: &Common, command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Invite(asked) => run_invite(common, asked).await,
        Command::ResetSteps { address } => reset(common, &address).await,
    }
}

async fn reset(common: &Common, address: &str) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let nobody = || format!("nobody has an account with the address {address:?}");
    let of = Address::parse(address).ok_or_else(nobody)?;
    let person = persons::by_address(&db, &of).await.map_err(|e| e.to_string())?;
    let person = person.ok_or_else(nobody)?.id;
    let done = db::transaction::<(), Refused, _>(&db, |tx| {
        let clock = clock.clone();
        Box::pin(async move { factors::reset(tx, &clock, person, None).await })
    })
    .await;
    match done {
        Ok(()) => {
            say!("{of} has no second step any more, is logged out everywhere, and gets a letter");
            Ok(ExitCode::SUCCESS)
        }
        Err(Refused::NotThere) => Err(format!("{of} has no second step")),
        Err(error) => Err(error.to_string()),
    }
}

async fn run_invite(common: &Common, asked: Invite) -> Result<ExitCode, String> {
    let Invite { administrator, public_url, language } = asked;
    let lang = Lang::parse(&language)
        .ok_or_else(|| format!("language: {language:?} is not one of nb, nn, se, en"))?;
    let to = Address::parse(&administrator).ok_or_else(|| {
        format!("administrator: {administrator:?} is no e-mail address, as in navn@kommune.no")
    })?;
    let settings = Settings::read(common, &Serving { public_url, ..Serving::default() })?;
    has_address(&settings)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    invite(&db, &clock, &settings, Text::new(lang), &to).await.map_err(|e| e.to_string())?;
    say!(
        "{to} is invited to be administrator. A letter waits to be sent by the server; they log in at {}/{lang}/logg-inn",
        settings.site()
    );
    Ok(ExitCode::SUCCESS)
}

/// Without an address of the site the link in the letter would lead to whatever listens on the reader's
/// own machine.
pub(super) fn has_address(settings: &Settings) -> Result<(), String> {
    if settings.public_url.is_some() {
        return Ok(());
    }
    let told = "public-url is not set, so the link in the letter would lead nowhere: \
                say --public-url https://padriver.example.org, or set it in the file";
    Err(told.to_owned())
}

/// The invitation and its letter, both or neither.
pub(super) async fn invite(
    db: &Db,
    clock: &Clock,
    settings: &Settings,
    t: Text,
    to: &Address,
) -> Result<(), DbErr> {
    db::transaction::<(), DbErr, _>(db, |tx| {
        let (clock, settings, to) = (clock.clone(), settings.clone(), to.clone());
        Box::pin(async move {
            let role = Role { kind: RoleKind::Administrator, at: None };
            let offer = Offer { to: &to, role, until: None, by: None };
            let waiting = invitations::invite(tx, &clock, &settings.people, offer).await?;
            let expires_at = waiting.expires_at;
            let (place, by, until) = (None, None, None);
            let invited = Invited { to: &to, role: role.kind, place, by, until, expires_at };
            let letter = letter::invitation(t, &clock, &settings.site(), &invited);
            jobs::enqueue(tx, &clock, &letter).await
        })
    })
    .await
}
