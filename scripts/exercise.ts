// `npm run exercise -- check [slug…]` runs every solution beside the exercises against their tests;
// `fill slug…` puts in the expected results both references agree on; `table [--write]` prints all of them.
import { parseArgs } from 'node:util'
import { checkAll } from './exercise/check.ts'
import { fillAll } from './exercise/fill.ts'
import { printTable } from './exercise/table.ts'

const { values: flags, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [command, ...slugs] = positionals

process.exitCode = (await run()) ? 0 : 1

async function run(): Promise<boolean> {
  if (command === 'check') return (await checkAll(slugs)).every(({ faults }) => faults.length === 0)
  if (command === 'fill' && slugs.length > 0) return fillAll(slugs)
  if (command === 'table') return printTable(await checkAll(slugs), flags.write)
  console.error('npm run exercise -- check [slug…] | fill slug… | table [--write]')
  return false
}
