import { INTERVIEW_FUNCTION, type Job, type Outcome, type Problem } from './judge.types.ts'
import { snakeCase } from './python-names.ts'
import { runTests, speedFactor, type Tell } from './run-tests.ts'

type Phase = (phase: 'call' | 'prepare', usedMs: number) => void

/** A Python with the harness loaded: calls one of its functions with a text, answers its text. */
export type Python = (name: 'load' | 'run' | 'calibrate', text: string, phase?: Phase) => string

/** Milliseconds that the harness's `calibrate` takes on the machine the limits of time were made for. */
const REFERENCE_MS = 5.5

/** Runs a job in Python from its first test to its last, and tells each step, as `runJavaScript` does. */
export async function runPython(job: Job, python: Python, tell: Tell): Promise<void> {
  const factor = speedFactor(Number(python('calibrate', '')), REFERENCE_MS)
  tell({ type: 'calibrated', factor })
  const loaded = load(job, python)
  if (loaded !== null) {
    tell({ type: 'refused', problem: loaded })
    return
  }
  const isAlive = await runTests({ job, factor, tell, run: (input) => runTest(input, python, tell) })
  if (isAlive) tell({ type: 'done' })
}

function load(job: Job, python: Python): Problem | null {
  try {
    const loaded: { problem?: Problem } = JSON.parse(python('load', JSON.stringify(pythonJob(job))))
    return loaded.problem ?? null
  } catch (error) {
    return fatalProblem(error)
  }
}

function runTest(input: Job['inputs'][number], python: Python, tell: Tell): Outcome {
  try {
    const phase: Phase = (name, usedMs) => tell({ type: 'phase', phase: name, usedMs })
    return JSON.parse(python('run', JSON.stringify(input), phase))
  } catch (error) {
    return { ok: false, problem: fatalProblem(error), printed: '', ms: 0, isFatal: true }
  }
}

/** Python itself broke down: the stack of WebAssembly is short, and built-in functions that call back use it up. */
function fatalProblem(error: unknown): Problem {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  if (/call stack|too much recursion/i.test(text))
    return {
      message:
        'RecursionError: the recursion goes too deep, or does not end. Here it went through built-in functions (a key, map, a generator), or a very long chain of objects was dropped at once; call the function itself, or use a loop.',
    }
  if (/memory/i.test(text))
    return { message: 'MemoryError: your code needs more memory than the 512 MB there are.' }
  return { message: `Your code ended Python itself: ${text.slice(0, 300)}` }
}

function pythonJob({ code, call, compare, result }: Job) {
  const named = (params: { name: string; type: string }[]) =>
    params.map(({ name, type }) => ({ name: snakeCase(name), type }))
  const common = {
    code,
    kind: call.kind,
    argument: result?.argument ?? null,
    nodeOf: typeof compare === 'object' ? compare.node_of : null,
    clone: compare === 'clone',
    free: compare === 'unordered' ? 'top' : compare === 'unordered-deep' ? 'deep' : 'none',
  }
  if (call.kind === 'function') {
    return {
      ...common,
      name: snakeCase(call.name),
      names: [snakeCase(call.name), call.name, INTERVIEW_FUNCTION],
      params: named(call.params),
      returns: call.returns,
      methods: [],
    }
  }
  const methods = call.methods.map((method) => ({
    ...method,
    pythonName: snakeCase(method.name),
    params: named(method.params),
  }))
  return { ...common, name: call.name, names: [call.name], params: named(call.constructor), methods }
}
