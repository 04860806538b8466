import fs from 'node:fs/promises'
import path from 'node:path'
import { RANDOM_INPUTS } from '../../seeds/src/proving/index.ts'
import { table } from '../bench/tables.ts'
import { root } from '../test/step.ts'
import type { Proofs } from './prove.ts'

const HEAD = [
  'exercise',
  'tests (visible)',
  'agree',
  'brute force',
  'mutants TypeScript',
  'mutants Python',
  'wrong rejected',
  'alternatives',
  'share of the limit',
  'slow twin',
]

function intro(count: number, seconds: number): string {
  return `# The exercises

Made by \`npm run exercise -- prove --write\` in ${Math.round(seconds / 60)} minutes, over ${count} exercises.

- **Agree**: random valid inputs, of ${RANDOM_INPUTS.toLocaleString('en')}, on which the references in TypeScript, JavaScript and Python give the same. **Brute force**: small ones on which an obvious slow program does as well.
- **Mutants**: small slips in a reference. Each is killed by a test (first figure), or gives the same for every random input (second). A third figure counts those that are excused, with their reason below.
- **Wrong rejected**: programs with a typical mistake, in TypeScript and in Python. **Alternatives**: right programs of another style that pass.
- **Share of the limit**: the time of the reference in its slowest test, in TypeScript and in Python. **Slow twin**: right, but stopped by a large test.`
}

/** The table of all proofs; with `write`, in docs/exercises.md as well. False when an exercise is wrong. */
export async function printTable({ reports, seconds }: Proofs, write: boolean): Promise<boolean> {
  const rows = reports.map((report) => {
    const { slug, tests, visible, agreed, brute, mutants, wrong, accepted, share, slow } = report
    const mutantsOf = (language: 'javascript' | 'python') => {
      const one = mutants[language]
      if (one === undefined) return '–'
      return `${one.killed} + ${one.equal}${one.excused > 0 ? ` + ${one.excused}` : ''} of ${one.made}`
    }
    const rejected = (ending: string) => {
      const some = wrong.filter(({ name }) => name.endsWith(ending))
      return `${some.filter(({ rejectedBy }) => rejectedBy !== null).length}/${some.length}`
    }
    const twins = [
      ...(slow.typescript === 'none' ? [] : ['TypeScript']),
      ...(slow.python === 'none' ? [] : ['Python']),
    ]
    return [
      slug,
      `${tests} (${visible})`,
      agreed,
      brute || '–',
      mutantsOf('javascript'),
      mutantsOf('python'),
      `${rejected('.ts')}, ${rejected('.py')}`,
      accepted.length,
      `${percent(share.typescript)}, ${percent(share.python)}`,
      twins.join(', ') || '–',
    ]
  })
  const gaps = reports.flatMap(({ slug, gaps }) => gaps.map((gap) => `- ${slug}: ${gap}`))
  const excused = reports.flatMap(({ slug, excuses }) => excuses.map((one) => `- ${slug}: ${one}`))
  const text = [
    intro(reports.length, seconds),
    table(HEAD, rows),
    ...(excused.length > 0 ? ['## Mutants that no test can kill', excused.join('\n')] : []),
    ...(gaps.length > 0 ? ['## Still to be written', gaps.join('\n')] : []),
  ].join('\n\n')
  console.log(`\n${text}`)
  if (write) await fs.writeFile(path.join(root, 'docs', 'exercises.md'), `${text}\n`)
  return reports.every(({ faults }) => faults.length === 0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
