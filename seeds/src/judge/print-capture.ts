import { isArray, toText } from './primordials.ts'
import { showTable } from './show-table.ts'
import { showValue } from './show-value.ts'

const MOST_PRINTED = 64_000
const CUT = '\n… more was printed than the 64 KB that are kept.'

/** A console for the learner's code, with all that browsers have. What goes over the cap costs nothing and is dropped. */
export function createPrintCapture(clock: () => number) {
  let printed = ''
  let full = false
  let indent = ''
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()

  const write = (text: string): void => {
    if (full) return
    let line = `${indent}${text}`
    if (indent !== '' && text.includes('\n')) line = indent + text.replaceAll('\n', `\n${indent}`)
    if (printed.length + line.length < MOST_PRINTED) {
      printed += `${line}\n`
      return
    }
    // Cut by hand: `slice` could be the learner's by now.
    const room = MOST_PRINTED - printed.length
    for (let at = 0; at < room && at < line.length; at++) printed += line[at]
    printed += CUT
    full = true
  }
  const print = (...values: unknown[]): void => {
    if (!full) write(lineOf(values))
  }
  const labelOf = (label: unknown): string => (label === undefined ? 'default' : toText(label))
  const passed = (label: string): string => {
    const since = timers.get(label)
    return since === undefined ? `no timer "${label}" runs` : `${label}: ${(clock() - since).toFixed(3)} ms`
  }
  const group = (...values: unknown[]): void => {
    if (values.length > 0) print(...values)
    if (indent.length < 40) indent += '  '
  }
  const count = (label?: unknown): void => {
    const name = labelOf(label)
    const times = (counts.get(name) ?? 0) + 1
    counts.set(name, times)
    print(`${name}: ${times}`)
  }

  const console = {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    dir: (value: unknown) => print(value),
    dirxml: print,
    table: (value: unknown, columns?: unknown) => {
      if (!full)
        write(showTable(value, isArray(columns) ? columns.map(toText) : undefined) ?? lineOf([value]))
    },
    trace: (...values: unknown[]) => print('Trace:', ...values),
    assert: (holds?: unknown, ...values: unknown[]) => {
      if (!holds) print(values.length > 0 ? 'Assertion failed:' : 'Assertion failed', ...values)
    },
    count,
    countReset: (label?: unknown) => void counts.delete(labelOf(label)),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2)
    },
    time: (label?: unknown) => void timers.set(labelOf(label), clock()),
    timeLog: (label?: unknown, ...values: unknown[]) => print(passed(labelOf(label)), ...values),
    timeEnd: (label?: unknown) => {
      print(passed(labelOf(label)))
      timers.delete(labelOf(label))
    },
    timeStamp: () => {},
    profile: () => {},
    profileEnd: () => {},
    clear: () => {},
  }
  return {
    console,
    take(): string {
      const text = printed
      printed = ''
      full = false
      indent = ''
      return text
    },
  }
}

/** Values with a space between; a first text with %s and the like is filled in. */
function lineOf(values: unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string' || rest.length === 0 || !first.includes('%')) return joined(values)
  let at = 0
  const filled = first.replace(/%([sdifjoOc%])/g, (mark, kind: string) => {
    if (kind === '%') return '%'
    if (at >= rest.length) return mark
    const value = rest[at++]
    if (kind === 'c') return ''
    if (kind === 's') return typeof value === 'string' ? value : showValue(value)
    if (kind === 'd') return toText(typeof value === 'object' ? Number.NaN : Number(value))
    if (kind === 'i') return toText(Math.trunc(Number(value)))
    if (kind === 'f') return toText(Number(value))
    return showValue(value)
  })
  return joined([filled, ...rest.slice(at)])
}

function joined(values: unknown[]): string {
  let line = ''
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    line += (at > 0 ? ' ' : '') + (typeof value === 'string' ? value : showValue(value))
    if (line.length > MOST_PRINTED) break
  }
  return line
}
