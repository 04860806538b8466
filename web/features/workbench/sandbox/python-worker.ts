// The Worker in which a learner's Python runs; made into one text by scripts/prepare-sandbox.ts.
import { type Python, pythonHarness, runPython } from '@codify/seeds/judge/running'
import { loadPyodide } from 'pyodide'
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import lock from 'pyodide/pyodide-lock.json'
import { serveOneJob } from './worker-port.ts'

serveOneJob(async ({ wasm, stdlib }) => {
  if (wasm === undefined || stdlib === undefined) throw new Error('Python comes without its parts.')
  answerFromMemory(wasm, stdlib)
  const options = {
    indexURL: 'https://parts.invalid/',
    lockFileContents: JSON.stringify({ ...lock, packages: {} }),
    createPyodideModule,
  }
  const pyodide = await loadPyodide(options)
  pyodide.runPython(pythonHarness)
  const functions = { load: pyodide.globals.get('load'), run: pyodide.globals.get('run') }
  const python: Python = (name, text) => String(functions[name](text))
  return (job, tell) => runPython(job, python, tell)
})

/** There is no network here: what Pyodide would load, the frame has given. */
function answerFromMemory(wasm: WebAssembly.Module, stdlib: ArrayBuffer): void {
  globalThis.fetch = async (asked) => new Response(String(asked).endsWith('.zip') ? stdlib : null)
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  })
}
