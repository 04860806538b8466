// Puts a backup into an empty database, or in the place of one: `npm run restore -- file [--replace]`. Codify is stopped.
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { restoreToFolder, restoreToServer } from '../db/src/index.ts'
import { describeContents, explain } from './backup/describe.ts'
import { parseSettings, type Settings, StartError } from './serve/settings.ts'

const root = path.resolve(import.meta.dirname, '..')

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
  })
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0)
    throw new StartError('Name one file: npm run restore -- file [--replace]')
  if (fs.existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
  const settings = parseSettings(process.env, root)
  const { databaseUrl, dataDir } = settings
  if (values.replace && !values.yes) await confirm(settings)
  const begun = performance.now()
  const target = { file: path.resolve(given), replace: values.replace }
  const { header, contents, kept } =
    databaseUrl === undefined
      ? await restoreToFolder({ dataDir, ...target })
      : await restoreToServer({ databaseUrl, ...target })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`Restored ${describeContents(contents)}, as they were at ${header.created_at} (${seconds} s).`)
  if (kept) console.log(`What was there before is kept in ${kept}; delete it when you no longer want it.`)
} catch (error) {
  explain(error)
  process.exitCode = 1
}

/** Nothing is written over by a slip of the hand: a word, or `--yes` where nobody can type one. */
async function confirm({ databaseUrl, dataDir }: Settings): Promise<void> {
  const what =
    databaseUrl === undefined
      ? `the database in ${dataDir}`
      : `ALL data in the database "${new URL(databaseUrl).pathname.slice(1)}" on ${new URL(databaseUrl).host}`
  if (!process.stdin.isTTY)
    throw new StartError(`--replace puts the archive in the place of ${what}. To go on, add --yes.`)
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(
    `This puts the archive in the place of ${what}.\nType "replace" to go on: `,
  )
  prompt.close()
  if (answer.trim() !== 'replace') throw new StartError('Nothing was changed.')
}
