// Makes what the sandbox runs on, under web/public/sandbox (not in git): the frame with its policy, the Workers as one text
// each, and Pyodide's parts as its package brings them. Every name carries a version or digest, so all of it is cached for good.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { pythonHarness } from '@codify/seeds/judge/running'
import { loadPyodide } from 'pyodide'
import { build } from 'rolldown'

const web = path.resolve(import.meta.dirname, '..')
const source = path.join(web, 'features', 'workbench', 'sandbox')
const folder = path.join(web, 'public', 'sandbox')
const pyodide = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))

const frame = await bundle('frame.ts')
const javascript = await bundle('javascript-worker.ts')
const python = await bundle('python-worker.ts')
const { version }: { version: string } = JSON.parse(
  fs.readFileSync(path.join(pyodide, 'package.json'), 'utf8'),
)
const snapshotFile = `pyodide-${version}/started-${digest(pythonHarness)}.gz`
const snapshot = await pythonSnapshot()

fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(path.join(folder, `pyodide-${version}`), { recursive: true })
const html = `<!doctype html><meta charset="utf-8"><title>Sandbox</title><script>${frame}</script>`
const assets = {
  frame: put(`frame-${digest(html)}.html`, html).path,
  javascript: put(`javascript-${digest(javascript)}.js`, javascript),
  python: put(`python-${digest(python)}.js`, python),
  wasm: put(`pyodide-${version}/pyodide.asm.wasm`, fs.readFileSync(path.join(pyodide, 'pyodide.asm.wasm'))),
  stdlib: put(
    `pyodide-${version}/python_stdlib.zip`,
    fs.readFileSync(path.join(pyodide, 'python_stdlib.zip')),
  ),
  snapshot: put(snapshotFile, snapshot),
}
const script = `sha256-${createHash('sha256').update(frame).digest('base64')}`
const policy = [
  "default-src 'none'",
  // The Workers inherit this. Learners' code is made of text there, so \`unsafe-eval\`; from anywhere else comes nothing.
  `script-src '${script}' 'unsafe-eval' 'wasm-unsafe-eval'`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  // Also when somebody opens it by itself.
  'sandbox allow-scripts',
].join('; ')
fs.writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify({ assets, policy }, null, 2)}\n`)

/**
 * The memory of a Python that has started and read the harness, packed: so the browser need not start one. It is made
 * again only for another Pyodide or harness.
 */
async function pythonSnapshot(): Promise<Buffer> {
  const file = path.join(folder, snapshotFile)
  if (fs.existsSync(file)) return fs.readFileSync(file)
  const started = await loadPyodide({ indexURL: pyodide, _makeSnapshot: true })
  started.runPython(pythonHarness)
  return gzipSync(started.makeMemorySnapshot())
}

async function bundle(name: string): Promise<string> {
  const { output } = await build({
    input: path.join(source, name),
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    external: [/^node:/, 'ws'],
    transform: { define: { 'import.meta.url': '"https://parts.invalid/worker.js"' } },
    output: { format: 'iife', minify: true, codeSplitting: false },
  })
  // Strict throughout: sloppy functions would show their callers to a learner's code.
  return `"use strict";${output[0].code}`
}

function put(name: string, content: string | Buffer): { path: string; bytes: number } {
  fs.writeFileSync(path.join(folder, name), content)
  return { path: `/sandbox/${name}`, bytes: Buffer.byteLength(content) }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
