//! A whole database of PostgreSQL, by the programs that come with it: `pg_dump`, `pg_restore`, `psql`.

use std::path::Path;
use std::process::{Command, Stdio};

use percent_encoding::percent_decode_str;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::{Db, nowhere};

/// All that work on this database besides the one who asks, in our name.
pub(super) const OTHERS: &str = "SELECT count(*) FROM pg_stat_activity \
     WHERE datname = current_database() AND pid <> pg_backend_pid() \
     AND usename = current_user AND backend_type = 'client backend'";

/// What is there makes room, in the same transaction that the copy comes in.
const MAKE_ROOM: &str = "SET LOCAL client_min_messages = warning; DO $$ DECLARE t record; BEGIN FOR t IN \
     SELECT c.oid::regclass::text AS name FROM pg_class c \
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') \
     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') \
     LOOP EXECUTE 'DROP TABLE IF EXISTS ' || t.name || ' CASCADE'; END LOOP; END $$";

/// What the programs understand of an address; the rest is for us.
const UNDERSTOOD: [&str; 9] = [
    "application_name",
    "dbname",
    "host",
    "options",
    "port",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
];

/// An address without its password, which no list of processes may show.
pub struct Address {
    url: String,
    password: Option<String>,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Address").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Address {
    pub(super) fn of(url: &str) -> Result<Self, String> {
        let (head, parameters) = url.split_once('?').unwrap_or((url, ""));
        let (scheme, rest) = head
            .split_once("://")
            .ok_or("the database address must be postgres://USER@HOST/NAME")?;
        let (who, rest) = rest.rsplit_once('@').unwrap_or(("", rest));
        let (user, mut password) = match who.split_once(':') {
            Some((user, password)) => (user, Some(password)),
            None => (who, None),
        };
        let at = if user.is_empty() { "" } else { "@" };
        let mut kept = Vec::new();
        for parameter in parameters.split('&') {
            match parameter.split_once('=') {
                Some(("password", given)) => password = Some(given),
                Some(("ssl-mode", mode)) => kept.push(format!("sslmode={mode}")),
                Some((name, _)) if UNDERSTOOD.contains(&name) => kept.push(parameter.to_owned()),
                _ => {}
            }
        }
        let mark = if kept.is_empty() { "" } else { "?" };
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        Ok(Self {
            url: format!("{scheme}://{user}{at}{rest}{mark}{}", kept.join("&")),
            password: password.map(decoded),
        })
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.args(["--no-password", "-d", &self.url]);
        if let Some(password) = &self.password {
            command.env("PGPASSWORD", password);
        }
        command
    }

    pub(super) fn dump(&self, to: &Path) -> Result<(), String> {
        let mut dump = self.command("pg_dump");
        dump.args(["-Fc", "--no-owner", "--no-privileges", "-f"]).arg(to);
        run(dump, "pg_dump")
    }

    /// In one transaction: until it is committed everybody sees the old one.
    pub(super) fn replace(&self, copy: &Path) -> Result<(), String> {
        let script = copy.with_extension("sql");
        write_script(copy, &script)?;
        let mut psql = self.command("psql");
        psql.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction", "-c", MAKE_ROOM]);
        psql.arg("-f").arg(&script);
        run(psql, "psql")
    }
}

pub(super) fn are_there(programs: &[&str]) -> Result<(), String> {
    for name in programs {
        let mut ask = Command::new(name);
        ask.arg("--version");
        run(ask, name)?;
    }
    Ok(())
}

/// Reads all of it, as it will be read when it is put back.
pub(super) fn look_at(copy: &Path) -> Result<(), String> {
    write_script(copy, &copy.with_extension("sql"))
}

fn write_script(copy: &Path, to: &Path) -> Result<(), String> {
    let mut read = Command::new("pg_restore");
    read.args(["--no-owner", "--no-privileges", "-f"]).arg(to).arg(copy);
    run(read, "pg_restore")
}

fn run(mut command: Command, name: &str) -> Result<(), String> {
    command.env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let done = command.output().map_err(|e| {
        format!(
            "{name} can't be started ({e}): a whole database of PostgreSQL is copied and put back \
             with the programs that come with it. On Debian: apt install postgresql-client"
        )
    })?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    let said: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Err(format!("{name} has failed: {}", said.join("; ")))
}

const KEYS: &str = "SELECT c.conrelid::regclass::text, a.attname::text, \
     c.confrelid::regclass::text, b.attname::text FROM pg_constraint c \
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
     JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] \
     WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 \
     AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2";

/// The server holds its keys by itself, unless its disk or somebody with all rights does not.
pub(super) async fn faults(db: &Db) -> Result<Vec<String>, DbErr> {
    let mut faults = Vec::new();
    for row in db.query_all_raw(Statement::from_string(DbBackend::Postgres, KEYS)).await? {
        let word = |n: usize| row.try_get_by_index::<String>(n);
        faults.extend(nowhere(db, &word(0)?, &word(1)?, &word(2)?, &word(3)?).await?);
    }
    Ok(faults)
}
