//! What is words in the rows that are kept as JSON, and what never is.

use std::collections::BTreeSet;

use serde_json::json;

use super::inside::Without;
use super::places::Inside;
use crate::items::Passage;
use crate::statements::Raw;

fn without(words: &str) -> Without {
    let slugs = BTreeSet::from(["usht-hedmark".to_owned()]);
    Without { passage: Passage::new(words).unwrap(), gap: "[…]".to_owned(), slugs }
}

#[test]
fn a_row_that_was_loses_the_words_of_the_team_and_nothing_else() {
    let mut row = json!({
        "step": "kim hansen", "words": "Kim Hansen sa det", "is_gone": false,
        "definition": { "name": "Fall", "definition": "Talt av Kim Hansen", "shape": "share",
            "plan": { "source": "Kim Hansen", "sample": "alle" } },
    });
    assert_eq!(without("Kim Hansen").json(&mut row, Inside::Row), 3);
    assert_eq!(row["words"], "[…] sa det");
    assert_eq!(row["definition"]["definition"], "Talt av […]");
    assert_eq!(row["definition"]["plan"]["source"], "[…]");
    assert_eq!(row["step"], "kim hansen", "that is a code");
}

#[test]
fn a_statement_keeps_what_it_points_at() {
    let said = json!({ "what": "name", "name": "Senteret i Hedmark", "of": "usht-hedmark",
        "source": "Hedmark, 2026" });
    let raw = Raw::from_json(&said, String::new()).unwrap();
    let (struck, places) = without("Hedmark").raw(raw);
    let struck = struck.unwrap();
    assert_eq!((struck.fields.get("name"), places), ("Senteret i […]", 2));
    assert_eq!((struck.fields.get("of"), struck.what.as_str()), ("usht-hedmark", "name"));
    let contact = json!({ "what": "contact", "role": "leder", "email": "kim.hansen@example.org",
        "source": "Oss" });
    // What waits is a list of statements.
    assert!(without("Kim Hansen").is_contact(&json!([said, contact])));
    assert!(!without("Kim Hansen").is_contact(&json!([said])));
    let contact = Raw::from_json(&contact, String::new()).unwrap();
    assert_eq!(without("Kim Hansen").raw(contact), (None, 1), "it would reach nobody");
}
