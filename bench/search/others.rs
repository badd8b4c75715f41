//! The same questions put to PostgreSQL's Norwegian search and to SQLite's FTS5.

use std::error::Error;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use crate::set::{Score, Set};

/// What each of them reaches; PostgreSQL only where `scripts/with-postgres` has started one.
pub fn scores(set: &Set) -> Result<Vec<(&'static str, Score)>, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut scores = vec![("SQLite FTS5, any word", runtime.block_on(fts5(set))?)];
    if let Ok(url) = std::env::var("PADRIVER_TEST_DATABASE_URL") {
        for (name, query) in [
            (
                "PostgreSQL, any word",
                "replace(plainto_tsquery('norwegian', $1)::text, '&', '|')::tsquery",
            ),
            ("PostgreSQL, all words", "plainto_tsquery('norwegian', $1)"),
        ] {
            scores.push((name, runtime.block_on(postgres(set, &url, query))?));
        }
    }
    Ok(scores)
}

async fn fts5(set: &Set) -> Result<Score, Box<dyn Error>> {
    let db = Database::connect("sqlite::memory:").await?;
    db.execute_unprepared(
        "create virtual table document using fts5(id unindexed, title, body, \
         tokenize = 'unicode61 remove_diacritics 0')",
    )
    .await?;
    fill(&db, DbBackend::Sqlite, set, "insert into document (id, title, body) values (?, ?, ?)")
        .await?;
    let mut answers = Vec::new();
    for question in &set.questions {
        let words = question.text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let any = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ");
        let sql = "select id from document where document match ? \
                   order by bm25(document, 0, 4, 1) limit 100";
        answers.push(ids(&db, DbBackend::Sqlite, sql, any).await?);
    }
    Ok(score(set, answers))
}

async fn postgres(set: &Set, url: &str, query: &str) -> Result<Score, Box<dyn Error>> {
    let db = Database::connect(url).await?;
    db.execute_unprepared("drop table if exists bench_document").await?;
    db.execute_unprepared(
        "create table bench_document (id text, title text, body text, words tsvector \
         generated always as (setweight(to_tsvector('norwegian', title), 'A') || \
         to_tsvector('norwegian', body)) stored)",
    )
    .await?;
    let insert = "insert into bench_document (id, title, body) values ($1, $2, $3)";
    fill(&db, DbBackend::Postgres, set, insert).await?;
    let mut answers = Vec::new();
    for question in &set.questions {
        let sql = format!(
            "select id from bench_document, (select {query} as question) as asked \
             where words @@ question \
             order by ts_rank_cd(words, question, 1) desc, id limit 100"
        );
        answers.push(ids(&db, DbBackend::Postgres, &sql, question.text.clone()).await?);
    }
    db.execute_unprepared("drop table bench_document").await?;
    Ok(score(set, answers))
}

async fn fill(
    db: &DatabaseConnection,
    backend: DbBackend,
    set: &Set,
    insert: &str,
) -> Result<(), Box<dyn Error>> {
    for document in &set.documents {
        let values =
            [&document.id, &document.title, &document.body].map(|text| text.clone().into());
        db.execute_raw(Statement::from_sql_and_values(backend, insert, values)).await?;
    }
    Ok(())
}

async fn ids(
    db: &DatabaseConnection,
    backend: DbBackend,
    sql: &str,
    question: String,
) -> Result<Vec<String>, Box<dyn Error>> {
    let statement = Statement::from_sql_and_values(backend, sql, [question.into()]);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get("", "id")).collect::<Result<_, _>>()?)
}

fn score(set: &Set, answers: Vec<Vec<String>>) -> Score {
    let mut answers = set.questions.iter().map(|question| question.id.clone()).zip(answers);
    let answers: std::collections::HashMap<_, _> = answers.by_ref().collect();
    Score::of(set, |question| answers.get(&question.id).cloned().unwrap_or_default())
}
