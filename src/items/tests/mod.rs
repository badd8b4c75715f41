//! Lists of now and of days that have been, by the pages that show them; and how items are filed anew.

mod lists;
mod migrated;
mod refile;
mod years;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::testing::TestApp;

fn line(kind: &str, id: &str, title: &str, more: &Value) -> Value {
    let mut line = json!({ "kind": kind, "external_id": id, "lang": "nb", "title": title });
    for (name, value) in more.as_object().unwrap() {
        line[name] = value.clone();
    }
    line
}

async fn page(app: &TestApp, path: &str) -> String {
    let page = app.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page.body
}

/// The titles on a page, in their order.
async fn titles(app: &TestApp, path: &str) -> Vec<String> {
    let body = page(app, path).await;
    let cards: Vec<&str> = body.split("</a></h3>").collect();
    let title = |card: &&str| card.rsplit('>').next().unwrap().to_owned();
    cards[..cards.len() - 1].iter().map(title).collect()
}

/// The choices of a filter with their counts, as `2024:3 2025:1`.
async fn choices(app: &TestApp, path: &str, parameter: &str) -> String {
    let body = page(app, path).await;
    let input = format!("name=\"{parameter}\" value=\"");
    let inputs = body.split(&input).skip(1);
    let choice = |rest: &str| {
        let value = rest.split('"').next().unwrap();
        let count = rest.split_once("class=\"count\">").unwrap().1.split('<').next().unwrap();
        format!("{value}:{count}")
    };
    inputs
        .filter(|rest| rest.contains("class=\"count\">"))
        .map(choice)
        .collect::<Vec<_>>()
        .join(" ")
}
