//! What lists show of each text that has been public, and what it is filed under: so that a list of
//! any day is one question. Titles in the order of the alphabet, as bytes.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, belongs, column, flag, index, instant, instant_or_null, number, table, text,
    uuid,
};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "0019_filing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::take(manager, steps()).await?;
        for copy in [CARDS, FACETS] {
            manager.get_connection().execute_unprepared(copy).await?;
        }
        Ok(())
    }
}

/// What the items have of the texts that are public now. The server files the rest when it starts,
/// and writes the sort keys.
const CARDS: &str = "INSERT INTO revision_card \
     (revision_id, item_id, number, published_at, title, lead, card, starts_at, ends_at) \
     SELECT r.id, r.item_id, r.number, r.published_at, i.title, i.lead, i.card, i.starts_at, i.ends_at \
     FROM revision r JOIN item i ON i.id = r.item_id AND i.revision = r.number \
     WHERE r.published_at IS NOT NULL";
const FACETS: &str = "INSERT INTO revision_facet (revision_id, facet, value) \
     SELECT c.revision_id, f.facet, f.value \
     FROM revision_card c JOIN item_facet f ON f.item_id = c.item_id";

fn steps() -> Vec<Step> {
    let key = || column("title_key", ColumnDef::blob);
    let mut card = table(
        "revision_card",
        vec![
            column("revision_id", |c| c.uuid().not_null().primary_key()),
            uuid("item_id"),
            number("number"),
            // It was public from then …
            instant("published_at"),
            // … until the next one was.
            instant_or_null("replaced_at"),
            text("title"),
            key(),
            text("lead"),
            text("card"),
            instant_or_null("starts_at"),
            instant_or_null("ends_at"),
        ],
    );
    card.foreign_key(&mut belongs("revision_card", "revision_id", "revision"));
    card.foreign_key(&mut belongs("revision_card", "item_id", "item"));
    let mut facet =
        table("revision_facet", vec![uuid("revision_id"), text("facet"), text("value")]);
    facet.primary_key(Index::create().col("revision_id").col("facet").col("value"));
    facet.foreign_key(&mut belongs("revision_facet", "revision_id", "revision"));
    let due = vec![column("item_id", |c| c.uuid().not_null().primary_key()), flag("tell")];
    let mut due = table("filing_due", due);
    due.foreign_key(&mut belongs("filing_due", "item_id", "item"));
    vec![
        // NULL until the server has written it; the program before this one leaves it be.
        add_column("item", key()),
        index("item", &["kind", "title_key"]),
        Step::Table(card),
        index("revision_card", &["item_id", "number"]),
        index("revision_card", &["published_at"]),
        Step::Table(facet),
        index("revision_facet", &["facet", "value"]),
        // Items that are to be filed anew.
        Step::Table(due),
    ]
}
