import { decode } from './decode.ts'
import { encode } from './encode.ts'
import { findNode, hasNodeOf } from './find-node.ts'
import type {
  ExerciseRules,
  Job,
  Json,
  Outcome,
  Problem,
  RunMessage,
  Step,
  TestInput,
} from './judge.types.ts'
import { INTERVIEW_FUNCTION } from './judge.types.ts'
import { describeThrown } from './learner-error.ts'
import { GraphNode, ListNode, TreeNode } from './nodes.ts'
import { construct, isArray, now, reflectApply } from './primordials.ts'
import { createPrintCapture } from './print-capture.ts'
import { ShapeError } from './shape-error.ts'
import { stripTypes } from './strip-types.ts'
import { type TypedCall, typedCall } from './typed-call.ts'
import type { ValueType } from './value-types.ts'

type Callable = (...args: unknown[]) => unknown
type Told = (message: RunMessage) => void

/** Runs a job from its first test to its last, and tells each step. Nothing here ends a loop: that is the watchdog's. */
export function runJavaScript(job: Job & { language: 'javascript' | 'typescript' }, tell: Told): void {
  const capture = createPrintCapture()
  const call = typedCall(job.call)
  const loaded = load(job, capture.console)
  if ('problem' in loaded) {
    tell({ type: 'refused', problem: loaded.problem })
    return
  }
  for (let index = 0; index < job.inputs.length; index++) {
    const input = job.inputs[index]
    if (input === undefined) break
    tell({ type: 'started', index })
    tell({
      type: 'finished',
      index,
      outcome: runTest({ job, call, input, run: loaded.run, take: capture.take }),
    })
  }
  tell({ type: 'done' })
}

function load(job: Job, console: object): { run: Callable } | { problem: Problem } {
  const { name, kind } = job.call
  const stripped = stripTypes(job.language === 'typescript' ? 'typescript' : 'javascript', job.code)
  if ('problem' in stripped) return stripped
  const find = (one: string, otherwise: string) => `typeof ${one} === "undefined" ? ${otherwise} : ${one}`
  const otherwise = kind === 'function' ? find(INTERVIEW_FUNCTION, 'undefined') : 'undefined'
  const last = `\nreturn ${find(name, otherwise)}\n//# sourceURL=solution.js`
  let found: unknown
  try {
    // Strict, as modules are; on the learner's own first line, so that lines count as theirs do.
    const body = `"use strict";${stripped.code}${last}`
    const make = new Function('ListNode', 'TreeNode', 'GraphNode', 'console', body)
    found = make(ListNode, TreeNode, GraphNode, console)
  } catch (thrown) {
    return { problem: describeThrown(thrown) }
  }
  if (isCallable(found)) return { run: found }
  const message = `There is no ${kind} \`${name}\`; the tests call it by that name.`
  return {
    problem: {
      message: found === undefined ? message : `\`${name}\` is no ${kind}; the tests call it by that name.`,
    },
  }
}

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function'
}

type Running = { job: ExerciseRules; call: TypedCall; input: TestInput; run: Callable }

function runTest({ take, ...running }: Running & { take: () => string }): Outcome {
  const timer = createTimer()
  try {
    const done =
      'steps' in running.input ? runSteps(running, running.input.steps, timer) : runOnce(running, timer)
    return { ok: true, ...done, printed: take(), ms: timer.ms() }
  } catch (thrown) {
    const problem = thrown instanceof ShapeError ? { message: thrown.message } : describeThrown(thrown)
    return { ok: false, problem, printed: take(), ms: timer.ms() }
  }
}

type Timer = ReturnType<typeof createTimer>
type Done = { value: string; fromInput: boolean }

/** Counts the learner's code alone, not the making of its input. */
function createTimer() {
  let sum = 0
  let since: number | null = null
  return {
    time<Result>(act: () => Result): Result {
      since = now()
      const result = act()
      sum += now() - since
      since = null
      return result
    },
    ms: () => sum + (since === null ? 0 : now() - since),
  }
}

function runOnce({ job, call, input, run }: Running, timer: Timer): Done {
  if (call.kind !== 'function' || !('args' in input)) throw new Error('A function is called with args.')
  const { params: types, names, returns } = call
  const args = decodeArgs(types, input.args)
  const returned = timer.time(() => reflectApply(run, undefined, args))
  if (job.result !== undefined) {
    const { argument } = job.result
    const type = types[argument] ?? returns
    const subject = `After the call, \`${names[argument]}\` is`
    return { value: encode({ type, value: args[argument], subject }), fromInput: false }
  }
  const type = returns
  const subject = 'Your function returned'
  if (typeof job.compare === 'object')
    return encodeNode({ type, value: returned, subject, args, of: job.compare.node_of })
  const value = encode({ type, value: returned, subject })
  return { value, fromInput: job.compare === 'clone' && hasNodeOf(args, returned) }
}

