//! Codes of the app and codes for a rainy day: each once, few tries, and nothing kept that tells one.

use sea_orm::EntityTrait;
use time::Duration;

use super::{ANNE, KARI, MANAGE, NO, STEP, administrator, first_step, logged};
use crate::people::factors::{recovery, totp};
use crate::testing::{Browser, both_engines};
use axum::http::StatusCode;

both_engines! {
    async fn a_code_is_taken_once_and_none_before_it(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let used = anne.app_code();
        let mut again = Browser::new(&app);
        again.authenticator.clone_from(&anne.authenticator);
        first_step(&mut again, ANNE).await;
        let replayed = again.post(STEP, &[("kode", &used)]).await;
        assert!(replayed.status == NO && replayed.has("alt brukt"), "{}", replayed.body);
        // A clock that is half a minute behind is in order, as long as its code is new.
        app.app.clock.advance(Duration::seconds(60));
        let now = again.app_code();
        app.app.clock.advance(Duration::seconds(30));
        assert_eq!(again.post(STEP, &[("kode", &now)]).await.status, StatusCode::SEE_OTHER);
        let mut third = Browser::new(&app);
        first_step(&mut third, ANNE).await;
        assert_eq!(third.post(STEP, &[("kode", &now)]).await.status, NO);
        app.app.clock.advance(Duration::seconds(90));
        assert_eq!(third.post(STEP, &[("kode", &now)]).await.status, NO, "too old");
        assert_eq!(logged(&app, "step_wrong").await, 3);
    }

    async fn wrong_codes_take_ever_longer(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let mut thief = Browser::new(&app);
        first_step(&mut thief, ANNE).await;
        for n in 0..5 {
            let code = format!("00000{n}");
            assert!(thief.post(STEP, &[("kode", &code)]).await.has("ikke riktig"), "{n}");
        }
        app.app.clock.advance(Duration::seconds(29));
        thief.authenticator.clone_from(&anne.authenticator);
        let code = thief.app_code();
        assert!(thief.post(STEP, &[("kode", &code)]).await.has("sekund"), "not even the right one");
        // Whose session is in already notices nothing, and neither do others.
        assert!(anne.is_known().await);
        Browser::new(&app).log_in(KARI).await;
        app.app.clock.advance(Duration::seconds(31));
        let code = thief.app_code();
        assert_eq!(thief.post(STEP, &[("kode", &code)]).await.status, StatusCode::SEE_OTHER);
    }

    async fn codes_for_a_rainy_day_are_good_once(app: TestApp) {
        let mut anne = administrator(&app).await;
        let codes = anne.set_up_app().await;
        let mut again = Browser::new(&app);
        first_step(&mut again, ANNE).await;
        let written = codes[0].to_uppercase().replace('-', " ");
        let taken = again.post(STEP, &[("reserve", &written)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(again.is_known().await && again.get(MANAGE).await.has("Du har 9 reservekoder igjen"));
        let mut third = Browser::new(&app);
        first_step(&mut third, ANNE).await;
        assert_eq!(third.post(STEP, &[("reserve", &codes[0])]).await.status, NO);
        // New ones take the place of all that were.
        let renewed = again.post(MANAGE, &[("koder", "nye")]).await;
        assert_eq!(renewed.body.matches("<li><code>").count(), 10, "{}", renewed.body);
        assert_eq!(third.post(STEP, &[("reserve", &codes[1])]).await.status, NO);
        assert_eq!(logged(&app, "codes_renewed").await, 1);
    }

    async fn nothing_that_is_kept_tells_a_code(app: TestApp) {
        let mut anne = administrator(&app).await;
        let codes = anne.set_up_app().await;
        let key = anne.authenticator.clone().unwrap().replace(' ', "");
        assert_eq!(key.len(), 32);
        let app_row = format!("{:?}", totp::Entity::find().all(&app.app.db).await.unwrap());
        assert!(!app_row.contains(&key) && !app_row.to_uppercase().contains(&key));
        let rows = format!("{:?}", recovery::Entity::find().all(&app.app.db).await.unwrap());
        for code in codes {
            assert!(!rows.contains(&code) && !rows.contains(&code.replace('-', "")));
        }
        // Once it works nobody is shown the key again, and no second app begins beside it.
        assert!(!anne.get("/nb/min-side/trinn-to/app").await.has(&key));
        assert_eq!(anne.post(MANAGE, &[("app", "ja")]).await.status, StatusCode::CONFLICT);
    }

    async fn an_app_counts_when_it_has_shown_that_it_works(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        kari.post(MANAGE, &[("app", "ja")]).await;
        let wrong = kari.post("/nb/min-side/trinn-to/app", &[("kode", "000000")]).await;
        assert!(wrong.status == NO && wrong.has("<svg class=\"qr\"") && wrong.has("otpauth://totp/"));
        let empty = kari.post("/nb/min-side/trinn-to/app", &[("kode", "")]).await;
        assert!(empty.status == NO && empty.has("href=\"#kode\""));
        // Nobody is asked for a code that they do not have.
        kari.log_in(KARI).await;
        assert!(kari.is_known().await);
        let mut ola = Browser::new(&app);
        ola.log_in("ola@kommune.example.org").await;
        assert!(ola.get("/nb/min-side/trinn-to/app").await.status == StatusCode::CONFLICT, "not another's key");
    }
}
