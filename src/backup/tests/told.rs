//! The settings come along, and no secret with them.

use super::{Folder, settings};
use crate::backup::without_secrets;
use crate::config::{Common, Serving, Settings};
use crate::files::Place;

#[test]
fn settings_are_told_without_secrets_and_can_be_read_again() {
    let folder = Folder::new();
    let mut given = settings(
        "postgres://padriver:hemmelig@db.example/padriver?sslmode=require&password=hemmelig",
        folder.path(),
    );
    given.smtp_url = Some("smtp://post:hemmelig@mail.example:587?tls=required".to_owned());
    given.files = Place::parse("s3://bytter/her").unwrap();
    let text = without_secrets(&given).unwrap();
    assert!(!text.contains("hemmelig"), "{text}");
    for kept in ["postgres://padriver@db.example/padriver", "smtp://post@mail.example:587"] {
        assert!(text.contains(kept), "{text}");
    }
    let file = folder.path().join("settings.toml");
    std::fs::write(&file, text).unwrap();
    let common = Common { config: Some(file), ..Common::default() };
    let again = Settings::read(&common, &Serving::default()).unwrap();
    assert_eq!(again.files, given.files);
    assert_eq!(again.data_dir, given.data_dir);
    assert_eq!(again.limits.forms_per_hour, given.limits.forms_per_hour);
}

#[test]
fn no_place_takes_a_secret_or_repeats_one() {
    for written in ["s3://key:hemmelig@bucket/x", "s3://bucket/x?secret=hemmelig"] {
        let why = Place::parse(written).unwrap_err();
        assert!(why.contains("AWS_SECRET_ACCESS_KEY") && !why.contains("hemmelig"), "{why}");
    }
    assert!(Place::parse("s3://").is_err() && Place::parse("gs://x").is_err());
    assert!(Place::parse("").is_err());
    assert_eq!(Place::parse("s3://b/a/c/").unwrap().to_string(), "s3://b/a/c");
    assert_eq!(Place::parse("/srv/files").unwrap(), Place::Folder("/srv/files".into()));
}
