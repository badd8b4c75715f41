//! How often a page asks the database, when it is made for the first time.

use crate::testing::both_engines;

/// What each of the pages that are read most may ask.
const MOST: u64 = 6;

/// A page is made anew for each of these: they are part of its address and mean nothing.
const NONSENSE: [&str; 5] = ["x=1", "x=2", "x=3", "x=4", "x=5"];

both_engines! {
    async fn no_page_asks_the_database_more_than_a_few_times(app: TestApp) {
        app.import_samples().await;
        app.index().await;
        let mut asked = Vec::new();
        for path in [
            "/nb/",
            "/nb/prosjekter?tema=fall&utfall=improved",
            "/nb/prosjekter?sorter=tittel",
            "/nb/prosjekter/e2e-rolige-maltider",
            "/nb/verktoy/e2e-sjekkliste",
            "/nb/publikasjoner/e2e-rapport",
            "/nb/sok?q=fall",
            "/nb/tema/fall",
            "/nb/fylker/50",
            "/nb/kommuner/5001",
            "/nb/alt.atom",
        ] {
            let first = app.get(path).await;
            let between = if path.contains('?') { '&' } else { '?' };
            // Somebody else's changes are looked for now and then, which no page is to blame for.
            let mut least = u64::MAX;
            for nonsense in NONSENSE {
                let before = app.app.db.questions();
                let page = app.get(&format!("{path}{between}{nonsense}")).await;
                assert_eq!(page.status, first.status, "{path}");
                least = least.min(app.app.db.questions() - before);
            }
            asked.push((path, first.status.as_u16(), least));
        }
        let too_much: Vec<_> =
            asked.iter().filter(|(_, status, least)| *status != 200 || *least > MOST).collect();
        assert!(too_much.is_empty(), "{too_much:?} of {asked:?}");
    }
}
