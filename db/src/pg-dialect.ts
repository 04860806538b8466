import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { StatementNames } from './statement-names.ts'

/** Where connections come from: a pool, or several with a rule for which. */
export type ConnectionSource = {
  connect: () => Promise<PgConnection>
  /** Told when a connection was given back. */
  onRelease?: () => void
  end: () => Promise<void>
}

/**
 * PostgreSQL by named prepared statements. Kysely's own dialect has every statement parsed and planned again, which
 * costs half the throughput.
 */
export function createPgDialect(source: ConnectionSource): Dialect {
  return {
    createDriver: () => createDriver(source),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new UnlockedAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** Connections of one pool; each client keeps the one that `wrap` made of it. */
export function poolSource(options: {
  pool: pg.Pool
  wrap: (client: pg.PoolClient) => PgConnection
}): ConnectionSource {
  const { pool, wrap } = options
  const known = new WeakMap<pg.PoolClient, PgConnection>()
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => connectWithout(pool, error))
      const connection = known.get(client) ?? wrap(client)
      known.set(client, connection)
      return connection
    },
    end: () => pool.end(),
  }
}

/**
 * PgBouncer refuses a connection that names a parameter it does not know. Then the limit on a statement's time is kept
 * on this side instead; the server's own is for the operator to set.
 */
function connectWithout(pool: pg.Pool, error: unknown): Promise<pg.PoolClient> {
  if (!(error instanceof Error) || !/unsupported startup parameter: statement_timeout/.test(error.message))
    throw error
  if (pool.options.statement_timeout) {
    pool.options.query_timeout = pool.options.statement_timeout
    pool.options.statement_timeout = false
  }
  return pool.connect()
}

/** A server connection while it is ours; `release` gives it back, and ends it when it may be in a wrong state. */
export class PgConnection implements DatabaseConnection {
  #inTransaction = false
  #broken = false
  readonly #client: pg.PoolClient
  readonly #names: StatementNames

  constructor(options: { client: pg.PoolClient; names: StatementNames }) {
    this.#client = options.client
    this.#names = options.names
    // The pool listens only while the client is idle; an end that nobody hears of would end the process.
    this.#client.on('error', () => {
      this.#broken = true
    })
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = this.#names.nameOf(sql)
    try {
      return toResult<Row>(await this.#send(toQuery(sql, parameters, name)))
    } catch (error) {
      // Nothing ran: only the name was refused. A transaction is over all the same.
      if (name === undefined || !this.#mendName(sql, error) || this.#inTransaction) throw error
      return toResult<Row>(await this.#send(toQuery(sql, parameters, undefined)))
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; nothing here reads by cursor.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read large results in keyset pages.')
  }

  async begin(command: string): Promise<void> {
    await this.#send({ text: command })
    this.#inTransaction = true
  }

  async commit(): Promise<void> {
    const { command } = await this.#send({ text: 'commit' })
    this.#inTransaction = false
    // The server's answer when an earlier error had ended the transaction.
    if (command === 'ROLLBACK') throw new Error('The transaction had failed; nothing was committed.')
  }

  async rollback(): Promise<void> {
    // It is ended in `release`, and the server rolls back what it did not commit.
    if (this.#broken) return
    try {
      await this.#send({ text: 'rollback' })
      this.#inTransaction = false
    } catch (error) {
      this.#broken = true
      throw error
    }
  }

  release(options: { broken?: boolean } = {}): void {
    this.#client.release(this.#broken || this.#inTransaction || options.broken === true)
  }

  async #send(query: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(query)
    } catch (error) {
      if (!isUsableAfter(error)) this.#broken = true
      throw error
    }
  }

  /** True if the error is about the statement's name, which is then dropped. */
  #mendName(text: string, error: unknown): boolean {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A pooler that hands statements to connections which do not know them.
    if (code === '26000' || code === '42P05') this.#names.disable()
    else if (code === '0A000' && error instanceof Error && /cached plan/.test(error.message))
      this.#names.unname(text)
    else return false
    return true
  }
}

function toQuery(text: string, parameters: readonly unknown[], name: string | undefined): pg.QueryConfig {
  const values = [...parameters]
  return name === undefined ? { text, values } : { name, text, values }
}

function toResult<Row>({ rows, command, rowCount }: pg.QueryResult): QueryResult<Row> {
  return /^(?:INSERT|UPDATE|DELETE|MERGE)$/.test(command)
    ? { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) }
    : { rows: rows ?? [] }
}

/**
 * True if the connection can be used again: a working server refused the statement. A server that shuts down or became
 * read-only does not count, since a new connection may find its successor; nor does one that did not answer and may
 * still be working.
 */
function isUsableAfter(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P|25006|XX)/.test(code)
}

function createDriver(source: ConnectionSource): Driver {
  const own = (connection: DatabaseConnection): PgConnection => {
    if (connection instanceof PgConnection) return connection
    throw new Error('not a connection of this driver')
  }
  return {
    async init() {},
    acquireConnection: () => source.connect(),
    async beginTransaction(connection, { isolationLevel, accessMode }) {
      const modes = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean)
      await own(connection).begin(['begin', ...modes].join(' '))
    },
    commitTransaction: (connection) => own(connection).commit(),
    rollbackTransaction: (connection) => own(connection).rollback(),
    async releaseConnection(connection) {
      own(connection).release()
      source.onRelease?.()
    },
    destroy: () => source.end(),
  }
}

/** Kysely's lock belongs to a session, which a pooler in transaction mode does not have; `migrate` takes its own. */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
