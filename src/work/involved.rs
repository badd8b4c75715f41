//! In how many published works users and next of kin took part, and how.

use std::collections::BTreeMap;

use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr};

use super::log::work_involvement;
use super::tables::work;
use super::terms::InvolvementWay;
use crate::items::{State, item_entity, item_facet, years};

/// How many works are published, and in how many of them they were asked, were in the team, decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TookPart {
    pub works: i64,
    pub asked: i64,
    pub in_team: i64,
    pub decided: i64,
}

/// What is counted: the works of which texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Real,
    /// The examples of the demo.
    Examples,
}

/// By the value of a facet that the published texts are filed under: `theme`, `county`, `year`. With none
/// all are counted together, under an empty name.
pub async fn took_part(
    db: &impl ConnectionTrait,
    counts: Counted,
    facet: Option<&str>,
    this_year: i32,
) -> Result<BTreeMap<String, TookPart>, DbErr> {
    let by_value = |numbers: BTreeMap<String, i64>| {
        if facet != Some(years::FACET) {
            return numbers;
        }
        // Nobody has taken part in a year that is only planned.
        let mut by_year = years::count(numbers, this_year);
        by_year.retain(|year, _| year.parse::<i32>().is_ok_and(|year| year <= this_year));
        by_year
    };
    let mut counted: BTreeMap<String, TookPart> = BTreeMap::new();
    for (value, works) in by_value(numbers(db, counts, facet, None).await?) {
        counted.entry(value).or_default().works = works;
    }
    for (value, asked) in by_value(numbers(db, counts, facet, Some(InvolvementWay::Asked)).await?) {
        counted.entry(value).or_default().asked = asked;
    }
    for (value, in_team) in
        by_value(numbers(db, counts, facet, Some(InvolvementWay::InTeam)).await?)
    {
        counted.entry(value).or_default().in_team = in_team;
    }
    for (value, decided) in
        by_value(numbers(db, counts, facet, Some(InvolvementWay::Decided)).await?)
    {
        counted.entry(value).or_default().decided = decided;
    }
    Ok(counted)
}

/// In how many works, by the value of the facet.
async fn numbers(
    db: &impl ConnectionTrait,
    counts: Counted,
    facet: Option<&str>,
    way: Option<InvolvementWay>,
) -> Result<BTreeMap<String, i64>, DbErr> {
    let query = query(counts, facet, way);
    let rows = db.query_all(&query).await?;
    let one = |row: &sea_orm::QueryResult| -> Result<(String, i64), DbErr> {
        let value = if facet.is_some() { row.try_get_by_index(1)? } else { String::new() };
        Ok((value, row.try_get_by_index(0)?))
    };
    rows.iter().map(one).collect()
}

fn query(counts: Counted, facet: Option<&str>, way: Option<InvolvementWay>) -> SelectStatement {
    use item_facet::Column::{Facet, Value};
    let is_of = item_entity::Column::Id.into_expr().eq(work::Column::ItemId.into_expr());
    let mut query = Query::select();
    query
        .expr(work::Column::Id.into_expr().count_distinct())
        .from(work::Entity)
        .inner_join(item_entity::Entity, is_of)
        .and_where(item_entity::Column::State.is_in(State::VISIBLE))
        .and_where(item_entity::Column::Example.eq(counts == Counted::Examples));
    if let Some(way) = way {
        use work_involvement::Column::{IsGone, Way, WorkId};
        let is_of = WorkId.into_expr().eq(work::Column::Id.into_expr());
        query.inner_join(work_involvement::Entity, is_of);
        query.and_where(Way.eq(way.name())).and_where(IsGone.eq(false));
    }
    if let Some(facet) = facet {
        let item = item_facet::Column::ItemId.into_expr();
        let is_of = item.eq(item_entity::Column::Id.into_expr());
        query.expr(Value.into_expr()).inner_join(item_facet::Entity, is_of);
        query.and_where(Facet.eq(facet)).add_group_by([Value.into_expr()]);
    }
    query
}
