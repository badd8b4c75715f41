//! What the forms take for an address is just what a letter can be sent to.

use uuid::Uuid;

use super::{Letter, NoAddress, Post, address};
use crate::config::{Common, Serving, Settings};
use crate::testing::Folder;

#[tokio::test]
async fn an_address_is_what_a_letter_can_be_sent_to() {
    let folder = Folder::new();
    let post = Post::folder(folder.path(), "Pådriver <post@example.org>").unwrap();
    for (text, is_good) in [
        ("navn@kommune.no", true),
        ("navn+tips@post.kommune.no", true),
        ("o'hara@kommune.no", true),
        ("\"a b\"@example.org", false),
        ("\"a@b\"@example.org", false),
        ("\"a,b\"@example.org", false),
        ("a b@example.org", false),
        ("a@example.org, b@example.org", false),
        ("navn@[192.0.2.1]", false),
        ("navn@blåbær.no", true),
        ("å@kommune.no", false),
        ("navn", false),
        ("", false),
    ] {
        assert_eq!(address(text).is_ok(), is_good, "{text}");
        let letter = Letter {
            to: text.to_owned(),
            reply_to: Some(text.to_owned()),
            subject: "Hei".to_owned(),
            text: "Hei.".to_owned(),
            id: Uuid::from_u128(1),
        };
        assert_eq!(post.send(&letter).await.is_ok(), is_good, "{text}");
    }
}

#[tokio::test]
async fn each_letter_says_whom_to_turn_to_where_the_settings_do() {
    let contact = "drift@example.org";
    for (given, to, is_said) in [
        (Some(contact), "kari@example.org", true),
        (Some(contact), contact, false),
        (None, "kari@example.org", false),
    ] {
        let folder = Folder::new();
        let post = Post::folder(folder.path(), "post@example.org").unwrap().answered_by(given);
        let (subject, text) = ("Hei".to_owned(), "Hei.".to_owned());
        let letter =
            Letter { to: to.to_owned(), reply_to: None, subject, text, id: Uuid::from_u128(1) };
        post.send(&letter).await.unwrap();
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let sent = std::fs::read_to_string(file).unwrap();
        assert_eq!(sent.contains("Reply-To: drift@example.org"), is_said, "{sent}");
        assert_eq!(sent.contains("Kontakt: drift@example.org"), is_said, "{sent}");
    }
}

#[test]
fn an_address_ends_in_a_name_of_the_net() {
    for lost in
        ["navn@192.0.2.1", "navn@kommune.123", "navn@kommune.n", "navn@kommune", "navn@kommune."]
    {
        assert_eq!(address(lost), Err(NoAddress::Malformed), "{lost}");
    }
    for sound in ["navn@kommune.no", "navn@4u.no", "navn@example.museum"] {
        assert!(address(sound).is_ok(), "{sound}");
    }
}

#[test]
fn letters_outside_ascii_are_for_domains() {
    assert_eq!(address("a@blåbær.no").as_deref(), Ok("a@xn--blbr-roah.no"));
    assert_eq!(address("å@blåbær.no"), Err(NoAddress::OtherLetters));
    assert_eq!(address("a@blå bær.no"), Err(NoAddress::Malformed));
    let folder = Folder::new();
    let post = |from: &str| Post::folder(folder.path(), from);
    assert!(post("Blåbær <post@blåbær.no>").is_ok(), "a name may have them");
    let why = post("Blåbær <blåbær@example.org>").err().unwrap();
    assert!(why.contains("is no sender") && why.contains("before the @"), "{why}");
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
