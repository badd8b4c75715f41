//! Registers that everything else points at: places, organisations' centres, themes.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, column, day, day_or_null, id, index, number, step, table, text, text_or_null,
    unique, uuid,
};

step!("0001_registers", steps());

fn steps() -> Vec<Step> {
    let mut host = hosts();
    host.foreign_key(&mut belongs("centre_host", "centre_id", "centre"));
    vec![
        Step::Table(places("county", false)),
        unique("county", &["code", "valid_from"]),
        Step::Table(places("municipality", true)),
        unique("municipality", &["code", "valid_from"]),
        Step::Table(table(
            "centre",
            vec![
                id(),
                text("slug"),
                text("kind"),
                text("name"),
                text("short_name"),
                text_or_null("county"),
                text_or_null("area"),
                text("valid_from"),
                text_or_null("valid_to"),
                text("source"),
                text_or_null("note"),
            ],
        )),
        unique("centre", &["slug"]),
        Step::Table(host),
        index("centre_host", &["centre_id"]),
        Step::Table(table(
            "theme",
            vec![
                id(),
                text("slug"),
                text_or_null("parent"),
                text("nb"),
                text("nn"),
                text_or_null("se"),
                text("en"),
                number("position"),
            ],
        )),
        unique("theme", &["slug"]),
        Step::Table(table(
            "organisation",
            vec![column("slug", |c| c.text().not_null().primary_key()), text("name")],
        )),
        // Which edition of each shipped register the tables hold.
        Step::Table(table(
            "register",
            vec![column("name", |c| c.text().not_null().primary_key()), text("digest")],
        )),
    ]
}

/// Who hosts a centre, as one source has it.
fn hosts() -> TableCreateStatement {
    table(
        "centre_host",
        vec![
            id(),
            uuid("centre_id"),
            text("municipality"),
            text_or_null("unit"),
            text("role"),
            text("valid_from"),
            text_or_null("valid_to"),
            text("source"),
            text_or_null("note"),
            number("position"),
        ],
    )
}

/// A place keeps its code for a time; the same code may come back with another name.
fn places(name: &'static str, with_county: bool) -> TableCreateStatement {
    let mut columns = vec![id(), text("code"), text("name")];
    if with_county {
        columns.push(text("county"));
    }
    columns.extend([day("valid_from"), day_or_null("valid_to")]);
    table(name, columns)
}
