//! A change gets its place in the feed when it is seen to be committed, not when it is written.

use sea_orm_migration::prelude::*;

use super::{Step, add_column, column, index, step, table};

step!("0018_change_feed", steps());

fn steps() -> Vec<Step> {
    vec![
        // NULL until somebody who follows the feed has seen the row. The program before writes no
        // such column, and its rows are found all the same.
        add_column("change", column("position", ColumnDef::big_integer)),
        // An index of before has come to a number of a row, and may have missed one just below it:
        // the last ones get their place anew, after all the others.
        Step::Sql(
            r#"UPDATE "change" SET "position" = "seq"
               WHERE "seq" <= (SELECT COALESCE(MAX("seq"), 0) - 100 FROM "change")"#,
        ),
        index("change", &["position", "seq"]),
        Step::Table(table(
            "counter",
            vec![
                column("name", |c| c.text().not_null().primary_key()),
                column("value", |c| c.big_integer().not_null()),
            ],
        )),
        Step::Sql(
            r#"INSERT INTO "counter" ("name", "value")
               SELECT 'change', COALESCE(MAX("seq"), 0) FROM "change""#,
        ),
    ]
}
