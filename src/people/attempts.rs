//! Attempts at logging in by a code: each bound to the browser that began it, with tries of its own.
//!
//! Nothing here depends on whether there is an account. Letters to one address are few in an hour,
//! whoever asks. Past those a letter goes now and then that holds a long code, which fits in every
//! browser that has asked for the address: so whoever reads the mailbox gets in, and nobody can shut
//! them out by asking.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use time::{Duration, OffsetDateTime};

use super::{Address, Entry, Token, What};
use crate::clock::Clock;
use crate::config;
use crate::db::{DbErr, Timestamp};
use crate::i18n::Lang;
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "login_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// A digest of what the browser holds.
    pub secret: String,
    /// A keyed digest of the code, behind [`SHARED`] for one that fits in other browsers too.
    pub code: String,
    pub address: String,
    pub network: String,
    pub lang: String,
    /// The page that was asked for; none for one's own.
    pub return_to: Option<String>,
    /// Begun in a browser that has been logged in with this address before.
    pub is_known: bool,
    /// A code was sent; else none fits but one that is shared. One that is shared is no more so when it
    /// has been used.
    pub is_open: bool,
    pub tries: i32,
    /// Nothing is tried before.
    pub wait_until: Option<Timestamp>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How long a code can be typed.
pub const LASTS: Duration = Duration::minutes(10);
/// How often one may be typed wrongly.
pub const TRIES: i32 = 5;
/// Digits of a code that fits in one browser.
pub const DIGITS: usize = 6;
/// And of one that fits in all that have asked for the address: too many to guess, however many of
/// those somebody has.
pub const LONG: usize = 2 * DIGITS;
/// Stands before the digest of such a code.
const SHARED: &str = "shared ";
/// Letters to one address in an hour that one network may ask for, each with a code for one browser.
const FROM_ONE_NETWORK: usize = 5;
/// And that all may together.
const IN_ALL: usize = 6;
/// And that browsers may which have been logged in with it before: nobody else uses these up.
const KNOWN: usize = 10;
/// Past those, one letter goes in so long, unless what it held has been used. Less than a code lasts: in
/// the mailbox there is always one that fits.
const SPACED: Duration = Duration::minutes(8);
const WINDOW: Duration = Duration::HOUR;
/// More than fit at a time, whatever happens at the same moment.
const MOST_SHARED: u64 = 10;
/// Attempts are kept so long, for these counts.
const KEPT: Duration = Duration::HOUR;

pub struct Begun {
    /// What the browser is to hold.
    pub secret: Token,
    /// What a letter is to hold; none where one has gone a moment ago that fits here too.
    pub code: Option<String>,
}

/// Who asks for a code, and to which address.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub address: &'a Address,
    pub network: &'a str,
    pub lang: Lang,
    /// The page that they want to see.
    pub return_to: Option<&'a str>,
    /// The browser has been logged in with this address before.
    pub is_known: bool,
}

/// What is sent to whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    /// A code for this browser alone.
    Own,
    /// One for all that have asked for the address.
    Shared,
    /// Nothing: a shared one has just gone.
    Nothing,
}

impl Asked<'_> {
    fn sent(&self, letters: &[Model], now: OffsetDateTime) -> Sent {
        let is_alike = |one: &&Model| !one.is_shared() && one.is_known == self.is_known;
        let alike: Vec<&Model> = letters.iter().filter(is_alike).collect();
        let has_room = if self.is_known {
            alike.len() < KNOWN
        } else {
            let from_here = alike.iter().filter(|one| one.network == self.network).count();
            alike.len() < IN_ALL && from_here < FROM_ONE_NETWORK
        };
        if has_room {
            Sent::Own
        } else if letters.iter().any(|one| one.is_shared() && *one.made_at + SPACED > now) {
            Sent::Nothing
        } else {
            Sent::Shared
        }
    }
}

