// Runs a script of this repository on a Node that can, with everything installed.
// Plain Node 18+ and no dependency, because it runs before the install.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const PNPM = '12.21.0'
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const at = (...parts) => path.join(root, ...parts)

const [major, minor] = process.versions.node.split('.').map(Number)
const ownNodeWorks = major > 24 || (major === 24 && minor >= 15) || (major === 22 && minor >= 22)

install()
const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  cwd: root,
  // The channel tells the script when this process is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: process.env,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm cannot pass on its own hard end: a new parent says that it is gone.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref()
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

/** Installs from the lockfile, once for each state of it. */
function install() {
  const stamp = at('node_modules', '.installed')
  const wanted = createHash('sha256')
    .update(fs.readFileSync(at('pnpm-lock.yaml')))
    .digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing dependencies (first start only) …')
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath, 'exec', '--yes', '--']
    : ['npx', '--yes']
  const done = spawnSync(
    npm[0],
    [...npm.slice(1), `pnpm@${PNPM}`, 'install', '--frozen-lockfile', '--loglevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (done.status !== 0) process.exit(done.status ?? 1)
  fs.writeFileSync(stamp, wanted)
}

function findNode() {
  if (ownNodeWorks) return process.execPath
  const bundled = at('node_modules', '.bin', 'node')
  if (fs.existsSync(bundled)) return fs.realpathSync(bundled)
  console.error(
    `Codify needs Node 22.22+, or 24.15+; this is ${process.version} and no bundled Node fits this machine.`,
  )
  process.exit(1)
}
