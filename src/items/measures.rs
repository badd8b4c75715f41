//! What is counted of public texts when they are filed: how many words they have in which language.

use std::collections::HashSet;

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, QueryResult};
use serde_json::Value;
use time::{Date, Month};
use uuid::Uuid;

use super::tables::{item, revision_card};
use super::{Content, State};
use crate::dates::end_of_oslo_day;

/// So many words a text has: those of its title, lead and body, and of the facts that are told in words.
pub fn words(content: &Content) -> i32 {
    counted(content, &HashSet::new())
}

/// So many of them are a translation's own: a line that is still as the original has it is in its language.
pub fn words_translated(content: &Content, original: &Content) -> i32 {
    let mut lines = HashSet::new();
    for text in [&original.title, &original.lead, &original.body] {
        lines.extend(text.lines().map(str::trim));
    }
    lines_of(&original.facts, &mut lines);
    counted(content, &lines)
}

fn counted(content: &Content, but: &HashSet<&str>) -> i32 {
    let texts = [&content.title, &content.lead, &content.body];
    let own: usize = texts.into_iter().map(|text| count(text, but)).sum();
    i32::try_from(own + told(&content.facts, but)).unwrap_or(i32::MAX)
}

fn lines_of<'v>(value: &'v Value, lines: &mut HashSet<&'v str>) {
    match value {
        Value::String(text) => lines.extend(text.lines().map(str::trim)),
        Value::Array(all) => all.iter().for_each(|value| lines_of(value, lines)),
        Value::Object(map) => map.values().for_each(|value| lines_of(value, lines)),
        _ => {}
    }
}

/// What stands between spaces and has a letter or a digit in it: marks of headings and lists are none.
fn count(text: &str, but: &HashSet<&str>) -> usize {
    let lines = text.lines().filter(|line| !but.contains(line.trim()));
    let words = lines.flat_map(str::split_whitespace);
    words.filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// A value of one word is a choice, a day or an address, and no language.
fn told(value: &Value, but: &HashSet<&str>) -> usize {
    match value {
        Value::String(text) => Some(count(text, but)).filter(|words| *words > 1).unwrap_or(0),
        Value::Array(all) => all.iter().map(|value| told(value, but)).sum(),
        Value::Object(map) => map.values().map(|value| told(value, but)).sum(),
        _ => 0,
    }
}

/// Texts that are alike in language, kind, centre and the year that they were published in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub lang: String,
    pub kind: String,
    pub centre: Option<Uuid>,
    pub year: i32,
    pub texts: i64,
    pub words: i64,
}

/// The column that the year is read from.
const YEAR: &str = "written_year";

/// All that anybody can read, examples apart, in one query. What is older than the first of the years is
/// counted with it, and so is what is newer than the last.
pub async fn written(
    db: &impl ConnectionTrait,
    (first, last): (i32, i32),
) -> Result<Vec<Written>, DbErr> {
    use item::Column::{CentreId, Id, Kind, Lang, PublishedAt};
    let mut year = CaseStatement::new();
    for one in first..=last {
        if let Ok(day) = Date::from_calendar_date(one, Month::December, 31) {
            year = year.case(PublishedAt.lt(end_of_oslo_day(day)), i64::from(one));
        }
    }
    let is_of = revision_card::Column::ItemId.into_expr().eq(Id.into_expr());
    let mut query = Query::select();
    query
        .expr(Lang.into_expr())
        .expr(Kind.into_expr())
        .expr(CentreId.into_expr())
        .expr_as(year.finally(i64::from(last)), YEAR)
        .expr(Id.into_expr().count())
        .expr(revision_card::Column::Words.into_expr().sum())
        .from(item::Entity)
        .inner_join(revision_card::Entity, is_of)
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .and_where(item::Column::Example.eq(false))
        .and_where(revision_card::Column::ReplacedAt.is_null())
        // By its name: PostgreSQL would take the years for others when they are named once more.
        .add_group_by([Lang.into_expr(), Kind.into_expr(), CentreId.into_expr(), Expr::col(YEAR)]);
    let rows = db.query_all(&query).await?;
    let written = |row: &QueryResult| -> Result<Written, DbErr> {
        let year: i64 = row.try_get_by_index(3)?;
        let words: Option<i64> = row.try_get_by_index(5)?;
        Ok(Written {
            lang: row.try_get_by_index(0)?,
            kind: row.try_get_by_index(1)?,
            centre: row.try_get_by_index(2)?,
            year: i32::try_from(year).unwrap_or(last),
            texts: row.try_get_by_index(4)?,
            words: words.unwrap_or(0),
        })
    };
    rows.iter().map(written).collect()
}
