import fs from 'node:fs'
import path from 'node:path'
import {
  DataFolderLockedError,
  isMigrated,
  isTooOld,
  lockDataFolder,
  openPostgres,
} from '../../db/src/index.ts'
import type { Settings } from '../serve/settings.ts'
import { type Finding, note, ok, problem, reasonOf } from './finding.ts'

const PART = 'Database'

/** Looks and changes nothing: the embedded database is not opened, a server is only asked. */
export async function checkDatabase({ databaseUrl, dataDir }: Settings): Promise<Finding[]> {
  return databaseUrl === undefined ? [checkDataFolder(dataDir)] : checkServer(databaseUrl)
}

function checkDataFolder(dataDir: string): Finding {
  if (!fs.existsSync(path.join(dataDir, 'postgres')))
    return note(PART, 'embedded (DATABASE_URL is not set); the first start makes it in DATA_DIR')
  try {
    lockDataFolder(dataDir)()
    return ok(PART, 'embedded (DATABASE_URL is not set); the data folder is free')
  } catch (error) {
    if (error instanceof DataFolderLockedError)
      return note(
        PART,
        'embedded; the data folder is held by a running Codify, so another one cannot start on it',
      )
    return problem(PART, `DATA_DIR: the folder cannot be used (${reasonOf(error)})`)
  }
}

async function checkServer(databaseUrl: string): Promise<Finding[]> {
  const database = openPostgres({ databaseUrl, poolSize: 1 })
  if (database.kind !== 'postgres') throw new Error('A server was asked for.')
  try {
    const { rows } = await database.pool.query<{ version: number; vector: string | null }>(
      `select current_setting('server_version_num')::int as version,
              (select coalesce(installed_version, default_version) from pg_available_extensions where name = 'vector') as vector`,
    )
    const [server] = rows
    const findings = [ok(PART, 'the server at DATABASE_URL answers')]
    if (server && server.version < 150_000)
      findings.push(problem(PART, 'the server is older than PostgreSQL 15'))
    if (!server?.vector) findings.push(problem(PART, 'the server has no pgvector; the schema needs it'))
    else if (isTooOld(server.vector))
      findings.push(
        note(
          PART,
          `pgvector ${server.vector} has a known overflow in parallel HNSW builds (CVE-2026-3172): Codify keeps them to one worker; upgrade to 0.8.2`,
        ),
      )
    const migrated = await isMigrated(database.db)
    findings.push(migrated ? ok(PART, 'migrated') : note(PART, 'not migrated yet; the next start does it'))
    return findings
  } catch (error) {
    return [problem(PART, `DATABASE_URL: the server cannot be used (${reasonOf(error)})`)]
  } finally {
    await database.close()
  }
}
