import { INTERVIEW_FUNCTION, type Job, type Outcome, type Problem, type RunMessage } from './judge.types.ts'
import { snakeCase } from './python-names.ts'

/** A Python with the harness loaded: calls one of its functions with a text, answers its text. */
export type Python = (name: 'load' | 'run', text: string) => string

/** Runs a job in Python from its first test to its last, and tells each step, as `runJavaScript` does. */
export function runPython(job: Job, python: Python, tell: (message: RunMessage) => void): void {
  const loaded: { problem?: Problem } = JSON.parse(python('load', JSON.stringify(pythonJob(job))))
  if (loaded.problem !== undefined) {
    tell({ type: 'refused', problem: loaded.problem })
    return
  }
  for (const [index, input] of job.inputs.entries()) {
    tell({ type: 'started', index })
    const outcome: Outcome = JSON.parse(python('run', JSON.stringify(input)))
    tell({ type: 'finished', index, outcome })
  }
  tell({ type: 'done' })
}

function pythonJob({ code, call, compare, result }: Job) {
  const named = (params: { name: string; type: string }[]) =>
    params.map(({ name, type }) => ({ name: snakeCase(name), type }))
  const common = {
    code,
    kind: call.kind,
    otherName: call.kind === 'function' ? INTERVIEW_FUNCTION : null,
    argument: result?.argument ?? null,
    nodeOf: typeof compare === 'object' ? compare.node_of : null,
    clone: compare === 'clone',
  }
  if (call.kind === 'function') {
    return {
      ...common,
      name: snakeCase(call.name),
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
  return { ...common, name: call.name, params: named(call.constructor), methods }
}
