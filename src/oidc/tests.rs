//! Settings of providers: what is usual, and what is not taken; and what tokens say of organisations.

use serde_json::{Value, json};

use super::acting::told;
use crate::config::providers::is_safe;
use crate::config::{Common, Profile, Serving, Settings};
use crate::testing::Folder;

fn read(text: &str) -> Result<Settings, String> {
    let folder = Folder::new();
    let file = folder.path().join("padriver.toml");
    std::fs::write(&file, text).unwrap();
    Settings::read(&Common { config: Some(file), ..Common::default() }, &Serving::default())
}

fn one(more: &str) -> Result<Settings, String> {
    read(&format!(
        "[[provider]]\nname = \"id\"\nissuer = \"https://idporten.no\"\nclient-id = \"a\"\n{more}\n"
    ))
}

#[test]
fn a_profile_says_what_is_usual() {
    let settings = one("profile = \"id-porten\"\nclient-secret = \"hemmelig\"").unwrap();
    let provider = settings.provider("id").unwrap();
    assert_eq!((provider.profile, provider.label()), (Profile::IdPorten, "ID-porten"));
    assert_eq!(provider.scopes(), ["openid", "no_pid"], "no national number is asked for");
    assert_eq!(provider.levels()[0], "idporten-loa-substantial");
    assert_eq!(provider.origins(), ["https://login.idporten.no", "https://idporten.no"]);
    assert_eq!(provider.framed_by().as_deref(), Some("https://login.idporten.no"));
    assert!(!format!("{settings:?}").contains("hemmelig"), "a secret is written nowhere");
}

#[test]
fn each_profile_knows_the_levels_of_its_provider() {
    let strong = "urn:mace:feide.no:auth:level:fad08:3";
    for (profile, asked, counts, not) in [
        ("ansattporten", Some("idporten-loa-substantial"), "substantial", "entraid"),
        ("id-porten", Some("idporten-loa-substantial"), "idporten-loa-high", "high"),
        ("feide", None, strong, "mfa"),
        ("entra", None, "mfa", "pwd"),
    ] {
        let settings = one(&format!("profile = \"{profile}\"\nclient-secret = \"a\"")).unwrap();
        let provider = settings.provider("id").unwrap();
        assert_eq!(provider.levels().first().map(String::as_str), asked, "{profile}");
        let levels = provider.strong_levels();
        let has = |level: &str| levels.iter().any(|one| one == level);
        assert!(has(counts) && !has(not), "{profile}: {levels:?}");
    }
}

#[test]
fn an_organisation_of_altinn_3_is_told_with_its_name() {
    let told = told(&json!([{
        "type": "ansattporten:altinn:resource", "resource": "urn:altinn:resource:padriver",
        "authorized_parties": [{
            "orgno": { "authority": "iso6523-actorid-upis", "ID": "0192:123456785" },
            "name": "Solbakken sykehjem"
        }]
    }]));
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].number.as_str(), told[0].name.as_str()),
        ("123456785", "Solbakken sykehjem")
    );
}

#[test]
fn what_makes_no_sense_is_told_at_the_start() {
    for (more, expected) in [
        ("", "is missing"),
        ("client-secret = \"a\"\nprivate-key-file = \"b\"", "not both"),
        ("profile = \"helseid\"\nclient-secret = \"a\"", "HelseID takes no client-secret"),
        ("client-secret = \"a\"\nframed-by = \"login.idporten.no\"", "is no site"),
        ("client-secret = \"a\"\nleads-to = [\"https://a.example; script-src *\"]", "is no site"),
        ("client-secret = \"a\"\nprofile = \"facebook\"", "facebook"),
        ("client-secret = \"a\"\ncolour = \"red\"", "colour"),
    ] {
        let fault = one(more).unwrap_err();
        assert!(fault.contains(expected), "{more}: {fault}");
    }
    let twice = "[[provider]]\nname = \"id\"\nissuer = \"https://a.example\"\nclient-id = \"a\"\nclient-secret = \"a\"\n";
    assert!(read(&twice.repeat(2)).unwrap_err().contains("two of that name"));
    assert!(read(&twice.replace("https", "http")).unwrap_err().contains("https://"));
    assert!(read(&twice.replace("\"id\"", "\"I D\"")).unwrap_err().contains("small letters"));
}

#[test]
fn only_this_machine_does_without_https() {
    for safe in
        ["https://a.example", "http://127.0.0.1:9/a", "http://localhost", "http://[::1]:80/"]
    {
        assert!(is_safe(safe), "{safe}");
    }
    for unsafe_one in [
        "http://a.example",
        "http://127.0.0.1.a.example/",
        "http://localhost@a.example/",
        "http://127.0.0.1:9@a.example/",
        "ftp://a",
        "javascript:alert(1)",
        "",
    ] {
        assert!(!is_safe(unsafe_one), "{unsafe_one}");
    }
}

#[test]
fn organisations_are_read_in_whatever_shape_they_are_told() {
    let said = |value: Value| -> Vec<String> {
        told(&value)
            .into_iter()
            .map(|one| format!("{} {}", one.number.as_str(), one.name))
            .collect()
    };
    for value in [
        json!([{ "reportees": [{ "ID": "0192:123456785", "Name": "Solbakken" }] }]),
        json!({ "orgno": { "authority": "iso6523-actorid-upis", "id": "0192:123456785" }, "ID": 1 }),
    ] {
        let found = said(value.clone());
        assert!(found.len() == 1 && found[0].starts_with("123456785"), "{value}: {found:?}");
    }
    for value in [
        json!(null),
        json!("0192:123456785"),
        json!([{ "ID": "123456785" }, { "ID": "9908:123456785" }, { "ID": "0192:03851598730" }]),
        json!([{ "ID": "0192:123456786" }, { "ID": "0192:" }, { "ID": ["0192:123456785"] }]),
    ] {
        assert!(said(value.clone()).is_empty(), "{value}");
    }
    // A name that says what no name may say is left out, and nothing of it is looked for for ever.
    let odd = json!([{ "ID": "0192:123456785", "Name": "Kari 03851598730" }]);
    assert_eq!(said(odd), ["123456785 "]);
    let deep = (0..64).fold(json!({ "ID": "0192:123456785" }), |inner, _| json!([inner]));
    assert!(said(deep).is_empty());
}
