//! What an import must know of what was struck, so that it does not bring it back.

use sea_orm_migration::prelude::*;

use super::{add_column, instant_or_null, step, text_or_null};

step!(
    "0022_struck",
    vec![
        // A keyed digest of the file's id. Of a passage nothing is kept: words can be guessed.
        add_column("struck", text_or_null("file")),
        // Of an item that has been thrown away, so that it is known when it comes again.
        add_column("struck", text_or_null("external_id")),
        // When somebody told an import to write over it.
        add_column("struck", instant_or_null("written_over_at")),
    ]
);