impl Model {
    fn is_shared(&self) -> bool {
        self.code.starts_with(SHARED)
    }
}

/// Begins an attempt for the address that was typed.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    asked: Asked<'_>,
) -> Result<Begun, DbErr> {
    let (now, Asked { address, network, lang, return_to, is_known }) = (clock.now(), asked);
    let letters = Entity::find()
        .filter(Column::Address.eq(address.as_str()))
        .filter(Column::MadeAt.gt(now - WINDOW))
        .filter(Column::IsOpen.eq(true))
        .all(tx)
        .await?;
    let (sent, secret, id) = (asked.sent(&letters, now), Token::new(clock), clock.random_id());
    let code = match sent {
        Sent::Own => Some(new_code(clock)),
        Sent::Shared => Some(new_code(clock) + &new_code(clock)),
        Sent::Nothing => None,
    };
    let kept = code.as_ref().map(|code| seal.digest(&purpose(id), code)).unwrap_or_default();
    let row = Model {
        id,
        secret: secret.digest(),
        code: if sent == Sent::Shared { format!("{SHARED}{kept}") } else { kept },
        address: address.as_str().to_owned(),
        network: network.to_owned(),
        lang: lang.code().to_owned(),
        return_to: return_to.map(str::to_owned),
        is_known,
        is_open: code.is_some(),
        tries: 0,
        wait_until: None,
        made_at: now.into(),
        expires_at: (now + LASTS).into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let entry = Entry::of(What::CodeAsked).on("login_attempt", id).seen_from(network);
    entry.telling(serde_json::json!({ "sent": code.is_some() })).write(tx, clock).await?;
    Ok(Begun { secret, code })
}

/// Six digits for a letter. Of 62 unpredictable bits no code is likelier than another by more than a trifle.
pub fn new_code(clock: &Clock) -> String {
    let bits = clock.random_id().as_u64_pair().1 & ((1 << 62) - 1);
    format!("{:06}", bits % 1_000_000)
}

fn purpose(id: Uuid) -> String {
    format!("code {id}")
}

pub enum Tried {
    /// Whose address it is. The attempt is used up.
    Right {
        attempt: Uuid,
        address: String,
        return_to: Option<String>,
    },
    Wrong {
        left: u64,
    },
    /// The one before was wrong: not yet, and this one is not looked at.
    Wait {
        seconds: u64,
    },
    /// Too late, too often, or never begun in this browser.
    Over,
}

/// Holds a code against the attempt of this browser.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    secret: &Token,
    typed: &str,
) -> Result<Tried, DbErr> {
    let now = clock.now();
    let found = Entity::find().filter(Column::Secret.eq(secret.digest())).one(tx).await?;
    let is_usable = |one: &Model| one.expires_at > now && one.tries < TRIES;
    let Some(attempt) = found.filter(is_usable) else { return Ok(Tried::Over) };
    if let Some(until) = attempt.wait_until.filter(|until| *until > now) {
        let seconds = (*until - now).whole_seconds() + 1;
        return Ok(Tried::Wait { seconds: u64::try_from(seconds).unwrap_or(1) });
    }
    let is_right = take(tx, seal, &attempt, typed, now).await?;
    let tries = attempt.tries + 1;
    let counted = Entity::update_many()
        .col_expr(Column::Tries, Expr::value(if is_right { TRIES } else { tries }))
        .col_expr(Column::WaitUntil, Expr::value(Some(Timestamp::from(now + wait(tries)))))
        .filter(Column::Id.eq(attempt.id));
    counted.exec(tx).await?;
    if is_right {
        let Model { id: attempt, address, return_to, .. } = attempt;
        return Ok(Tried::Right { attempt, address, return_to });
    }
    let entry =
        Entry::of(What::CodeWrong).on("login_attempt", attempt.id).seen_from(&attempt.network);
    entry.write(tx, clock).await?;
    match u64::try_from(TRIES - tries) {
        Ok(left @ 1..) => Ok(Tried::Wrong { left }),
        _ => Ok(Tried::Over),
    }
}

