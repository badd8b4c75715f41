//! The queue of jobs, and what the program itself must remember.

use sea_orm_migration::prelude::*;

use super::{
    Step, column, id, index, json, number, step, table, text, text_instant, text_instant_or_null,
    text_or_null,
};

step!("0003_work", steps());

fn steps() -> Vec<Step> {
    vec![
        Step::Table(table(
            "job",
            vec![
                id(),
                text("name"),
                json("payload"),
                text_instant("run_at"),
                text_instant_or_null("leased_until"),
                number("attempts"),
                text_or_null("last_error"),
            ],
        )),
        index("job", &["run_at"]),
        // Secrets that every copy of the server must share, such as the key that signs forms.
        Step::Table(table(
            "secret",
            vec![column("name", |c| c.text().not_null().primary_key()), text("value")],
        )),
    ]
}
