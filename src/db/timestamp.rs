//! An instant in a column: to the millisecond on both engines, in the order of time on both.
//!
//! PostgreSQL has a type for it. SQLite has none, and text is in order only when it is written alike: a
//! «…00.5Z» comes before a «…00Z». So there it is a number, milliseconds since 1970.

use std::ops::Deref;

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, DbErr, QueryResult, Statement, TryGetError, TryGetable, Value};
use time::{OffsetDateTime, UtcOffset};

/// What rows hold; all else reckons with the [`OffsetDateTime`] in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

impl Timestamp {
    fn of_milliseconds(count: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(count) * NANOSECONDS).ok().map(Self)
    }
}

const NANOSECONDS: i128 = 1_000_000;

fn milliseconds(at: OffsetDateTime) -> i64 {
    // A year has four digits, so it fits by far.
    let count = at.unix_timestamp_nanos().div_euclid(NANOSECONDS);
    TryInto::<i64>::try_into(count).unwrap_or(i64::MAX)
}

/// What is finer than a millisecond is cut off.
impl From<OffsetDateTime> for Timestamp {
    fn from(at: OffsetDateTime) -> Self {
        let at = at.to_offset(UtcOffset::UTC);
        Self(at.replace_millisecond(at.millisecond()).unwrap_or(at))
    }
}

impl From<Timestamp> for OffsetDateTime {
    fn from(at: Timestamp) -> Self {
        at.0
    }
}

impl Deref for Timestamp {
    type Target = OffsetDateTime;

    fn deref(&self) -> &OffsetDateTime {
        &self.0
    }
}

impl PartialEq<OffsetDateTime> for Timestamp {
    fn eq(&self, other: &OffsetDateTime) -> bool {
        self.0 == *other
    }
}

impl PartialOrd<OffsetDateTime> for Timestamp {
    fn partial_cmp(&self, other: &OffsetDateTime) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(other)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        at.0.into()
    }
}

impl Nullable for Timestamp {
    fn null() -> Value {
        OffsetDateTime::null()
    }
}

impl ValueType for Timestamp {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <OffsetDateTime as ValueType>::try_from(value).map(<Self as From<_>>::from)
    }

    fn type_name() -> String {
        "Timestamp".to_owned()
    }

    fn array_type() -> ArrayType {
        OffsetDateTime::array_type()
    }

    fn column_type() -> ColumnType {
        OffsetDateTime::column_type()
    }
}

impl TryGetable for Timestamp {
    fn try_get_by<I: ColIdx>(row: &QueryResult, column: I) -> Result<Self, TryGetError> {
        if row.try_as_sqlite_row().is_none() {
            return OffsetDateTime::try_get_by(row, column).map(Self::from);
        }
        let count = i64::try_get_by(row, column)?;
        let beyond = || DbErr::Type(format!("{count} milliseconds are no instant"));
        Self::of_milliseconds(count).ok_or_else(|| TryGetError::DbErr(beyond()))
    }
}

/// The statement with its instants as SQLite keeps them, those that it compares with among them.
pub(super) fn in_milliseconds(mut statement: Statement) -> Statement {
    for value in statement.values.iter_mut().flat_map(|values| &mut values.0) {
        if let Value::TimeDateTimeWithTimeZone(at) = value {
            *value = Value::BigInt(at.map(milliseconds));
        }
    }
    statement
}