type OneNode = { type: ValueType; value: unknown; subject: string; args: unknown[]; of: number }

/** A node stands for itself, not for what hangs under it: its value, and whether it is the input's own. */
function encodeNode({ type, value, subject, args, of }: OneNode): Done {
  if (value === null || value === undefined) return { value: 'null', fromInput: false }
  const fromInput = hasNodeOf([args[of]], value, 'itself')
  // What has no fields of a node is refused here, by name.
  if (!fromInput) encode({ type, value, subject })
  const val = typeof value === 'object' && 'val' in value ? value.val : null
  return { value: encode({ type: { base: 'float', depth: 0 }, value: val, subject }), fromInput }
}

function decodeArgs(types: ValueType[], values: Json[]): unknown[] {
  const args: unknown[] = []
  for (let at = 0; at < types.length; at++) {
    const [type, value] = [types[at], values[at]]
    if (type === undefined || value === undefined) throw new Error('The test has too few arguments.')
    args[at] = nodeMark(value) === null ? decode(type, value) : undefined
  }
  for (let at = 0; at < types.length; at++) {
    const mark = nodeMark(values[at] ?? null)
    if (mark !== null) args[at] = findNode(args[mark.argument], mark.val)
  }
  return args
}

function nodeMark(value: Json): { argument: number; val: number } | null {
  if (value === null || typeof value !== 'object' || isArray(value)) return null
  const mark = value.$node
  if (!isArray(mark)) return null
  const argument = mark[0]
  const val = mark[1]
  return typeof argument === 'number' && typeof val === 'number' ? { argument, val } : null
}

function runSteps({ call, run }: Running, steps: Step[], timer: Timer): Done {
  if (call.kind !== 'class') throw new Error('Only a class is tested by steps.')
  const raw: unknown[] = []
  let instance: object | null = null
  let value = '['
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]
    if (step === undefined) break
    if (at > 0) value += ','
    if (!isArray(step)) {
      callEach({ call, instance, step, timer })
      value += 'null'
      continue
    }
    const name = step[0]
    if (instance === null || name === call.name) {
      const args = stepArgs({ params: call.params, step, raw })
      const made: unknown = timer.time(() => construct(run, args))
      if (typeof made !== 'object' || made === null)
        throw new ShapeError(`\`new ${call.name}\` gave no object.`)
      instance = made
      value += 'null'
      continue
    }
    const { method, act } = methodOf({ call, instance, name })
    const self = instance
    const args = stepArgs({ params: method.params, step, raw })
    raw[at] = timer.time(() => reflectApply(act, self, args))
    value += encode({ type: method.returns, value: raw[at], subject: `\`${method.name}\` returned` })
  }
  return { value: `${value}]`, fromInput: false }
}

type ClassCall = Extract<TypedCall, { kind: 'class' }>
type Each = Exclude<Step, Json[]>

function callEach({
  call,
  instance,
  step,
  timer,
}: {
  call: ClassCall
  instance: object | null
  step: Each
  timer: Timer
}) {
  const { method, act } = methodOf({ call, instance, name: step.each })
  const type = method.params[0]
  if (type === undefined) throw new Error('A method that is called for each value takes one.')
  const over = isArray(step.over) ? step.over : []
  const inputs: unknown[] = []
  for (let at = 0; at < over.length; at++) inputs[at] = decode(type, over[at] ?? null)
  timer.time(() => {
    for (let at = 0; at < inputs.length; at++) reflectApply(act, instance, [inputs[at]])
  })
}

function methodOf({
  call,
  instance,
  name,
}: {
  call: ClassCall
  instance: object | null
  name: Json | undefined
}) {
  for (let at = 0; at < call.methods.length; at++) {
    const method = call.methods[at]
    if (method === undefined || method.name !== name) continue
    const act: unknown = instance === null ? undefined : Reflect.get(instance, method.name)
    if (isCallable(act)) return { method, act }
    throw new ShapeError(`\`${call.name}\` has no method \`${method.name}\`; the tests call it by that name.`)
  }
  throw new Error(`The test names a method ${JSON.stringify(name)} that the exercise has not.`)
}

function stepArgs({ params, step, raw }: { params: ValueType[]; step: Json[]; raw: unknown[] }): unknown[] {
  const args: unknown[] = []
  for (let at = 0; at < params.length; at++) {
    const value = step[at + 1]
    const param = params[at]
    if (value === undefined || param === undefined) throw new Error('A step has too few arguments.')
    const result = value !== null && typeof value === 'object' && !isArray(value) ? value.$result : undefined
    args[at] = typeof result === 'number' ? raw[result] : decode(param, value)
  }
  return args
}
