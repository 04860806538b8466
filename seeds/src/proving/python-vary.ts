import { loadPyodide } from 'pyodide'
import { z } from 'zod'
import { pythonMutator } from './python-mutator.ts'

const varied = z.object({
  whole: z.string(),
  mutants: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

/** A program as it is and as small slips make it, each also with a budget of steps that ends what has no end. */
export type Variants = { whole: string; mutants: { label: string; code: string; bounded: string }[] }

let mutator: Promise<(code: string) => string> | undefined

export async function varyPython(code: string): Promise<Variants> {
  mutator ??= startMutator()
  const { whole, mutants } = varied.parse(JSON.parse((await mutator)(code)))
  return { whole, mutants: mutants.map(([label, made, bounded]) => ({ label, code: made, bounded })) }
}

async function startMutator(): Promise<(code: string) => string> {
  const pyodide = await loadPyodide()
  pyodide.runPython(pythonMutator)
  const vary = pyodide.globals.get('vary')
  return (code) => String(vary(code))
}
