// The thread in which solutions run, one job after another. Who started it ends it when the time is up.
import { parentPort } from 'node:worker_threads'
import { loadPyodide } from 'pyodide'
import type { Job } from '../judge/judge.types.ts'
import { pythonHarness } from '../judge/python-harness.ts'
import { runJavaScript } from '../judge/run-javascript.ts'
import { type Python, runPython } from '../judge/run-python.ts'

let python: Promise<Python> | null = null

parentPort?.on('message', async (job: Job) => {
  const tell = (message: unknown) => parentPort?.postMessage(message)
  if (job.language === 'python') {
    python ??= startPython()
    runPython(job, await python, tell)
    return
  }
  runJavaScript({ ...job, language: job.language }, tell)
})

async function startPython(): Promise<Python> {
  const pyodide = await loadPyodide()
  pyodide.runPython(pythonHarness)
  const functions = { load: pyodide.globals.get('load'), run: pyodide.globals.get('run') }
  return (name, text) => String(functions[name](text))
}
