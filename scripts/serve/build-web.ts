import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Children } from './children.ts'
import { StartError } from './settings.ts'

const INPUTS = ['web', 'api/src', 'seeds/src/judge', 'pnpm-lock.yaml', 'tsconfig.base.json']
const SKIPPED = new Set(['node_modules', '.next', 'public', 'test', 'next-env.d.ts'])

/** True if the pages in `web/.next` were built from the current sources. */
export function isWebBuilt(root: string): boolean {
  const stamp = stampFile(root)
  if (!fs.existsSync(path.join(root, 'web', 'public', 'sandbox', 'manifest.json'))) return false
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hashInputs(root)
}

/**
 * Builds the pages. Its output is shown only when it fails.
 *
 * @throws {StartError} when it fails
 */
export async function buildWeb({ root, children, env }: Build): Promise<void> {
  const inputs = hashInputs(root)
  fs.rmSync(stampFile(root), { force: true })
  await prepareSandbox({ root, children, env })
  await runQuietly({ root, children, env, name: 'The build of the pages', args: [nextBin(root), 'build'] })
  fs.writeFileSync(stampFile(root), inputs)
}

/** Makes what learners' code runs on in the browser; the pages name it, so it comes before them. */
export async function prepareSandbox(build: Build): Promise<void> {
  await runQuietly({ ...build, name: 'The build of the sandbox', args: ['scripts/prepare-sandbox.ts'] })
}

type Build = { root: string; children: Children; env: Record<string, string> }

async function runQuietly({
  root,
  children,
  env,
  name,
  args,
}: Build & { name: string; args: string[] }): Promise<void> {
  const lines: string[] = []
  const child = children.start({
    name,
    args,
    cwd: path.join(root, 'web'),
    env,
    shows: (line) => {
      lines.push(line)
      return false
    },
  })
  const { code, signal } = await child.ended
  if (signal) throw new StartError(`${child.name} was ended by ${signal}.`)
  if (code !== 0) throw new StartError([...lines, `${child.name} failed.`].join('\n'))
}

export function nextBin(root: string): string {
  return path.join(root, 'web', 'node_modules', 'next', 'dist', 'bin', 'next')
}

/** One hash over everything that the pages are made from. */
export function hashInputs(root: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of INPUTS.flatMap((input) => listFiles(path.join(root, input)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function listFiles(file: string): string[] {
  if (!fs.existsSync(file) || isSkipped(path.basename(file))) return []
  if (!fs.statSync(file).isDirectory()) return [file]
  return fs
    .readdirSync(file)
    .sort()
    .flatMap((name) => listFiles(path.join(file, name)))
}

function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || /\.test\.tsx?$|\.tsbuildinfo$|^\.env/.test(name)
}

function stampFile(root: string): string {
  return path.join(root, 'web', '.next', 'built-from')
}
