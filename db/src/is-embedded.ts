import { type QueryExecutorProvider, sql } from 'kysely'

/** True if this database is PGlite (PostgreSQL compiled to WebAssembly) and not a server. */
export async function isEmbedded(db: QueryExecutorProvider): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`select version()`.execute(db)
  return /emscripten|wasm/i.test(rows[0]?.version ?? '')
}
