// The Worker in which a learner's Python runs; made into one text by scripts/prepare-sandbox.ts.
import { type Python, pythonHarness, runPython, withCappedMemory } from '@codify/seeds/judge/running'
import { loadPyodide, type PyodideAPI } from 'pyodide'
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import { info } from 'pyodide/pyodide-lock.json'
import { serveOneJob } from './worker-port.ts'

serveOneJob(async ({ wasm, stdlib, snapshot }) => {
  if (wasm === undefined || stdlib === undefined) throw new Error('Python comes without its parts.')
  answerFromMemory(wasm, stdlib)
  const pyodide = await startPython(snapshot)
  const get = (name: string) => pyodide.globals.get(name)
  const functions = { load: get('load'), run: get('run'), calibrate: get('calibrate') }
  const python: Python = (name, text, phase) =>
    String(phase ? functions[name](text, phase) : functions[name](text))
  // When Python breaks down it says so at length; what of it concerns the learner is told as a result.
  console.error = () => {}
  return (job, tell) => runPython(job, python, tell)
})

const options = {
  indexURL: 'https://parts.invalid/',
  lockFileContents: JSON.stringify({ info, packages: {} }),
  createPyodideModule: withCappedMemory(createPyodideModule),
  stdout: () => {},
  stderr: () => {},
}

/** The snapshot is a Python that has started and read the harness: it goes on from there in a tenth of the time. */
async function startPython(snapshot: ArrayBuffer | undefined): Promise<PyodideAPI> {
  if (snapshot !== undefined) {
    const restored = await loadPyodide({ ...options, _loadSnapshot: snapshot }).catch(startAfresh)
    if (restored !== null) return restored
  }
  const pyodide = await loadPyodide(options)
  pyodide.runPython(pythonHarness)
  return pyodide
}

function startAfresh(error: unknown): null {
  console.warn('Python starts without its snapshot:', error)
  return null
}

/** There is no network here: what Pyodide would load, the frame has given. */
function answerFromMemory(wasm: WebAssembly.Module, stdlib: ArrayBuffer): void {
  globalThis.fetch = async (asked) => new Response(String(asked).endsWith('.zip') ? stdlib : null)
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  })
}
