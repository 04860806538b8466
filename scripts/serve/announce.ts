import path from 'node:path'
import type { Settings } from './settings.ts'

/** Message at the terminal once everything runs. */
export function announcement({
  settings,
  root,
  seconds,
}: {
  settings: Settings
  root: string
  seconds: number
}): string {
  const folder = path.relative(root, settings.dataDir)
  const dataDir = folder.startsWith('..') ? settings.dataDir : folder
  return `
Codify is ready at ${settings.publicUrl} (${seconds.toFixed(1)} s)

  Database  ${settings.databaseUrl ? 'PostgreSQL at DATABASE_URL' : `embedded, in ${dataDir}`}
  Model     ${settings.hasModel ? 'set: it proposes, code checks' : 'none (OPENAI_API_KEY): plans are made by rules alone'}
  Sign-in   ${settings.hasMail ? 'by a link sent through SMTP_URL' : 'no mail server (SMTP_URL): the link is shown on the page'}
  Stop      Ctrl-C
`
}
