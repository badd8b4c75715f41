//! A backup is made, put back and looked through by the command line.

use clap::{CommandFactory, Parser};
use serde_json::json;

use crate::cli::{Arguments, execute};
use crate::site::Site;
use crate::testing::Folder;

/// Whether all of it was done; or why none of it.
async fn run(words: &[&str]) -> Result<bool, String> {
    let site = Site::default();
    site.add_words().unwrap();
    let arguments = Arguments::try_parse_from(["padriver"].iter().chain(words)).unwrap();
    let code = Box::pin(execute(&site, arguments)).await?;
    Ok(format!("{code:?}") == format!("{:?}", std::process::ExitCode::SUCCESS))
}

#[test]
fn no_flag_stands_in_the_way_of_another() {
    Arguments::command().debug_assert();
    let words = ["padriver", "import", "a.jsonl", "b.jsonl", "--files", "/srv/files"];
    let read = Arguments::try_parse_from(words).unwrap();
    assert_eq!(read.common.files.as_deref(), Some("/srv/files"));
}

#[tokio::test]
async fn made_put_back_and_looked_through() {
    let folder = Folder::new();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (one, other, to, key) = (at("one"), at("other"), at("backup"), at("key"));
    std::fs::write(at("skjema.pdf"), "%PDF-1.7\n% et skjema").unwrap();
    let line = json!({
        "kind": "page", "external_id": "side", "lang": "nb", "title": "Side",
        "files": [{ "file": "skjema.pdf", "title": "Skjema" }]
    });
    std::fs::write(at("in.jsonl"), line.to_string()).unwrap();
    assert!(run(&["import", &at("in.jsonl"), "--data-dir", &one]).await.unwrap());
    assert!(!run(&["check", "--data-dir", &one]).await.unwrap(), "there is no index yet");
    assert!(run(&["check", "--repair", "--data-dir", &one]).await.unwrap());
    assert!(run(&["check", "--data-dir", &one]).await.unwrap());
    assert!(run(&["backup-key", &key]).await.unwrap());
    assert!(run(&["backup-key", &key]).await.is_err(), "a key is never written over");
    assert!(run(&["backup", &to, "--data-dir", &one, "--key-file", &key]).await.unwrap());
    let put_back = ["restore", &to, "--data-dir", &other, "--key-file", &key];
    assert!(run(&put_back).await.unwrap());
    assert!(run(&["check", "--data-dir", &other]).await.unwrap());
    let why = run(&put_back).await.unwrap_err();
    assert!(why.contains("--overwrite"), "{why}");
    std::fs::write(folder.path().join("other/restoring"), "et annet").unwrap();
    for words in [["migrate", "--data-dir", &other], ["check", "--data-dir", &other]] {
        let why = run(&words).await.unwrap_err();
        assert!(why.contains("padriver restore"), "{why}");
    }
}
