/** Counts of a load. `wrong` and `lost` have a line for each case. */
export type Tally = {
  requests: number
  ok: number
  clear: number
  /** Connections that broke: only where the process itself is killed. */
  broken: number
  slowestMs: number
  wrong: string[]
}

export function createTally(): Tally {
  return { requests: 0, ok: 0, clear: 0, broken: 0, slowestMs: 0, wrong: [] }
}

export type Row = {
  fault: string
  tally: Tally
  lost: string[]
  twice: string[]
  recoverySeconds: number
}

export function violationsOf({ fault, tally, lost, twice }: Row): string[] {
  return [...tally.wrong, ...lost, ...twice].map((line) => `${fault}: ${line}`)
}

const COLUMNS = ['requests', 'ok', 'clear fail', 'cut off', 'wrong', 'lost', 'twice', 'slowest', 'recovery']

export const head = `${'fault'.padEnd(40)}${COLUMNS.map((column) => column.padStart(11)).join('')}`

export function formatRow({ fault, tally, lost, twice, recoverySeconds }: Row): string {
  const cells = [
    tally.requests,
    tally.ok,
    tally.clear,
    tally.broken,
    tally.wrong.length,
    lost.length,
    twice.length,
    `${(tally.slowestMs / 1000).toFixed(1)} s`,
    `${recoverySeconds.toFixed(1)} s`,
  ]
  return `${fault.padEnd(40)}${cells.map((cell) => String(cell).padStart(11)).join('')}`
}
