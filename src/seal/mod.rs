//! Signs what a form carries out and back, so that a robot can't make one up, and lets each through once.

mod once;
#[cfg(test)]
mod tests;

use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use sha2::Sha256;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::clock::Clock;

pub use once::{Sent, Spent, send_once};

mod secret {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "secret")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A key that all copies of the server share.
#[derive(Clone)]
pub struct Seal(Vec<u8>);

/// A person needs at least this long to write a letter.
pub const SHORTEST: Duration = Duration::seconds(2);
/// A form left open over the week-end still works on Monday.
pub const LONGEST: Duration = Duration::days(3);

/// An id has so many digits, and what seals it.
const ID: usize = 32;
const SEALED: usize = 64;

/// A stamp that was found good, by what no other has, however it was written when it came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Uuid);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Not there, never ours, or for another form.
    Forged,
    TooFast,
    TooOld,
}

impl Seal {
    /// Reads the key, or makes it: the first copy to start writes it, the others find it.
    pub async fn load(db: &impl ConnectionTrait, clock: &Clock) -> Result<Self, DbErr> {
        let value = format!("{}{}", clock.random_id().simple(), clock.random_id().simple());
        let new = secret::Model { name: "forms".to_owned(), value };
        secret::Entity::insert(new.into_active_model())
            .on_conflict_do_nothing_on([secret::Column::Name])
            .exec_without_returning(db)
            .await?;
        let kept = Self::kept(db).await?;
        kept.ok_or_else(|| DbErr::RecordNotFound("the key for forms".into()))
    }

    /// The key, when there is one: without it nothing has been signed, and nothing digested.
    pub async fn kept(db: &impl ConnectionTrait) -> Result<Option<Self>, DbErr> {
        let row = secret::Entity::find_by_id("forms").one(db).await?;
        Ok(row.map(|row| Self(row.value.into_bytes())))
    }

    /// A stamp for the form called `purpose`, made now. No two are the same: two readers may open a
    /// form in the same second.
    pub fn stamp(&self, purpose: &str, clock: &Clock) -> String {
        self.stamp_at(purpose, clock.now().unix_timestamp(), clock)
    }

    /// A stamp for the same form when it came back and is shown again, in the place of the one that it
    /// came back with. The time that somebody has had the form before them counts on: who sends it once
    /// more at once is not told that it went too fast.
    pub fn renewed(&self, purpose: &str, before: &str, clock: &Clock) -> String {
        let now = clock.now().unix_timestamp();
        let long_enough = now - SHORTEST.whole_seconds();
        let at = match self.read(purpose, before) {
            // Copies of the server may have clocks that differ.
            Ok((at, _)) => at.clamp(long_enough, now),
            // How long it was open is lost with its stamp. A robot gains two seconds by that, and spends
            // a request.
            Err(_) => long_enough,
        };
        self.stamp_at(purpose, at, clock)
    }

    fn stamp_at(&self, purpose: &str, at: i64, clock: &Clock) -> String {
        let nonce = clock.random_id();
        let signature = self.mac(purpose, at, nonce).finalize().into_bytes();
        format!("{at}.{}.{}", nonce.simple(), crate::files::hex(&signature))
    }

    /// Is `stamp` ours, for this form, and of a human age?
    pub fn check(&self, purpose: &str, stamp: &str, now: OffsetDateTime) -> Result<Stamp, Broken> {
        let (at, nonce) = self.read(purpose, stamp)?;
        let age = Duration::seconds(now.unix_timestamp() - at);
        if age < SHORTEST {
            Err(Broken::TooFast)
        } else if age > LONGEST {
            Err(Broken::TooOld)
        } else {
            Ok(Stamp(nonce))
        }
    }

    /// When a stamp of ours was made, and what no other has.
    fn read(&self, purpose: &str, stamp: &str) -> Result<(i64, Uuid), Broken> {
        let mut parts = stamp.splitn(3, '.');
        let mut part = || parts.next().ok_or(Broken::Forged);
        let (at, nonce, signature) = (part()?, part()?, part()?);
        let at: i64 = at.parse().map_err(|_| Broken::Forged)?;
        let nonce = Uuid::try_parse(nonce).map_err(|_| Broken::Forged)?;
        self.mac(purpose, at, nonce).verify_slice(&bytes(signature)).map_err(|_| Broken::Forged)?;
        Ok((at, nonce))
    }

    /// What stands for `who` in a table, for the `purpose` alone: the same on all copies, and nothing
    /// that whoever lacks the key can try names against. Of a secret so short that a plain digest of it
    /// could be guessed, this is what is kept.
    pub fn digest(&self, purpose: &str, who: &str) -> String {
        crate::files::hex(&self.digest_mac(purpose, who).finalize().into_bytes())
    }

    /// Is this the digest of it? It takes as long to say no as to say yes.
    pub fn is_digest(&self, purpose: &str, who: &str, kept: &str) -> bool {
        self.digest_mac(purpose, who).verify_slice(&bytes(kept)).is_ok()
    }

    /// A key of its own for one use, the same on all copies: of a derived key nobody finds the site's.
    pub fn key_for(&self, purpose: &str, what: &str) -> Vec<u8> {
        self.digest_mac(purpose, what).finalize().into_bytes().to_vec()
    }

    /// What an address carries so that whoever has it can do one thing with a row, and nothing else: the
    /// row's id, sealed for the `purpose`. It is good for as long as the row is there.
    pub fn token(&self, purpose: &str, id: Uuid) -> String {
        let id = id.simple().to_string();
        let sealed = self.digest(purpose, &id);
        format!("{id}{sealed}")
    }

    /// Which row a token is for; none for what we have not made.
    pub fn read_token(&self, purpose: &str, token: &str) -> Option<Uuid> {
        let (id, sealed) = token.split_at_checked(ID)?;
        let is_ours = sealed.len() == SEALED && self.is_digest(purpose, id, sealed);
        Uuid::try_parse(id).ok().filter(|_| is_ours)
    }

    fn digest_mac(&self, purpose: &str, who: &str) -> Hmac<Sha256> {
        let mut mac = self.keyed();
        // No stamp begins so: its first bytes are a time.
        for part in ["digest of", purpose, who] {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
        mac
    }

    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    fn keyed(&self) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(&self.0).expect("any length will do")
    }

    fn mac(&self, purpose: &str, at: i64, nonce: Uuid) -> Hmac<Sha256> {
        let mut mac = self.keyed();
        mac.update(&at.to_be_bytes());
        mac.update(nonce.as_bytes());
        mac.update(purpose.as_bytes());
        mac
    }
}

/// Hexadecimal digits back to bytes; what is no digit is left out.
fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .filter_map(|n| u8::from_str_radix(hex.get(2 * n..2 * n + 2)?, 16).ok())
        .collect()
}
