import type { CompiledQuery, QueryResult } from 'kysely'
import type pg from 'pg'
import { type ConnectionSource, PgConnection, poolSource } from './pg-dialect.ts'
import type { StatementNames } from './statement-names.ts'

/** How long a replica that failed is left alone. */
const COOL_DOWN_MS = 15_000

/**
 * Connections for reads that may lag a moment: of the replica, and of the primary while the replica is away. A read
 * that the replica fails (it went, it lags behind a migration, its recovery cancelled the query) is answered by the
 * primary.
 */
export function replicaSource(options: {
  replica: pg.Pool
  names: StatementNames
  primary: ConnectionSource
  onError: (error: Error) => void
  now?: () => number
}): ConnectionSource {
  const { replica, names, primary, onError, now = Date.now } = options
  let awayUntil = 0

  function leaveAlone(error: unknown): void {
    awayUntil = now() + COOL_DOWN_MS
    onError(new Error('the read replica does not answer; the primary takes its reads', { cause: error }))
  }

  async function onPrimary<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const connection = await primary.connect()
    try {
      return await connection.executeQuery<Row>(query)
    } finally {
      connection.release()
    }
  }

  class ReplicaConnection extends PgConnection {
    #failed = false

    override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        return await super.executeQuery<Row>(query)
      } catch (error) {
        // It took too long already; the primary has better things to do.
        if (codeOf(error) === '57014') throw error
        if (!isAnswer(error)) {
          this.#failed = true
          leaveAlone(error)
        }
        return onPrimary(query)
      }
    }

    override release(): void {
      super.release({ broken: this.#failed })
    }
  }

  const source = poolSource({ pool: replica, wrap: (client) => new ReplicaConnection({ client, names }) })
  return {
    async connect() {
      if (now() < awayUntil) return primary.connect()
      try {
        return await source.connect()
      } catch (error) {
        leaveAlone(error)
        return primary.connect()
      }
    },
    end: () => source.end(),
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** True if a working server refused the statement, rather than the server or the way to it failing. */
function isAnswer(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|53|57P|XX)/.test(code)
}
