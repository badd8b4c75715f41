//! The page of charts, by the front door.

use crate::testing::both_engines;

both_engines! {
async fn every_chart_says_in_words_what_it_shows(app: TestApp) {
    for (lang, said) in [
        ("nb", ["har økt: de siste 12", "varierer rundt medianen", "1 måling ligger utenfor", "foreløpige"]),
        ("nn", ["har auka: dei siste 12", "varierer rundt medianen", "1 måling ligg utanfor", "førebelse"]),
        ("en", ["has risen: the last 12", "varies around the median", "1 measurement is outside", "provisional"]),
    ] {
        let page = app.get(&format!("/{lang}/diagrammer")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.body.matches("class=\"chart-figure\"").count(), 6, "{lang}");
        for words in said {
            assert!(page.body.contains(words), "{lang}: {words}");
        }
    }
}
}
