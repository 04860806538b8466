import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { exerciseSlugs } from '../../seeds/src/exercises/index.ts'
import { root } from '../test/step.ts'

const SHARE = 10
const DAY_MS = 86_400_000
const FOLDER = 'seeds/exercises/'
/** Branches that a change is compared with; the first that exists. */
const BASES = ['origin/main', 'main']

/** The exercises whose folder differs from main, and every tenth one: another tenth each day. */
export async function dueExercises(now: Date): Promise<{ changed: string[]; rotating: string[] }> {
  const slugs = await exerciseSlugs()
  const files = await changedFiles()
  const changed = slugs.filter((slug) => files.some((file) => file.startsWith(`${FOLDER}${slug}/`)))
  const day = Math.floor(now.getTime() / DAY_MS)
  const rotating = slugs.filter((slug, at) => at % SHARE === day % SHARE && !changed.includes(slug))
  return { changed, rotating }
}

/** Files of this branch that main has not, or not so; of main itself, those of its last commit. Empty without Git. */
async function changedFiles(): Promise<string[]> {
  const head = await git('rev-parse', 'HEAD')
  for (const base of BASES) {
    const fork = await git('merge-base', base, 'HEAD')
    if (fork === '') continue
    const since = fork === head ? 'HEAD~1' : fork
    const committed = await git('diff', '--name-only', since, '--', FOLDER)
    const added = await git('ls-files', '--others', '--exclude-standard', '--', FOLDER)
    return `${committed}\n${added}`.split('\n').filter(Boolean)
  }
  return []
}

async function git(...args: string[]): Promise<string> {
  const run = promisify(execFile)
  return run('git', args, { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}
