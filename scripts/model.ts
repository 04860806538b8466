// Turns the model off and on while Codify runs: `npm run model -- off|on|status`. Running processes hear of it within
// seconds; plans are then made by the rules.
import fs from 'node:fs'
import path from 'node:path'
import { createSettingsRepository } from '../api/src/modules/maintenance/settings.repository.ts'
import { MODEL_SETTING, modelSwitchFile } from '../api/src/modules/model-guard/model-switch.ts'
import { createModelUsageRepository } from '../api/src/modules/model-guard/model-usage.repository.ts'
import { openPostgres } from '../db/src/index.ts'
import { parseSettings, StartError } from './serve/settings.ts'

const root = path.resolve(import.meta.dirname, '..')
const USAGE = 'npm run model -- off, on or status'

process.exitCode = await run(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : `The switch cannot be used: ${reasonOf(error)}`)
  return 1
})

async function run(word: string | undefined): Promise<number> {
  if (word !== 'off' && word !== 'on' && word !== 'status') throw new StartError(USAGE)
  const file = path.join(root, '.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
  const { databaseUrl, dataDir } = parseSettings(process.env, root)
  if (databaseUrl === undefined) useFile(dataDir, word)
  else await useDatabase(databaseUrl, word)
  return 0
}

/** The embedded database is open in the API's process alone, so its switch is a file beside it. */
function useFile(dataDir: string, word: 'off' | 'on' | 'status'): void {
  const file = modelSwitchFile(dataDir)
  if (word !== 'status') {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.writeFileSync(`${file}.new`, `${word}\n`, { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  }
  say(fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined)
}

async function useDatabase(databaseUrl: string, word: 'off' | 'on' | 'status'): Promise<void> {
  const { db, close } = openPostgres({ databaseUrl, poolSize: 1 })
  try {
    const settings = createSettingsRepository({ db })
    const now = new Date()
    if (word !== 'status') await settings.write({ key: MODEL_SETTING, value: word, now })
    say(await settings.read({ key: MODEL_SETTING }))
    const day = now.toISOString().slice(0, 10)
    for (const used of await createModelUsageRepository({ db }).ofDay({ day }))
      console.log(
        `Today ${used.kind}: ${used.calls} calls, ${used.prompt_tokens} tokens asked, ${used.completion_tokens} answered.`,
      )
  } finally {
    await close()
  }
}

function say(setting: string | undefined): void {
  console.log(`The model is turned ${setting === 'off' ? 'off: the rules make every plan' : 'on'}.`)
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
