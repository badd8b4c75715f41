// A fresh database on the server the tests were given (see scripts/with-postgres).
import { randomBytes } from "node:crypto";
import pg from "pg";

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

export async function freshDatabase() {
  const server = process.env.PADRIVER_TEST_DATABASE_URL;
  if (!server) throw new Error("PADRIVER_TEST_DATABASE_URL is not set: run by scripts/with-postgres");
  const name = `padriver_e2e_${randomBytes(6).toString("hex")}`;
  await ask(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}
