//! What the forms take for an address is just what a letter can be sent to.

use uuid::Uuid;

use super::{Letter, Post, is_address};
use crate::config::{Common, Serving, Settings};
use crate::testing::Folder;

#[tokio::test]
async fn an_address_is_what_a_letter_can_be_sent_to() {
    let folder = Folder::new();
    let post = Post::folder(folder.path(), "Pådriver <post@example.org>").unwrap();
    for (address, is_good) in [
        ("navn@kommune.no", true),
        ("navn+tips@post.kommune.no", true),
        ("o'hara@kommune.no", true),
        ("\"a b\"@example.org", false),
        ("\"a@b\"@example.org", false),
        ("\"a,b\"@example.org", false),
        ("a b@example.org", false),
        ("a@example.org, b@example.org", false),
        ("navn@[192.0.2.1]", false),
        ("navn", false),
        ("", false),
    ] {
        assert_eq!(is_address(address), is_good, "{address}");
        let letter = Letter {
            to: address.to_owned(),
            reply_to: Some(address.to_owned()),
            subject: "Hei".to_owned(),
            text: "Hei.".to_owned(),
            id: Uuid::from_u128(1),
        };
        assert_eq!(post.send(&letter).await.is_ok(), is_good, "{address}");
    }
}

#[test]
fn what_readers_write_to_is_such_an_address_too() {
    let read = |address: &str| {
        let feedback_address = Some(address.to_owned());
        let serving = Serving { feedback_address, ..Serving::default() };
        Settings::read(&Common::default(), &serving)
    };
    assert_eq!(
        read("post@kommune.no").unwrap().feedback_address.as_deref(),
        Some("post@kommune.no")
    );
    let why = read("\"a b\"@example.org").unwrap_err();
    assert!(why.contains("feedback-address") && why.contains("is no e-mail address"), "{why}");
}
