//! Which items a file belongs to, what items make use of, and when an item takes place.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, id, index, owned, step, text, text_instant_or_null, unique, uuid};

step!("0006_files", steps());

fn steps() -> Vec<Step> {
    vec![
        // The same bytes may belong to several items, under another name in each: a file is as
        // public as the most public of them.
        Step::Table(owned("item_file", vec![uuid("file_id"), text("name")])),
        unique("item_file", &["item_id", "file_id"]),
        index("item_file", &["file_id"]),
        // By external id, so that what is made use of may come after what makes use of it.
        Step::Table(owned("item_use", vec![text("external_id")])),
        unique("item_use", &["item_id", "external_id"]),
        index("item_use", &["external_id"]),
        // What takes place at a time is listed by it.
        add_column("item", text_instant_or_null("starts_at")),
        add_column("item", text_instant_or_null("ends_at")),
        index("item", &["kind", "starts_at"]),
        Step::Table(super::table("theme_change", {
            let mut columns = vec![id(), super::number("number"), text("what"), text("slug")];
            columns.extend(["became", "nb", "nn", "se", "en"].map(super::text_or_null));
            columns
        })),
        unique("theme_change", &["number"]),
    ]
}
