//! What the catalogue keeps of an item: a row for each stretch of time in which one of its texts was
//! public in one state.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::tables::{facet, item, item_state, item_use, revision_card, revision_facet};
use super::super::{State, UNKNOWN, adopted, states};
use crate::db::Timestamp;

/// Milliseconds since 1970.
pub type Millis = i64;

/// What an item makes use of, kept as what it is filed under is: by external id.
pub const USES: &str = "uses";

/// No instant.
pub const NEVER: Millis = i64::MAX;

/// An item that anybody can read.
#[derive(Debug)]
pub struct Entry {
    pub id: Uuid,
    pub original: Option<Uuid>,
    pub kind: String,
    pub lang: String,
    pub published: Millis,
    /// Nobody knows when it was published.
    pub undated: bool,
    pub rows: Vec<EntryRow>,
}

#[derive(Clone, Debug)]
pub struct EntryRow {
    pub text: Uuid,
    /// It was so after `from`, up to and with `until`.
    pub from: Millis,
    pub until: Millis,
    /// It is so now.
    pub is_now: bool,
    pub archived: bool,
    /// When it takes place.
    pub when: Option<(Millis, Millis)>,
    pub title_key: Vec<u8>,
    pub facets: Vec<(String, String)>,
}

#[derive(FromQueryResult)]
struct Head {
    id: Uuid,
    original_id: Option<Uuid>,
    kind: String,
    lang: String,
    state: String,
    state_since: Option<Timestamp>,
    published_at: Option<Timestamp>,
    published_as: Option<String>,
    title_key: Option<Vec<u8>>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
}

#[derive(FromQueryResult)]
struct Text {
    revision_id: Uuid,
    item_id: Uuid,
    published_at: Timestamp,
    replaced_at: Option<Timestamp>,
    title_key: Option<Vec<u8>>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
}

pub fn millis(at: OffsetDateTime) -> Millis {
    Millis::try_from(at.unix_timestamp_nanos().div_euclid(1_000_000)).unwrap_or(NEVER)
}

/// The other way; beyond what a calendar holds nothing is listed.
pub fn instant(at: Millis) -> OffsetDateTime {
    let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at) * 1_000_000);
    at.unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

fn of(at: Timestamp) -> Millis {
    millis(at.into())
}

fn when(starts: Option<Timestamp>, ends: Option<Timestamp>) -> Option<(Millis, Millis)> {
    ends.map(|ends| (of(starts.unwrap_or(ends)), of(ends)))
}

