//! A text being written beside the public one: who wrote each revision and how far it has come, the
//! files of each, the states an item has been in, and what has been struck.

use sea_orm_migration::prelude::*;

use super::{
    Step, add_column, column, id, index, instant, instant_or_null, number, owned, table, text,
    text_or_null, unique, uuid, uuid_or_null,
};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "0017_revisions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::take(manager, steps()).await?;
        let db = manager.get_connection();
        // What is known of the states of before. The item's own id will do: each has one such row.
        let known = "INSERT INTO item_state (id, item_id, state, at, revision) \
             SELECT id, id, state, state_since, revision FROM item \
             WHERE state IN ('archived', 'withdrawn') AND state_since IS NOT NULL";
        db.execute_unprepared(known).await.map(|_| ())
    }
}

/// All of it can be left out by the program before this one, which writes none of it.
fn steps() -> Vec<Step> {
    vec![
        // A person has written since the last import: the next one does not write over it.
        add_column("item", column("edited_by_hand", |c| c.boolean().not_null().default(false))),
        add_column("revision", uuid_or_null("author")),
        // `draft`, `in_review` or `scheduled`; none once it has been public, and in older rows.
        add_column("revision", text_or_null("stage")),
        add_column("revision", instant_or_null("publish_at")),
        // What the address, the owner and the marks of the item become when it is published.
        add_column("revision", column("head", ColumnDef::json_binary)),
        Step::Table(owned("revision_file", vec![number("number"), uuid("file_id"), text("name")])),
        unique("revision_file", &["item_id", "number", "file_id"]),
        index("revision_file", &["file_id"]),
        Step::Table(owned(
            "item_state",
            vec![text("state"), instant("at"), number("revision"), uuid_or_null("author")],
        )),
        index("item_state", &["item_id", "at"]),
        // What was struck is told here without being repeated. No key to the item: it outlives it.
        Step::Table(table(
            "struck",
            vec![
                id(),
                uuid("item_id"),
                instant("at"),
                uuid_or_null("author"),
                text("what"),
                text("reason"),
                number("revisions"),
                number("places"),
            ],
        )),
        index("struck", &["item_id"]),
    ]
}
