import { problemDetailsSchema } from '../../../api/src/contract.ts'
import type { Target } from './target.ts'

/** One thing an attacker tries. `run` throws when it is not refused. */
export type Attack = { group: string; name: string; run: (target: Target) => Promise<void> }

export function attacks(group: string, list: Record<string, Attack['run']>): Attack[] {
  return Object.entries(list).map(([name, run]) => ({ group, name, run }))
}

/** A refusal with one of these statuses, as a problem document without a word of how it works inside. */
export async function expectRefusal(response: Response, ...statuses: number[]): Promise<void> {
  const text = await response.text()
  if (!statuses.includes(response.status))
    throw new Error(`answered ${response.status}, not ${statuses.join(' or ')}: ${text.slice(0, 200)}`)
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    throw new Error(`refused with ${response.headers.get('content-type')}`)
  problemDetailsSchema.parse(JSON.parse(text))
  expectNoInside(text)
}

/** Neither stack, nor SQL, nor a path of the machine. */
export function expectNoInside(text: string): void {
  const inside = /node_modules|at \w+ \(|\/src\/|syntax error|select .* from|PGlite|pg_/i.exec(text)
  if (inside) throw new Error(`shows how it works inside: ${inside[0]}`)
}

export function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

/** Runs one attack; what it was not refused for, or undefined. */
export async function attempt(attack: Attack, target: Target): Promise<string | undefined> {
  try {
    await attack.run(target)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
