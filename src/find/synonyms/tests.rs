//! A list of synonyms is taken whole or not at all, and what is wrong is told by its line.

use time::macros::date;

use super::{Pair, read, write};
use crate::find::synonyms;
use crate::testing::{Engine, TestApp, both_engines};

const HEADINGS: &str = "term,synonym,kind,source,date\n";

fn list(rows: &str) -> Result<Vec<Pair>, Vec<String>> {
    read(format!("{HEADINGS}{rows}").as_bytes(), date!(2026 - 11 - 22))
}

fn faults(rows: &str) -> String {
    list(rows).unwrap_err().join("\n")
}

#[test]
fn what_goes_in_comes_out_the_same() {
    let rows = "medisin,legemiddel,same,\"Redaksjonen, \"\"ordlista\"\"\",2026-11-22\nkols,lungesykdom,one-way,Fagråd,2025-01-31\n";
    let pairs = list(rows).unwrap();
    assert_eq!(pairs.len(), 2);
    assert!(pairs[1].one_way);
    assert_eq!(write(&pairs), format!("{HEADINGS}{rows}"));
    assert_eq!(list("").unwrap(), []);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let told =
        faults("medisin,,same,Oss,2026-01-01\na,b,slags,,i fjor\nto ord,ett,same,Oss,2027-01-01\n");
    for why in [
        "line 2: the synonym is missing",
        "line 3: the kind \"slags\"",
        "line 3: `source` is missing",
        "line 3: the date \"i fjor\"",
        "line 4: the term: \"to ord\" is not one word",
        "line 4: the date 2027-01-01 is still to come",
    ] {
        assert!(told.contains(why), "{why}: {told}");
    }
    assert!(faults("a,b,same,Oss,2026-01-01\na,b\n").contains("line 3 has 2 cells"));
    // A letter that Norwegian has in no alphabet of before.
    let strange = read(
        b"term,synonym,kind,source,date\nm\xd5l,hensikt,same,Oss,2026-01-01",
        date!(2026 - 11 - 22),
    );
    assert!(strange.unwrap_err()[0].contains("line 2 is not UTF-8"));
    let saved = read(
        b"term;synonym;kind;source;date\r\nm\xe5l;hensikt;same;Oss;2026-01-01\r\n",
        date!(2026 - 11 - 22),
    );
    assert_eq!(saved.map(|pairs| pairs.len()), Ok(1), "what a Norwegian spreadsheet saves");
    let missing = read(b"term,synonym\na,b\n", date!(2026 - 11 - 22)).unwrap_err().join("\n");
    assert!(missing.contains("the column `source` is missing"), "{missing}");
    assert!(read(b"", date!(2026 - 11 - 22)).is_err());
}

#[test]
fn loops_are_refused_with_their_lines() {
    let oss = "Oss,2026-01-01";
    let itself = faults(&format!("sykehjem,sjukeheimane,same,{oss}"));
    assert!(itself.contains("line 2: \"sykehjem\" leads back to itself"), "{itself}");
    let twice = faults(&format!("medisin,legemiddel,same,{oss}\nlegemidler,medisiner,same,{oss}"));
    assert!(twice.contains("line 3: the pair stands on line 2 already"), "{twice}");
    let two = faults(&format!("kols,lunge,one-way,{oss}\nlunge,kols,one-way,{oss}"));
    assert_eq!(two.lines().count(), 1, "{two}");
    assert!(two.contains("lines 2, 3: a loop"), "{two}");
    let three = faults(&format!(
        "fall,ulykke,same,{oss}\nkols,lunge,one-way,{oss}\nlunge,kropp,one-way,{oss}\nkropp,kols,one-way,{oss}"
    ));
    assert!(three.contains("lines 3, 4, 5: a loop"), "{three}");
    let mixed =
        faults(&format!("kols,lunge,one-way,{oss}\nlunge,pust,same,{oss}\npust,kols,same,{oss}"));
    assert!(mixed.contains("lines 2, 3, 4: a loop"), "{mixed}");
    // Three that all mean the same are no loop, and neither are two ways to one place.
    let group = format!("a1,b1,same,{oss}\nb1,c1,same,{oss}\na1,c1,same,{oss}");
    assert_eq!(list(&group).unwrap().len(), 3);
    let fork =
        format!("kols,lunge,one-way,{oss}\nastma,lunge,one-way,{oss}\nkols,astma,one-way,{oss}");
    assert_eq!(list(&fork).unwrap().len(), 3);
}

#[test]
fn a_long_chain_is_walked_without_trouble() {
    let word = |n: usize| -> String {
        n.to_string().bytes().map(|b| char::from(b - b'0' + b'k')).collect::<String>() + "x"
    };
    let row = |n: usize| format!("{},{},one-way,Oss,2026-01-01\n", word(n), word(n + 1));
    let rows = (0..3_000).map(row).collect::<Vec<_>>().concat();
    assert!(list(&rows).is_ok_and(|pairs| pairs.len() == 3_000), "{:?}", list(&rows).err());
}

both_engines! {
    async fn a_list_takes_the_place_of_the_one_before(app: TestApp) {
        let (db, clock) = (&app.app.db, &app.app.clock);
        let shipped = synonyms::all(db).await.unwrap();
        assert_eq!(shipped, synonyms::shipped(clock).unwrap());
        assert!(shipped.len() > 40);
        let own = list("kontor,arbeidsplass,same,Oss,2026-01-01\n").unwrap();
        let mut held = None;
        assert!(synonyms::newer(db, &mut held).await.unwrap().is_some());
        assert!(synonyms::newer(db, &mut held).await.unwrap().is_none());
        let done = synonyms::import(db, clock, &own, false).await.unwrap().unwrap();
        assert_eq!((done.added, done.removed, done.unchanged), (1, shipped.len(), 0));
        assert!(synonyms::newer(db, &mut held).await.unwrap().is_some());
        let again = synonyms::import(db, clock, &own, false).await.unwrap().unwrap();
        assert_eq!((again.added, again.removed, again.unchanged), (0, 0, 1));
        assert!(synonyms::newer(db, &mut held).await.unwrap().is_none(), "nothing changed");
        // A newer program leaves an own list be, …
        synonyms::load_shipped(db, clock).await.unwrap();
        assert_eq!(synonyms::all(db).await.unwrap(), own);
        // … until the shipped one is taken back.
        synonyms::import(db, clock, &shipped, false).await.unwrap().unwrap();
        synonyms::load_shipped(db, clock).await.unwrap();
        assert_eq!(synonyms::all(db).await.unwrap(), shipped);
    }

    async fn a_new_list_works_from_the_next_question_on(app: TestApp) {
        app.import(&[serde_json::json!({
            "kind": "project", "external_id": "v", "lang": "nb", "title": "Ro på kontoret"
        })]).await;
        app.index().await;
        assert!(app.get("/api/v1/search?q=arbeidsplass").await.has("\"total\":0"));
        let own = list("kontor,arbeidsplass,same,Oss,2026-01-01\n").unwrap();
        synonyms::import(&app.app.db, &app.app.clock, &own, false).await.unwrap().unwrap();
        app.index().await;
        assert!(app.get("/api/v1/search?q=arbeidsplassene").await.has("\"total\":1"));
    }
}

#[tokio::test]
async fn the_shipped_list_is_sound() {
    let app = TestApp::new(Engine::Sqlite).await;
    let shipped = synonyms::shipped(&app.app.clock).unwrap();
    assert!(shipped.iter().all(|pair| !pair.source.is_empty()));
    app.end().await;
}
