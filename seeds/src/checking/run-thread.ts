// The thread in which solutions run, one job after another. Who started it ends it when the time is up.
import './cpu-clock.ts'
import { parentPort } from 'node:worker_threads'
import { loadPyodide } from 'pyodide'
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import type { Job } from '../judge/judge.types.ts'
import { pythonHarness } from '../judge/python-harness.ts'
import { withCappedMemory } from '../judge/python-memory.ts'
import { runJavaScript } from '../judge/run-javascript.ts'
import { type Python, runPython } from '../judge/run-python.ts'
import type { Tell } from '../judge/run-tests.ts'

let python: Promise<Python> | null = null
let hear: (error: unknown) => void = () => {}
process.on('uncaughtException', (error) => hear(error))
process.on('unhandledRejection', (error) => hear(error))

parentPort?.on('message', async (job: Job) => {
  const tell: Tell = (message) => {
    parentPort?.postMessage(message)
    // It is broken: the next run gets another one.
    if (message.type === 'finished' && !message.outcome.ok && message.outcome.isFatal) python = null
  }
  if (job.language === 'python') {
    python ??= startPython()
    await runPython(job, await python, tell)
    return
  }
  await runJavaScript({ ...job, language: job.language }, tell, { onUncaught })
})

/** Node's way to hear of what nobody caught: an error in a timer, a promise that is rejected. */
function onUncaught(listener: (error: unknown) => void): void {
  hear = listener
}

async function startPython(): Promise<Python> {
  const pyodide = await loadPyodide({
    createPyodideModule: withCappedMemory(createPyodideModule),
    // Python's own words when it breaks down; what code prints, the harness keeps.
    stdout: () => {},
    stderr: () => {},
  })
  pyodide.runPython(pythonHarness)
  const get = (name: string) => pyodide.globals.get(name)
  const functions = { load: get('load'), run: get('run'), calibrate: get('calibrate') }
  return (name, text, phase) => String(phase ? functions[name](text, phase) : functions[name](text))
}
