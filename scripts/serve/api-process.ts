import fs from 'node:fs'
import path from 'node:path'
import { apiArgs, compileCache } from './api-command.ts'
import type { Child, Children } from './children.ts'
import { describeEnding } from './describe-ending.ts'

const SETTLE_MS = 200

export function startApi({
  root,
  children,
  env,
}: {
  root: string
  children: Children
  env: Record<string, string>
}): Child {
  return children.start({ name: 'The API', args: apiArgs, cwd: root, env: { ...env, ...compileCache(root) } })
}

/**
 * Starts the API anew whenever one of its sources changes; when it ends by itself, at the next change. The old one
 * has always ended before the new one begins: the embedded database takes one process only.
 */
export function restartOnChange({
  root,
  children,
  first,
  start,
}: {
  root: string
  children: Children
  first: Child
  start: () => Child
}): void {
  let current = first
  let restarting = false
  let timer: NodeJS.Timeout | undefined
  const announceEnding = (child: Child) =>
    void child.ended.then((how) => {
      if (child === current && !restarting && !children.isStopping())
        console.log(`The API ${describeEnding(how)}; it starts again when a file changes.`)
    })
  const restart = async () => {
    if (restarting) return
    restarting = true
    await current.stop()
    if (children.isStopping()) return
    current = start()
    restarting = false
    console.log('The API started again.')
    announceEnding(current)
  }
  announceEnding(first)
  for (const folder of ['api/src', 'db/src', 'seeds']) {
    fs.watch(path.join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(restart, SETTLE_MS)
    })
  }
}
