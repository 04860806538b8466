import path from 'node:path'
import { webArgs } from './api-command.ts'
import { nextBin } from './build-web.ts'
import type { Child, Children } from './children.ts'

/** Next's own greeting. */
const GREETING = /^\s*(▲|· |✓ (Ready|Running)|- (Local|Network|Environments|Experiments)\b)/

/** Milliseconds; longer than a reverse proxy keeps an idle connection, so that none is closed under a request. */
const KEEP_ALIVE = '65000'

/** Starts the pages. */
export function startWeb({
  root,
  children,
  env,
  port,
  host,
  dev,
}: {
  root: string
  children: Children
  env: Record<string, string>
  port: number
  /** The only address to listen on; absent, all of them. */
  host: string | undefined
  dev: boolean
}): Child {
  return children.start({
    name: 'The web server',
    args: [
      ...(dev ? [] : webArgs),
      nextBin(root),
      ...(dev ? ['dev'] : ['start', '--keepAliveTimeout', KEEP_ALIVE]),
      '-p',
      String(port),
      ...(host ? ['-H', host] : []),
    ],
    cwd: path.join(root, 'web'),
    shows: (line) => !GREETING.test(line),
    env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
  })
}
