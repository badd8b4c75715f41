//! Files on their way in, the sizes that pictures are shown in, and the consents of those who are seen in them.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, day, day_or_null, flag, id, index, instant, instant_or_null, json, number,
    owned, step, table, text, text_or_null, unique, uuid, uuid_or_null,
};

step!("0025_pictures", steps());

fn steps() -> Vec<Step> {
    // Persons are named by their ids alone, without a key: what was done stands when an account is gone.
    vec![
        upload(),
        index("upload", &["item_id"]),
        index("upload", &["file_id"]),
        index("upload", &["state"]),
        made_of(),
        unique("rendition", &["master_id", "file_id"]),
        index("rendition", &["file_id"]),
        consent(),
        index("consent", &["file_id"]),
        index("consent", &["until"]),
        index("consent", &["withdrawn_at"]),
    ]
}

/// What became of a file stands when the file is gone.
fn upload() -> Step {
    let mut upload = owned(
        "upload",
        vec![
            uuid("person_id"),
            text("name"),
            text("state"),
            text_or_null("why"),
            number("size"),
            uuid_or_null("file_id"),
            text_or_null("people"),
            json("found"),
            instant("made_at"),
            instant_or_null("looked_at"),
        ],
    );
    let mut file = belongs("upload", "file_id", "file");
    upload.foreign_key(file.on_delete(ForeignKeyAction::SetNull));
    Step::Table(upload)
}

/// What is shown of a picture that is kept whole and shown to nobody.
fn made_of() -> Step {
    let mut made = table("rendition", vec![id(), uuid("master_id"), uuid("file_id")]);
    made.foreign_key(&mut belongs("rendition", "master_id", "file"));
    Step::Table(made)
}

/// A consent belongs to the picture, whatever text shows it, and goes with it.
fn consent() -> Step {
    let mut consent = table(
        "consent",
        vec![
            id(),
            uuid("file_id"),
            text("who"),
            text("kind"),
            flag("is_written"),
            day("given_on"),
            day_or_null("until"),
            uuid("recorded_by"),
            instant("made_at"),
            instant_or_null("withdrawn_at"),
        ],
    );
    consent.foreign_key(&mut belongs("consent", "file_id", "file"));
    Step::Table(consent)
}
