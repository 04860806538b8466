// Writes everything that Codify keeps to one file, while it runs or not: `npm run backup -- [file]`.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { backUp, DataFolderLockedError, openDatabase, openPostgres } from '../db/src/index.ts'
import { backUpRunning } from './backup/back-up-running.ts'
import { describeContents, explain } from './backup/describe.ts'
import { parseSettings, type Settings, StartError } from './serve/settings.ts'

const root = path.resolve(import.meta.dirname, '..')

try {
  const { positionals } = parseArgs({ allowPositionals: true })
  if (positionals.length > 1) throw new StartError('One file, please: npm run backup -- [file]')
  if (fs.existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
  const settings = parseSettings(process.env, root)
  const file = path.resolve(positionals[0] ?? path.join(settings.dataDir, 'backups', defaultName(new Date())))
  const begun = performance.now()
  const contents = await backUpAny(settings, file)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const size = (fs.statSync(file).size / 1e6).toFixed(1)
  console.log(
    `Backed up ${describeContents(contents)} to ${file} (${size} MB, ${seconds} s), and read it back.`,
  )
} catch (error) {
  explain(error)
  process.exitCode = 1
}

async function backUpAny({ databaseUrl, dataDir }: Settings, file: string) {
  if (databaseUrl === undefined && !fs.existsSync(path.join(dataDir, 'postgres')))
    throw new StartError(`There is no database in ${dataDir} yet, and DATABASE_URL is not set.`)
  try {
    const database =
      databaseUrl === undefined
        ? await openDatabase({ dataDir })
        : openPostgres({ databaseUrl, poolSize: 1, statementTimeoutMs: 0 })
    return await backUp({ db: database.db, file }).finally(() => database.close())
  } catch (error) {
    if (error instanceof DataFolderLockedError) return backUpRunning({ dataDir, file })
    throw error
  }
}

function defaultName(now: Date): string {
  return `codify-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.jsonl.gz`
}
