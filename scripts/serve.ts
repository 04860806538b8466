// Starts Codify on this machine: `npm start`, or `npm run dev` with `--dev`.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { announcement } from './serve/announce.ts'
import { restartOnChange, startApi } from './serve/api-process.ts'
import { buildWeb, isWebBuilt, prepareSandbox } from './serve/build-web.ts'
import { checkChildren } from './serve/check-children.ts'
import { childEnvironments } from './serve/child-env.ts'
import { type Children, createChildren } from './serve/children.ts'
import { describeEnding } from './serve/describe-ending.ts'
import { requireFreePort } from './serve/ports.ts'
import { resolveSecrets } from './serve/secrets.ts'
import { parseSettings, StartError } from './serve/settings.ts'
import { waitUntilReady } from './serve/wait-until-ready.ts'
import { startWeb } from './serve/web-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const STOP_GRACE_MS = 10_000
const READY_WITHIN_MS = 180_000

const { values: flags } = parseArgs({
  options: { dev: { type: 'boolean', default: false }, 'no-env-file': { type: 'boolean', default: false } },
})

const children = createChildren({ graceMs: STOP_GRACE_MS })
process.exitCode = await Promise.race([run(children), stopRequest()]).catch(explain)
await children.stopAll()
process.exit()

/** Starts everything and stays until a child ends; answers the exit code. */
async function run(children: Children): Promise<number> {
  const begun = performance.now()
  if (!flags['no-env-file'] && fs.existsSync(path.join(root, '.env')))
    process.loadEnvFile(path.join(root, '.env'))
  const settings = parseSettings(process.env, root)
  checkChildren({ env: process.env, settings, mode: flags.dev ? 'development' : 'production' })
  // Where the sign-in link is shown on the page, only this machine may open the page.
  const webHost = settings.hasMail ? undefined : '127.0.0.1'
  await requireFreePort({ port: settings.webPort, host: webHost ?? '::', variable: 'WEB_PORT' })
  await requireFreePort({
    port: settings.apiPort,
    host: settings.apiHost,
    variable: 'API_PORT',
    hostVariable: 'API_HOST',
  })
  const env = childEnvironments({ env: process.env, settings, secrets: resolveSecrets(settings) })

  const api = startApi({ root, children, env: env.api })
  const apiReady = waitUntilReady({
    child: api,
    url: `${settings.apiUrl}/readyz`,
    // It says itself that it waits for a database server, and ends where waiting is of no use.
    timeoutMs: settings.databaseUrl ? Number.POSITIVE_INFINITY : READY_WITHIN_MS,
  })
  const webReady = (async () => {
    if (!flags.dev && !isWebBuilt(root)) {
      console.log('Building the pages (again only when they change) …')
      await buildWeb({ root, children, env: env.build })
    }
    if (flags.dev) await prepareSandbox({ root, children, env: env.build })
    const web = startWeb({
      root,
      children,
      env: env.web,
      port: settings.webPort,
      host: webHost,
      dev: flags.dev,
    })
    await waitUntilReady({
      child: web,
      url: `http://127.0.0.1:${settings.webPort}/healthz`,
      timeoutMs: READY_WITHIN_MS,
    })
    return web
  })()
  const [web] = await Promise.all([webReady, apiReady])
  console.log(announcement({ settings, root, seconds: (performance.now() - begun) / 1000 }))

  const watched = flags.dev ? [web] : [api, web]
  if (flags.dev)
    restartOnChange({ root, children, first: api, start: () => startApi({ root, children, env: env.api }) })
  const ended = await Promise.race(watched.map(async (child) => ({ child, how: await child.ended })))
  throw new StartError(`${ended.child.name} ${describeEnding(ended.how)}, so Codify stops.`)
}

/** Resolves when somebody asks to stop, or when the process that started this one is gone. */
function stopRequest(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(0))
    process.once('disconnect', () => resolve(0))
    process.channel?.unref()
  })
}

function explain(error: unknown): number {
  if (!(error instanceof StartError)) console.error(error)
  else if (error.message !== '') console.error(error.message)
  return 1
}
