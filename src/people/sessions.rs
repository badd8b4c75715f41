//! Sessions: each browser in which somebody is logged in, and for how long.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, JoinType, QueryOrder, QuerySelect};
use time::{Duration, OffsetDateTime};

use super::ended::{self, Ended};
use super::factors::Step;
use super::persons::person;
use super::{Entry, Person, Token, What, factors, persons, roles};
use crate::clock::Clock;
use crate::config;
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};
use crate::items::working;
use crate::rights::{Role, RoleKind, Who};
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// A digest of what the browser holds.
    pub token: String,
    /// How they showed who they are.
    pub way: String,
    /// The browser and the system, as far as it says: so that they know it again.
    pub device: String,
    pub network: String,
    pub begun_at: Timestamp,
    /// To the minute.
    pub seen_at: Timestamp,
    /// A second step is still to be taken: until then it is nobody's.
    pub is_pending: bool,
    /// When it was; none for a session that needed none.
    pub proved_at: Option<Timestamp>,
    /// Who has vouched for them.
    pub issuer: Option<String>,
    /// What those call the session.
    pub sid: Option<String>,
    /// What those are to be shown when it ends.
    pub hint: Option<String>,
    /// When it ends whatever happens, where that is before the usual.
    pub ends_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How somebody shows who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a code that came by e-mail.
    Code,
    /// By somebody who vouches for them: is that worth as much as two steps?
    Vouched { is_strong: bool },
    /// As one of the example people; in the demo alone.
    Example,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Vouched { .. } => "vouched",
            Self::Example => "example",
        }
    }

    /// Is it worth as much as two steps?
    fn is_proof(self) -> bool {
        matches!(self, Self::Example | Self::Vouched { is_strong: true })
    }
}

/// Where a session begins.
#[derive(Clone, Debug)]
pub struct Browser {
    pub device: String,
    pub network: String,
}

/// A session with whose it is.
#[derive(Clone, Debug)]
pub struct Known {
    pub person: Person,
    pub session: Model,
    pub roles: Vec<Role>,
}

impl Known {
    pub fn who(self, seal: &Seal) -> Who {
        let Self { person, session: Model { id: session, proved_at, .. }, mut roles } = self;
        let proof = proof(seal, person.id, session);
        let held = roles.len();
        if proved_at.is_none() {
            roles.retain(|role| !role.kind.needs_proof());
        }
        let waits = roles.len() < held;
        Who { id: person.id, name: person.name, roles, waits, session, proof }
    }
}

/// What the forms of a session carry: whose it is can be read from it, and that it was made here can't be guessed.
pub fn proof(seal: &Seal, person: Uuid, session: Uuid) -> String {
    format!("{person}.{}", seal.digest("form", &session.to_string()))
}

/// How often it is noted that a session is used.
const NOTED: Duration = Duration::MINUTE;

/// What a browser is to hold, and whether a second step is still to be taken in it.
pub struct Begun {
    pub token: Token,
    pub session: Uuid,
    pub is_pending: bool,
}

/// A new session, with a secret that no browser has had before.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    way: Way,
    browser: &Browser,
) -> Result<Begun, DbErr> {
    let (token, now) = (Token::new(clock), Timestamp::from(clock.now()));
    let is_pending = !way.is_proof() && factors::of(tx, person).await?.any();
    let row = Model {
        id: clock.random_id(),
        person_id: person,
        token: token.digest(),
        way: way.name().to_owned(),
        device: browser.device.clone(),
        network: browser.network.clone(),
        begun_at: now,
        seen_at: now,
        is_pending,
        proved_at: way.is_proof().then_some(now),
        issuer: None,
        sid: None,
        hint: None,
        ends_at: None,
    };
    let session = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let entry = Entry::of(What::LoggedIn).by(Some(person)).on("session", session);
    // Who still has a step to take is not in, and has not come from this network.
    let told = serde_json::json!({ "way": way.name() });
    if !is_pending {
        entry.seen_from(&browser.network).telling(told).write(tx, clock).await?;
    }
    Ok(Begun { token, session, is_pending })
}

/// What is kept of whoever has vouched.
#[derive(Clone, Debug)]
pub struct Voucher {
    pub issuer: String,
    pub sid: Option<String>,
    pub hint: Option<String>,
    pub ends_at: Option<OffsetDateTime>,
}

