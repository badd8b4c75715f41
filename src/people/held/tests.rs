//! Every column that may name a person is in the list, or said to name none: on both engines.

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{By, HELD, read};
use crate::testing::both_engines;

/// Ids of rows, texts, files and places, in whatever table they stand.
const NO_PERSONS: [&str; 19] = [
    "id",
    "item_id",
    "file_id",
    "master_id",
    "revision_id",
    "original_id",
    "centre_id",
    "organisation_id",
    "place_id",
    "work_id",
    "measure_id",
    "driver_id",
    "from_id",
    "to_id",
    "sent_id",
    "display_id",
    "adoption_id",
    "learned_from",
    "remark_id",
];

/// Columns that look as if they named somebody, and name none.
const NOBODYS: [(&str, &str); 3] = [
    // Which worker has a job.
    ("job", "token"),
    // Centres and organisations.
    ("own_subject", "subject"),
    ("statement", "subject"),
];

/// Columns of these names are looked at whatever they hold.
const NAMES: &str = "'address', 'email', 'network', 'device', 'subject', 'actor', 'author'";

/// Table and column of all that may name somebody.
async fn columns(db: &impl ConnectionTrait) -> Vec<(String, String)> {
    let backend = db.get_database_backend();
    let sql = if backend == DbBackend::Sqlite {
        format!(
            "SELECT m.name AS t, c.name AS c FROM sqlite_master AS m \
             JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' \
             AND (lower(c.type) LIKE 'uuid%' OR c.name IN ({NAMES})) ORDER BY 1, 2"
        )
    } else {
        format!(
            "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns \
             WHERE table_schema = current_schema() \
             AND (data_type = 'uuid' OR column_name IN ({NAMES})) ORDER BY 1, 2"
        )
    };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let row =
        |row: &sea_orm::QueryResult| (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
    rows.iter().map(row).collect()
}

fn is_in_the_list(table: &str, column: &str) -> bool {
    HELD.iter().filter(|held| held.table == table).any(|held| {
        let is_by = match held.by {
            By::Id(columns) => columns.contains(&column),
            By::Address(of) => of == column,
        };
        is_by || held.beside.contains(&column) || held.shown.iter().any(|one| one.name == column)
    })
}

both_engines! {
    async fn every_column_that_may_name_a_person_is_accounted_for(app: TestApp) {
        let all = columns(&app.app.db).await;
        assert!(all.len() > 40, "{all:?}");
        let left: Vec<&(String, String)> = all
            .iter()
            .filter(|(table, column)| {
                !is_in_the_list(table, column)
                    && !NO_PERSONS.contains(&column.as_str())
                    && !NOBODYS.contains(&(table.as_str(), column.as_str()))
            })
            .collect();
        assert!(left.is_empty(), "whom do these name? Say it in src/people/held/list.rs: {left:?}");
        for held in HELD {
            let there = |column: &str| all.iter().any(|(t, c)| t == held.table && c == column);
            let of: &[&str] = match &held.by {
                By::Id(columns) => columns,
                By::Address(column) => std::slice::from_ref(column),
            };
            for column in of.iter().chain(held.beside) {
                assert!(there(column), "{}.{column} is gone: mend the list", held.table);
            }
        }
    }

    async fn the_list_can_be_read(app: TestApp) {
        let nobody = uuid::Uuid::from_u128(7);
        let parts = read(&app.app.db, nobody, &["ingen@example.org".to_owned()], 10).await.unwrap();
        assert_eq!(parts.len(), HELD.len());
        assert!(parts.iter().all(|part| part.rows.is_empty() && !part.has_more));
    }
}