/// Those of `ids` that anybody can read, in a handful of queries.
pub async fn entries(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Entry>, DbErr> {
    let heads = heads(db, ids).await?;
    let ids: Vec<Uuid> = heads.iter().map(|head| head.id).collect();
    let mut filed = filed(db, &ids).await?;
    for (item, used) in uses(db, &ids).await? {
        filed.entry(item).or_default().push((USES.to_owned(), used));
    }
    let originals: Vec<Uuid> =
        heads.iter().map(|head| head.original_id.unwrap_or(head.id)).collect();
    let adopted = adopted::filed(db, &originals).await?;
    let mut texts = texts(db, &ids).await?;
    // The last one is filed as the item is.
    let others =
        texts.values().flat_map(|texts| &texts[..texts.len() - usize::from(is_now(texts))]);
    let mut filed_then = filed_then(db, others.map(|text| text.revision_id)).await?;
    let mut told = told(db, &ids).await?;
    let entry = |head: Head| {
        let mut told = told.remove(&head.id).unwrap_or_default();
        // Before what is written down of the same instant, as `states::at` reads it.
        if let (Some(since), Some(state)) = (head.state_since, State::named(&head.state)) {
            let place = told.partition_point(|(at, _)| *at < of(since));
            told.insert(place, (of(since), state));
        }
        let texts = texts.remove(&head.id).unwrap_or_default();
        let facets = filed.remove(&head.id).unwrap_or_default();
        let facets_of = |text: Uuid| filed_then.remove(&text).unwrap_or_default();
        let mut rows = rows(&head, &texts, &told, facets, facets_of);
        // Who has taken it into use is true of the item, whichever of its texts is asked for.
        if let Some(adopted) = adopted.get(&head.original_id.unwrap_or(head.id)) {
            for row in &mut rows {
                row.facets.extend(adopted.iter().cloned());
            }
        }
        Entry {
            id: head.id,
            original: head.original_id,
            kind: head.kind,
            lang: head.lang,
            published: head.published_at.map_or(0, of),
            undated: head.published_as.as_deref() == Some(UNKNOWN),
            rows,
        }
    };
    Ok(heads.into_iter().map(entry).collect())
}

/// Each text of the past once for each state that it was public in, and the text of now.
fn rows(
    head: &Head,
    texts: &[Text],
    told: &[(Millis, State)],
    facets: Vec<(String, String)>,
    mut facets_of: impl FnMut(Uuid) -> Vec<(String, String)>,
) -> Vec<EntryRow> {
    let mut rows = Vec::with_capacity(texts.len());
    let mut now = EntryRow {
        text: Uuid::nil(),
        from: NEVER,
        until: NEVER,
        is_now: true,
        archived: head.state == State::Archived.name(),
        when: when(head.starts_at, head.ends_at),
        title_key: head.title_key.clone().unwrap_or_default(),
        facets,
    };
    for (n, text) in (1..).zip(texts) {
        let is_last = n == texts.len() && is_now(texts);
        let spans = spans(of(text.published_at), text.replaced_at.map_or(NEVER, of), told);
        let mut then = EntryRow {
            text: text.revision_id,
            is_now: false,
            when: when(text.starts_at, text.ends_at),
            title_key: text.title_key.clone().unwrap_or_default(),
            facets: if is_last { now.facets.clone() } else { facets_of(text.revision_id) },
            ..now.clone()
        };
        for (from, until, state) in spans {
            then = EntryRow { from, until, archived: state == State::Archived, ..then };
            // The last stretch of the last text is what is so now.
            if !state.is_visible() {
                continue;
            }
            if is_last && until == NEVER && then.archived == now.archived {
                now = EntryRow { is_now: true, ..then.clone() };
            } else {
                rows.push(then.clone());
            }
        }
    }
    rows.push(now);
    rows
}

/// The last of these texts is the public one.
fn is_now(texts: &[Text]) -> bool {
    texts.last().is_some_and(|text| text.replaced_at.is_none())
}

/// The stretches between `from` and `until`, each with the state that the item was in.
fn spans(from: Millis, until: Millis, told: &[(Millis, State)]) -> Vec<(Millis, Millis, State)> {
    let mut spans: Vec<(Millis, Millis, State)> = Vec::with_capacity(1);
    let mut push = |from: Millis, until: Millis, state: State| match spans.last_mut() {
        _ if from >= until => {}
        Some((_, end, last)) if *last == state => *end = until,
        _ => spans.push((from, until, state)),
    };
    let begun = told.partition_point(|(at, _)| *at <= from);
    let mut state = begun.checked_sub(1).map_or(State::Published, |last| told[last].1);
    let mut since = from;
    for (at, next) in told[begun..].iter().take_while(|(at, _)| *at < until) {
        push(since, *at, state);
        (since, state) = (*at, *next);
    }
    push(since, until, state);
    spans
}

async fn heads(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Head>, DbErr> {
    use item::Column as C;
    item::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::OriginalId,
            C::Kind,
            C::Lang,
            C::State,
            C::StateSince,
            C::PublishedAt,
            C::PublishedAs,
            C::TitleKey,
            C::StartsAt,
            C::EndsAt,
        ])
        .filter(C::Id.is_in(ids.iter().copied()))
        .filter(C::State.is_in(State::VISIBLE))
        .into_model()
        .all(db)
        .await
}

