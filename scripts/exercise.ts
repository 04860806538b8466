// `npm run exercise -- check [slug…]` runs every solution beside the exercises against their tests; `prove [slug…]` also
// proves them by random inputs and mutants, with --due those that changed and a tenth, with --write into docs/exercises.md;
// `fill slug…` puts in the expected results both references agree on.
import { parseArgs } from 'node:util'
import { checkAll } from './exercise/check.ts'
import { dueExercises } from './exercise/due.ts'
import { fillAll } from './exercise/fill.ts'
import { proveAll } from './exercise/prove.ts'
import { printTable } from './exercise/table.ts'

const { values: flags, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false }, due: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [command, ...slugs] = positionals

process.exitCode = (await run()) ? 0 : 1

async function run(): Promise<boolean> {
  if (command === 'check') return (await checkAll(slugs)).every(({ faults }) => faults.length === 0)
  if (command === 'fill' && slugs.length > 0) return fillAll(slugs)
  if (command === 'prove' && flags.due) return proveDue()
  if (command === 'prove') {
    const proofs = await proveAll(slugs)
    if (slugs.length === 0) return printTable(proofs, flags.write)
    return proofs.reports.every(({ faults, gaps }) => faults.length === 0 && gaps.length === 0)
  }
  console.error('npm run exercise -- check [slug…] | prove [slug…] [--due] [--write] | fill slug…')
  return false
}

/** Of a changed exercise the proof must be complete; in the others nothing may be wrong. */
async function proveDue(): Promise<boolean> {
  const { changed, rotating } = await dueExercises(new Date())
  console.log(`Changed: ${changed.join(', ') || 'none'}. Today's tenth: ${rotating.join(', ') || 'none'}.`)
  if (changed.length + rotating.length === 0) return true
  const { reports } = await proveAll([...changed, ...rotating])
  return reports.every(
    ({ slug, faults, gaps }) => faults.length === 0 && (gaps.length === 0 || !changed.includes(slug)),
  )
}
