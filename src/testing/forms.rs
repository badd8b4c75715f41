//! Forms with a stamp, as a person opens, fills in and sends them.

use axum::http::StatusCode;
use time::Duration;

use super::{Answer, TestApp};

impl TestApp {
    /// A form opened, filled in at a human pace, and sent.
    pub async fn fill_in(&self, form: &str, fields: &[(&str, &str)]) -> Answer {
        let opened = self.get(form).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        self.app.clock.advance(Duration::seconds(30));
        let mut all = vec![("stempel", opened.field("stempel"))];
        all.extend(fields);
        self.post(form, &all).await
    }

    /// A form whose stamp is lost, or another's, is told as such, and goes when it is sent again at once.
    pub async fn send_twice_for_a_lost_stamp(&self, form: &str, good: &[(&str, &str)]) {
        for lost in [None, Some("1767225600.00.00")] {
            let mut sent = good.to_vec();
            sent.extend(lost.map(|stamp| ("stempel", stamp)));
            let told = self.post(form, &sent).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(told.has("kom herfra"), "{}", told.body);
            let mut again = good.to_vec();
            again.push(("stempel", told.field("stempel")));
            assert_eq!(self.post(form, &again).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(self.run_jobs().await, 2);
    }
}
