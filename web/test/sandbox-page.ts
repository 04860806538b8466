// Put into a page of the app by the browser test: the sandbox as the workbench uses it, and a watch on the page
// meanwhile.
import { createSandbox, type RunOptions } from '../features/workbench/sandbox/sandbox.ts'
import type { SandboxAssets } from '../features/workbench/sandbox/sandbox-assets.ts'

let sandbox: ReturnType<typeof createSandbox> | null = null

type Asked = { assets: SandboxAssets; options: Omit<RunOptions, 'signal'>; stopAfterMs: number | null }

async function runInSandbox({ assets, options, stopAfterMs }: Asked) {
  sandbox ??= createSandbox({ assets })
  const progress: number[] = []
  const order: number[] = []
  await sandbox.prepare(options.language, ({ loaded, total }) => progress.push(loaded / total))
  let longestPause = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last)
    last = performance.now()
  }, 20)
  const stopper = new AbortController()
  if (stopAfterMs !== null) setTimeout(() => stopper.abort(), stopAfterMs)
  const begun = performance.now()
  const onResult: RunOptions['onResult'] = (_, index) => order.push(index)
  const report = await sandbox.run({ ...options, signal: stopper.signal, onResult })
  clearInterval(beat)
  return { report, order, progress, longestPause, took: performance.now() - begun }
}

Object.assign(globalThis, { runInSandbox })