/// Notes who has vouched for the session.
pub async fn note_voucher(
    tx: &impl ConnectionTrait,
    session: Uuid,
    voucher: Voucher,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Issuer, Expr::value(Some(voucher.issuer)))
        .col_expr(Column::Sid, Expr::value(voucher.sid))
        .col_expr(Column::Hint, Expr::value(voucher.hint))
        .col_expr(Column::EndsAt, Expr::value(voucher.ends_at.map(Timestamp::from)))
        .filter(Column::Id.eq(session))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends what those who have vouched say is over. Tells how many sessions there were.
pub async fn end_vouched(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (issuer, sid): (&str, &str),
) -> Result<usize, DbErr> {
    let theirs = Entity::find().filter(Column::Issuer.eq(issuer)).filter(Column::Sid.eq(sid));
    let rows = theirs.all(tx).await?;
    ended::note(tx, clock, &rows, Ended::Provider).await?;
    for row in &rows {
        end(tx, row.person_id, row.id).await?;
        Entry::of(What::SessionEnded).on("session", row.id).write(tx, clock).await?;
    }
    Ok(rows.len())
}

/// So long a second step can be taken.
const PENDING: Duration = Duration::minutes(10);

/// The session of this browser in which a second step is to be taken, and whose.
pub async fn pending(
    db: &impl ConnectionTrait,
    token: &Token,
    now: OffsetDateTime,
) -> Result<Option<(Model, Person)>, DbErr> {
    let found = Entity::find().filter(Column::Token.eq(token.digest())).one(db).await?;
    let is_open = |one: &Model| one.is_pending && now - *one.begun_at < PENDING;
    let Some(session) = found.filter(is_open) else { return Ok(None) };
    let person = persons::by_id(db, session.person_id).await?;
    let person = person.filter(|person| !person.is_disabled());
    Ok(person.map(|person| (session, person)))
}

/// A session of a person by its id.
pub async fn by_id(
    db: &impl ConnectionTrait,
    (person, id): (Uuid, Uuid),
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(Column::PersonId.eq(person)).one(db).await
}

/// The same session with a second step taken in it: with another id and another secret, so that who has
/// seen the one before has nothing of it.
pub async fn prove(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    session: Model,
    step: Step,
) -> Result<(Token, Uuid), DbErr> {
    end(tx, session.person_id, session.id).await?;
    let (token, now) = (Token::new(clock), Timestamp::from(clock.now()));
    let (person, network) = (session.person_id, session.network.clone());
    let row = Model {
        id: clock.random_id(),
        token: token.digest(),
        seen_at: now,
        is_pending: false,
        proved_at: Some(now),
        ..session
    };
    let id = row.id;
    let entry = Entry::of(What::LoggedIn).by(Some(person)).on("session", id);
    let told = serde_json::json!({ "way": row.way, "step": step.name() });
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    entry.seen_from(&network).telling(told).write(tx, clock).await?;
    Ok((token, id))
}

/// Is there a session of one of these that a second step was taken in, or that is worth as much? It stands
/// until they log out, or it is swept.
pub(super) async fn any_proved(
    db: &impl ConnectionTrait,
    persons: &BTreeSet<Uuid>,
) -> Result<bool, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.is_in(persons.iter().copied()));
    let proved = theirs.filter(Column::ProvedAt.is_not_null()).one(db).await?;
    Ok(proved.is_some())
}

/// No session of theirs counts as proved any more.
pub(super) async fn unprove(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    let none = Expr::value(None::<Timestamp>);
    let set = Entity::update_many().col_expr(Column::ProvedAt, none);
    set.filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(())
}

/// Whose session this is, unless it is over. Notes that it is used, if somebody asks and not their page by
/// itself.
pub async fn known(
    db: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    token: &Token,
    is_used: bool,
) -> Result<Option<Known>, DbErr> {
    let whose = Entity::belongs_to(person::Entity).from(Column::PersonId).to(person::Column::Id);
    let found = Entity::find()
        .join(JoinType::InnerJoin, whose.into())
        .select_also(person::Entity)
        .filter(Column::Token.eq(token.digest()))
        .one(db)
        .await?;
    let Some((session, Some(person))) = found else { return Ok(None) };
    if session.is_pending || person.is_disabled() {
        return Ok(None);
    }
    let now = clock.now();
    let held = roles::of(db, person.id, oslo_day(now)).await?;
    let roles: Vec<Role> = held.iter().filter_map(roles::Model::role).collect();
    let is_administrator = roles.iter().any(|role| role.kind == RoleKind::Administrator);
    if session.over(settings, is_administrator, now).is_some() {
        return Ok(None);
    }
    if is_used && now - *session.seen_at >= NOTED {
        let seen =
            Entity::update_many().col_expr(Column::SeenAt, Expr::value(Timestamp::from(now)));
        // Where nothing can be written now, they may read all the same.
        if let Err(error) = seen.filter(Column::Id.eq(session.id)).exec(db).await {
            tracing::warn!(%error, "it could not be noted that a session is used");
        }
    }
    Ok(Some(Known { person, session, roles }))
}

