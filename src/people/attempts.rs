//! Attempts at logging in by a code: each bound to the browser that began it, with tries of its own.
//!
//! Nothing here depends on whether there is an account. What is counted by the address that is typed
//! is counted by the network that types it too, and apart for a browser that has been logged in with
//! the address before: so nobody can shut a person out.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder};
use time::{Duration, OffsetDateTime};

use super::{Address, Entry, Token, What, audit, persons};
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
    /// A keyed digest of the code.
    pub code: String,
    pub address: String,
    pub network: String,
    pub lang: String,
    /// The page that was asked for; none for one's own.
    pub return_to: Option<String>,
    /// Begun in a browser that has been logged in with this address before.
    pub is_known: bool,
    /// A code was sent; else none fits.
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
/// Codes to one address in an hour that one network may ask for.
const FROM_ONE_NETWORK: usize = 5;
/// And that all may together, but for networks that the person has logged in from.
const IN_ALL: usize = 10;
/// And that browsers may which have been logged in with it before: nobody else uses these up.
const KNOWN: usize = 10;
const WINDOW: Duration = Duration::HOUR;
/// Attempts are kept so long, for these counts.
const KEPT: Duration = Duration::HOUR;

pub enum Begun {
    /// What the browser is to hold. The code, when it may be sent.
    Now { secret: Token, code: Option<String> },
    /// Too many codes have been asked for from here.
    Later { seconds: u64 },
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

impl Asked<'_> {
    /// Is it counted together with this one, and how many may there be?
    fn is_like(&self, earlier: &Model) -> bool {
        earlier.is_known == self.is_known && (self.is_known || earlier.network == self.network)
    }

    fn most(&self) -> usize {
        if self.is_known { KNOWN } else { FROM_ONE_NETWORK }
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
    let earlier = Entity::find()
        .filter(Column::Address.eq(address.as_str()))
        .filter(Column::MadeAt.gt(now - WINDOW))
        .order_by_asc(Column::MadeAt)
        .all(tx)
        .await?;
    let alike: Vec<&Model> = earlier.iter().filter(|one| asked.is_like(one)).collect();
    if let Some(first) = alike.first().filter(|_| alike.len() >= asked.most()) {
        let seconds = (*first.made_at + WINDOW - now).whole_seconds();
        return Ok(Begun::Later { seconds: u64::try_from(seconds).unwrap_or_default().max(1) });
    }
    // Asked of everybody, so that it takes as long.
    let person = persons::by_address(tx, address).await?.map_or(Uuid::nil(), |person| person.id);
    let is_at_home = audit::has_come_from(tx, person, network).await?;
    let strangers = earlier.iter().filter(|one| !one.is_known).count();
    let is_open = is_known || is_at_home || strangers < IN_ALL;
    let (secret, code, id) = (Token::new(clock), new_code(clock), clock.random_id());
    let row = Model {
        id,
        secret: secret.digest(),
        code: seal.digest(&purpose(id), &code),
        address: address.as_str().to_owned(),
        network: network.to_owned(),
        lang: lang.code().to_owned(),
        return_to: return_to.map(str::to_owned),
        is_known,
        is_open,
        tries: 0,
        wait_until: None,
        made_at: now.into(),
        expires_at: (now + LASTS).into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let entry = Entry::of(What::CodeAsked).on("login_attempt", id).seen_from(network);
    entry.telling(serde_json::json!({ "sent": is_open })).write(tx, clock).await?;
    Ok(Begun::Now { secret, code: is_open.then_some(code) })
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
    let is_right = seal.is_digest(&purpose(attempt.id), typed, &attempt.code) && attempt.is_open;
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

/// After each wrong code twice as long: 2, 4, 8, 16 seconds.
fn wait(tries: i32) -> Duration {
    Duration::seconds(1 << tries.clamp(0, 10))
}

/// Whom the code of this browser was asked for, while it can be typed.
pub async fn waiting(
    db: &impl ConnectionTrait,
    secret: &Token,
    now: OffsetDateTime,
) -> Result<Option<Model>, DbErr> {
    let found = Entity::find().filter(Column::Secret.eq(secret.digest())).one(db).await?;
    Ok(found.filter(|one| one.expires_at > now && one.tries < TRIES))
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