type Filed = HashMap<Uuid, Vec<(String, String)>>;

async fn filed(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Filed, DbErr> {
    use facet::Column::{Facet, ItemId, Value};
    let rows: Vec<(Uuid, String, String)> = facet::Entity::find()
        .select_only()
        .columns([ItemId, Facet, Value])
        .filter(ItemId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(by_first(rows))
}

async fn uses(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, DbErr> {
    use item_use::Column::{ExternalId, ItemId};
    item_use::Entity::find()
        .select_only()
        .columns([ItemId, ExternalId])
        .filter(ItemId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await
}

async fn filed_then(
    db: &impl ConnectionTrait,
    texts: impl Iterator<Item = Uuid>,
) -> Result<Filed, DbErr> {
    use revision_facet::Column::{Facet, RevisionId, Value};
    let texts: Vec<Uuid> = texts.collect();
    if texts.is_empty() {
        return Ok(Filed::new());
    }
    let rows: Vec<(Uuid, String, String)> = revision_facet::Entity::find()
        .select_only()
        .columns([RevisionId, Facet, Value])
        .filter(RevisionId.is_in(texts))
        .into_tuple()
        .all(db)
        .await?;
    Ok(by_first(rows))
}

fn by_first(rows: Vec<(Uuid, String, String)>) -> Filed {
    let mut filed = Filed::new();
    for (of, facet, value) in rows {
        filed.entry(of).or_default().push((facet, value));
    }
    filed
}

/// The texts of each item that have been public, the oldest first.
async fn texts(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Text>>, DbErr> {
    use revision_card::Column as C;
    let rows: Vec<Text> = revision_card::Entity::find()
        .select_only()
        .columns([
            C::RevisionId,
            C::ItemId,
            C::PublishedAt,
            C::ReplacedAt,
            C::TitleKey,
            C::StartsAt,
            C::EndsAt,
        ])
        .filter(C::ItemId.is_in(ids.iter().copied()))
        .order_by_asc(C::Number)
        .into_model()
        .all(db)
        .await?;
    let mut texts: HashMap<Uuid, Vec<Text>> = HashMap::new();
    for text in rows {
        texts.entry(text.item_id).or_default().push(text);
    }
    Ok(texts)
}

/// What is written down of the states of each, in the order of time.
async fn told(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<(Millis, State)>>, DbErr> {
    use item_state::Column::{At, Id, ItemId, State as Told};
    let rows: Vec<(Uuid, String, Timestamp)> = item_state::Entity::find()
        .select_only()
        .columns([ItemId, Told, At])
        .filter(ItemId.is_in(ids.iter().copied()))
        .filter(Told.is_in(states::TOLD.map(State::name)))
        .order_by_asc(At)
        .order_by_asc(Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut told: HashMap<Uuid, Vec<(Millis, State)>> = HashMap::new();
    for (item, state, at) in rows {
        if let Some(state) = State::named(&state) {
            told.entry(item).or_default().push((of(at), state));
        }
    }
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_the_state_turns() {
        use State::{Archived, Published, Withdrawn};
        let told = [(10, Published), (20, Archived), (20, Published), (30, Withdrawn)];
        assert_eq!(spans(5, 8, &told), [(5, 8, Published)]);
        assert_eq!(spans(5, NEVER, &told), [(5, 30, Published), (30, NEVER, Withdrawn)]);
        assert_eq!(spans(30, 40, &told), [(30, 40, Withdrawn)]);
        let told = [(20, Archived), (25, Archived), (30, Published)];
        assert_eq!(spans(20, 28, &told), [(20, 28, Archived)]);
        assert_eq!(
            spans(10, 40, &told),
            [(10, 20, Published), (20, 30, Archived), (30, 40, Published)]
        );
        assert_eq!(spans(7, 7, &told), []);
    }
}