/// Is it the code of this attempt, or one that was sent for all who asked for its address? That is used up.
async fn take(
    tx: &impl ConnectionTrait,
    seal: &Seal,
    attempt: &Model,
    typed: &str,
    now: OffsetDateTime,
) -> Result<bool, DbErr> {
    if typed.len() != LONG {
        let is_its = seal.is_digest(&purpose(attempt.id), typed, &attempt.code);
        return Ok(is_its && attempt.is_open);
    }
    let shared = shared(tx, &attempt.address, now).await?;
    let is_it = |one: &&Model| {
        let kept = one.code.strip_prefix(SHARED);
        kept.is_some_and(|kept| seal.is_digest(&purpose(one.id), typed, kept))
    };
    let Some(found) = shared.iter().find(is_it) else { return Ok(false) };
    // Whoever comes at the same moment with it finds it used.
    let used = Entity::update_many()
        .col_expr(Column::IsOpen, Expr::value(false))
        .filter(Column::Id.eq(found.id))
        .filter(Column::IsOpen.eq(true));
    Ok(used.exec(tx).await?.rows_affected == 1)
}

/// Codes that fit now in all browsers that have asked for an address, the newest first. The tries of
/// the browser that made us send one use it up for nobody else.
async fn shared(
    db: &impl ConnectionTrait,
    address: &str,
    now: OffsetDateTime,
) -> Result<Vec<Model>, DbErr> {
    let sent = Entity::find().filter(Column::Address.eq(address)).filter(Column::IsOpen.eq(true));
    sent.filter(Column::Code.starts_with(SHARED))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::MadeAt)
        .limit(MOST_SHARED)
        .all(db)
        .await
}

/// After each wrong code twice as long: 2, 4, 8, 16 seconds.
fn wait(tries: i32) -> Duration {
    Duration::seconds(1 << tries.clamp(0, 10))
}

/// What this browser waits for.
pub struct Waiting {
    pub address: String,
    /// Asked for in a browser that has been logged in with the address before.
    pub is_known: bool,
    pub letter: Letter,
}

/// Where the code is that can be typed.
pub enum Letter {
    /// In one that is on its way, for this browser alone.
    Own,
    /// In the last that went for all browsers that have asked: another may go then.
    Shared { sent: OffsetDateTime, until: OffsetDateTime, next: OffsetDateTime },
    /// What was sent has been used, or is too old: another goes when it is asked for.
    Gone,
}

/// Whom the code of this browser was asked for, while it can be typed.
pub async fn waiting(
    db: &impl ConnectionTrait,
    secret: &Token,
    now: OffsetDateTime,
) -> Result<Option<Waiting>, DbErr> {
    let found = Entity::find().filter(Column::Secret.eq(secret.digest())).one(db).await?;
    let usable = found.filter(|one| one.expires_at > now && one.tries < TRIES);
    let Some(Model { address, code, is_open, is_known, .. }) = usable else { return Ok(None) };
    if is_open && !code.starts_with(SHARED) {
        return Ok(Some(Waiting { address, is_known, letter: Letter::Own }));
    }
    let shared = shared(db, &address, now).await?.into_iter().next();
    let letter = shared.map_or(Letter::Gone, |one| Letter::Shared {
        sent: *one.made_at,
        until: *one.expires_at,
        next: *one.made_at + SPACED,
    });
    Ok(Some(Waiting { address, is_known, letter }))
}

/// Those are gone that are older than the settings say, and that no count needs.
pub async fn sweep(
    db: &impl ConnectionTrait,
    settings: &config::People,
    now: OffsetDateTime,
) -> Result<u64, DbErr> {
    let kept = settings.attempts().max(KEPT);
    let gone = Entity::delete_many().filter(Column::MadeAt.lt(now - kept)).exec(db).await?;
    Ok(gone.rows_affected)
}
