import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layoutOptions, layoutRules } from './layout-rules.ts'
import { root as repository, tool } from './step.ts'

const plugin = 'scripts/test/given-clock.grit'
let root = ''
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'codify-layout-')))
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

/** The rules that a tree breaks; `imports` says of each file what it imports. */
async function brokenRules(imports: Record<string, string[]>): Promise<string[]> {
  write('node_modules/kysely/package.json', '{ "name": "kysely", "version": "1.0.0", "main": "index.js" }')
  write('node_modules/kysely/index.js', 'export const sql = 1')
  for (const file of new Set([...Object.keys(imports), ...Object.values(imports).flat()])) {
    if (!file.includes('/')) continue
    write(
      file,
      (imports[file] ?? []).map((target) => statement(file, target)).join('\n') || 'export const x = 1',
    )
  }
  const folders = fs.readdirSync(root).filter((name) => name !== 'node_modules')
  const { output } = await cruise(folders, { ...layoutOptions, baseDir: root })
  if (typeof output === 'string') throw new Error(output)
  return namesOf(output)
}

function namesOf({ summary }: ICruiseResult): string[] {
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort()
}

function statement(file: string, target: string): string {
  if (!target.includes('/')) return `import '${target}'`
  const relative = path.relative(path.dirname(file), target)
  return `import type * as it from '${relative.startsWith('.') ? relative : `./${relative}`}'\nexport type It = typeof it`
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}

const api = 'api/src'
const planted: [rule: string, imports: Record<string, string[]>][] = [
  [
    'no-cycles',
    { [`${api}/shared/a.ts`]: [`${api}/shared/b.ts`], [`${api}/shared/b.ts`]: [`${api}/shared/a.ts`] },
  ],
  [
    'no-module-cycles',
    {
      [`${api}/modules/notes/a.ts`]: [`${api}/modules/hints/a.ts`],
      [`${api}/modules/hints/b.ts`]: [`${api}/modules/notes/b.ts`],
    },
  ],
  ['modules-below-app', { [`${api}/modules/notes/notes.routes.ts`]: [`${api}/app/metrics.ts`] }],
  ['shared-below-modules', { [`${api}/shared/cursor.ts`]: [`${api}/modules/notes/notes.schemas.ts`] }],
  ['sql-in-repositories', { [`${api}/modules/notes/notes.usecases.ts`]: ['kysely'] }],
  ['web-decides-nothing', { 'web/features/plan/board.ts': [`${api}/modules/plans/planner.ts`] }],
  ['web-without-database', { 'web/lib/data.ts': ['kysely'] }],
  ['nothing-above-web', { [`${api}/main.ts`]: ['web/lib/data.ts'] }],
  ['db-knows-tables', { 'db/src/migrate.ts': [`${api}/main.ts`] }],
  ['seeds-above-db', { 'seeds/src/load.ts': [`${api}/main.ts`] }],
  ['scripts-on-top', { [`${api}/main.ts`]: ['scripts/serve.ts'] }],
]

test.each(planted)('%s refuses what breaks it', async (rule, imports) => {
  expect(await brokenRules(imports)).toEqual([rule])
})

test('every rule is broken once above', () => {
  expect(planted.map(([rule]) => rule).sort()).toEqual(layoutRules.map(({ name }) => name).sort())
})

test('what the layout allows breaks no rule, and tests may reach across', async () => {
  expect(
    await brokenRules({
      [`${api}/modules/notes/notes.repository.ts`]: ['kysely', `${api}/shared/cursor.ts`],
      [`${api}/app/create-app.ts`]: [`${api}/modules/notes/notes.routes.ts`],
      [`${api}/modules/notes/notes.db.test.ts`]: [`${api}/app/testing.ts`],
      'web/lib/server-api.ts': [`${api}/contract.ts`],
      'scripts/serve.ts': [`${api}/main.ts`],
    }),
  ).toEqual([])
})

test.each(['Date.now()', 'new Date()', 'process.env.NODE_ENV'])('%s is refused in modules alone', (use) => {
  const uses = `export const used = ${use}\n`
  for (const file of ['modules/notes/notes.usecases.ts', 'modules/notes/notes.db.test.ts', 'main.ts'])
    write(`${api}/${file}`, uses)
  for (const file of ['biome.json', plugin]) write(file, fs.readFileSync(path.join(repository, file), 'utf8'))
  const { stderr } = spawnSync(
    process.execPath,
    [tool('@biomejs', 'biome', 'bin', 'biome'), 'lint', '--vcs-enabled=false'],
    { cwd: root, encoding: 'utf8' },
  )
  const refused = [...stderr.matchAll(/^(\S+):\d+:\d+ plugin/gm)].map(([, file]) => file)
  expect(refused).toEqual([`${api}/modules/notes/notes.usecases.ts`])
})
