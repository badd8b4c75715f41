//! A text as its row has it. One that is no JSON, which a column of SQLite may hold, is as good as
//! none, and does not take the other rows of a query with it.

use sea_orm::entity::prelude::Json;
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, DbErr, QueryResult, RuntimeErr, SqlxError, TryGetError, TryGetable};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredText(pub Json);

impl From<Json> for StoredText {
    fn from(json: Json) -> Self {
        Self(json)
    }
}

impl PartialEq<Json> for StoredText {
    fn eq(&self, json: &Json) -> bool {
        self.0 == *json
    }
}

impl From<StoredText> for Value {
    fn from(StoredText(json): StoredText) -> Self {
        json.into()
    }
}

impl TryGetable for StoredText {
    fn try_get_by<I: ColIdx>(row: &QueryResult, at: I) -> Result<Self, TryGetError> {
        match Json::try_get_by(row, at) {
            Ok(json) => Ok(Self(json)),
            Err(TryGetError::DbErr(DbErr::Query(RuntimeErr::SqlxError(error))))
                if matches!(*error, SqlxError::ColumnDecode { .. }) =>
            {
                Ok(Self(Json::Null))
            }
            Err(error) => Err(error),
        }
    }
}

impl Nullable for StoredText {
    fn null() -> Value {
        <Json as Nullable>::null()
    }
}

impl ValueType for StoredText {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <Json as ValueType>::try_from(value).map(Self)
    }

    fn type_name() -> String {
        "StoredText".to_owned()
    }

    fn array_type() -> ArrayType {
        <Json as ValueType>::array_type()
    }

    fn column_type() -> ColumnType {
        <Json as ValueType>::column_type()
    }
}
