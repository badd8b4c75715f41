//! Items and their revisions, and what is derived from the published one when it is written.

use sea_orm_migration::prelude::*;

use super::{
    Step, column, flag, id, index, json, number, number_or_null, owned, step, table, text,
    text_instant, text_instant_or_null, text_or_null, unique, uuid, uuid_or_null,
};

step!("0002_library", steps());

fn steps() -> Vec<Step> {
    vec![
        Step::Table(item()),
        unique("item", &["external_id"]),
        unique("item", &["kind", "slug"]),
        index("item", &["kind", "state", "published_at"]),
        index("item", &["original_id"]),
        Step::Table(owned(
            "revision",
            vec![
                number("number"),
                json("content"),
                text_or_null("note"),
                text_instant("created_at"),
                text_instant_or_null("published_at"),
                text_instant_or_null("replaced_at"),
            ],
        )),
        unique("revision", &["item_id", "number"]),
        Step::Table(owned("item_facet", vec![text("facet"), text("value")])),
        unique("item_facet", &["item_id", "facet", "value"]),
        index("item_facet", &["facet", "value"]),
        // Addresses that an item has had: they lead to it for ever.
        Step::Table(owned("old_slug", vec![text("kind"), text("slug")])),
        unique("old_slug", &["kind", "slug"]),
        // Whom a letter to the item goes to. Never shown, never exported unasked.
        Step::Table(owned("contact", vec![text("role"), text("email")])),
        index("contact", &["item_id"]),
        Step::Table(owned(
            "file",
            vec![
                text("name"),
                text("media_type"),
                text("digest"),
                number("size"),
                number_or_null("width"),
                number_or_null("height"),
            ],
        )),
        index("file", &["item_id"]),
        // What the public can see has changed: each copy of the server follows these rows.
        Step::Table(table(
            "change",
            vec![
                column("seq", |c| c.big_integer().not_null().auto_increment().primary_key()),
                uuid("item_id"),
                text_instant("at"),
            ],
        )),
    ]
}

fn item() -> TableCreateStatement {
    table(
        "item",
        vec![
            id(),
            text("external_id"),
            text("kind"),
            text("slug"),
            text("lang"),
            text("state"),
            flag("example"),
            uuid_or_null("centre_id"),
            uuid_or_null("original_id"),
            number_or_null("original_revision"),
            number("revision"),
            text("digest"),
            text_instant("created_at"),
            text_instant("updated_at"),
            text_instant_or_null("published_at"),
            text_or_null("archived_under"),
            text_or_null("archived_publisher"),
            // From the newest published revision, so that a list needs no other table.
            text("title"),
            text("lead"),
            text("card"),
        ],
    )
}