impl Model {
    /// Why it is over, if it is.
    pub(super) fn over(
        &self,
        settings: &config::People,
        is_administrator: bool,
        now: OffsetDateTime,
    ) -> Option<Ended> {
        let is_old = now - *self.begun_at >= settings.longest();
        if is_old || self.ends_at.is_some_and(|end| *end <= now) {
            return Some(Ended::Longest);
        }
        let is_idle = now - *self.seen_at >= settings.idle(is_administrator);
        is_idle.then_some(Ended::Idle)
    }
}

/// The sessions of a person that may still be used, the one used last first.
pub async fn of(
    db: &impl ConnectionTrait,
    settings: &config::People,
    who: &Who,
    now: OffsetDateTime,
) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.eq(who.id));
    let mut rows = theirs.order_by_desc(Column::SeenAt).all(db).await?;
    let is_administrator = who.is(RoleKind::Administrator) || who.waits;
    rows.retain(|row| !row.is_pending && row.over(settings, is_administrator, now).is_none());
    Ok(rows)
}

/// Ends a session of this person. False when it is over already, or another's.
pub async fn end(tx: &impl ConnectionTrait, person: Uuid, id: Uuid) -> Result<bool, DbErr> {
    let is_it = Entity::delete_many().filter(Column::Id.eq(id));
    let gone = is_it.filter(Column::PersonId.eq(person)).exec(tx).await?;
    // A page that is open in another browser says so anew within a minute.
    working::leave_all(tx, person).await?;
    Ok(gone.rows_affected == 1)
}

/// The same of one that another browser has: it can say there why it is over.
pub async fn end_telling(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, id): (Uuid, Uuid),
    why: Ended,
) -> Result<bool, DbErr> {
    if let Some(session) = by_id(tx, (person, id)).await? {
        ended::note(tx, clock, &[session], why).await?;
    }
    end(tx, person, id).await
}

/// Ends every session of a person, but one where one is named. Their browsers can say why.
pub async fn end_all_telling(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, but): (Uuid, Option<Uuid>),
    why: Ended,
) -> Result<u64, DbErr> {
    let mut theirs = Entity::find().filter(Column::PersonId.eq(person));
    if let Some(but) = but {
        theirs = theirs.filter(Column::Id.ne(but));
    }
    ended::note(tx, clock, &theirs.all(tx).await?, why).await?;
    end_all(tx, person, but).await
}

/// Ends every session of a person, but one where one is named.
pub(super) async fn end_all(
    tx: &impl ConnectionTrait,
    person: Uuid,
    but: Option<Uuid>,
) -> Result<u64, DbErr> {
    let mut theirs = Entity::delete_many().filter(Column::PersonId.eq(person));
    if let Some(but) = but {
        theirs = theirs.filter(Column::Id.ne(but));
    }
    // A page that is open all the same says so anew within a minute.
    working::leave_all(tx, person).await?;
    Ok(theirs.exec(tx).await?.rows_affected)
}

/// Sessions that have been over for anybody for as long as the settings say are gone. Their browsers can
/// still be told why.
pub async fn sweep(
    db: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
) -> Result<u64, DbErr> {
    let idle = settings.idle(false).max(settings.idle(true));
    let now = clock.now() - settings.ended_sessions();
    let is_old = Column::BegunAt.lt(now - settings.longest());
    let is_idle = Column::SeenAt.lt(now - idle);
    let mut gone = 0;
    for (which, why) in [(is_old, Ended::Longest), (is_idle, Ended::Idle)] {
        let over = Entity::find().filter(which).all(db).await?;
        if over.is_empty() {
            continue;
        }
        ended::note(db, clock, &over, why).await?;
        let ids = over.iter().map(|row| row.id);
        let swept = Entity::delete_many().filter(Column::Id.is_in(ids)).exec(db).await?;
        gone += swept.rows_affected;
    }
    Ok(gone)
}
