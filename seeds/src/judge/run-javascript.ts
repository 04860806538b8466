import { calibrateJavaScript } from './calibrate.ts'
import { decode } from './decode.ts'
import { encode, isSmall } from './encode.ts'
import { findNode, hasNodeOf } from './find-node.ts'
import type { ExerciseRules, Job, Json, Outcome, Step, TestInput } from './judge.types.ts'
import { describeThrown } from './learner-error.ts'
import { type Callable, isCallable, loadJavaScript } from './load-javascript.ts'
import { construct, isArray, now, reflectApply } from './primordials.ts'
import { createPrintCapture } from './print-capture.ts'
import { runTests, type Tell } from './run-tests.ts'
import { createSettling, type Settling, type Uncaught } from './settle.ts'
import { ShapeError } from './shape-error.ts'
import { createTimer, type Timer } from './timer.ts'
import { type TypedCall, typedCall } from './typed-call.ts'
import type { ValueType } from './value-types.ts'

type Surroundings = {
  /** Milliseconds; the machine's own unless a test says otherwise. */
  clock?: () => number
  /** Listens to errors that nobody caught. */
  onUncaught?: Uncaught
}

/** Runs a job from its first test to its last, and tells each step. Nothing here ends a loop: that is the watchdog's. */
export async function runJavaScript(
  job: Job & { language: 'javascript' | 'typescript' },
  tell: Tell,
  { clock = now, onUncaught }: Surroundings = {},
): Promise<void> {
  // Deep recursion and too many arguments are the same error; how many calls stand in it tells them apart.
  Error.stackTraceLimit = 50
  const factor = calibrateJavaScript(clock)
  tell({ type: 'calibrated', factor })
  const capture = createPrintCapture(clock)
  const call = typedCall(job.call)
  const settling = createSettling(onUncaught)
  const loaded = loadJavaScript(job, capture.console)
  if ('problem' in loaded) {
    tell({ type: 'refused', problem: loaded.problem })
    return
  }
  const run = (input: TestInput) =>
    runTest({
      job,
      call,
      input,
      settling,
      run: loaded.run,
      timer: createTimer(tell, clock),
      take: capture.take,
    })
  await runTests({ job, factor, tell, run })
  tell({ type: 'done' })
}

type Running = {
  job: ExerciseRules & { code: string }
  call: TypedCall
  input: TestInput
  run: Callable
  timer: Timer
  settling: Settling
}

async function runTest({ take, ...running }: Running & { take: () => string }): Promise<Outcome> {
  const { timer } = running
  try {
    const done =
      'steps' in running.input ? await runSteps(running, running.input.steps) : await runOnce(running)
    return { ok: true, ...done, printed: take(), ms: timer.ms() }
  } catch (thrown) {
    const [error, step] = thrown instanceof StepError ? [thrown.thrown, thrown.step] : [thrown, undefined]
    const problem =
      error instanceof ShapeError ? { message: error.message } : describeThrown(error, running.job.code)
    return {
      ok: false,
      problem: { ...problem, ...(step !== undefined && { step }) },
      printed: take(),
      ms: timer.ms(),
    }
  }
}

/** Something thrown in a step of a class test. */
class StepError {
  step: number
  thrown: unknown
  constructor(step: number, thrown: unknown) {
    this.step = step
    this.thrown = thrown
  }
}

type Done = { value: string; fromInput: boolean }

/** The learner's own time: the call, what is waited for, and what is lazy. */
async function timed({ timer, settling }: Running, act: () => unknown): Promise<unknown> {
  timer.begin()
  try {
    const result = act()
    if (!settling.isUnsettled(result)) return result
    return await settling.settle(result, () => timer.wait())
  } finally {
    timer.end()
  }
}

async function runOnce(running: Running): Promise<Done> {
  const { job, call, input, run, timer } = running
  if (call.kind !== 'function' || !('args' in input)) throw new Error('A function is called with args.')
  const { params: types, names, returns } = call
  const args = decodeArgs(types, input.args)
  const returned = await timed(running, () => reflectApply(run, undefined, args))
  timer.prepare()
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
  const value = encode({ type, value: returned, subject, free: freedom(job) })
  return { value, fromInput: job.compare === 'clone' && hasNodeOf(args, returned) }
}

/** How deep a result's order is free: there a Set will do. */
function freedom({ compare }: ExerciseRules): 'none' | 'top' | 'deep' {
  if (compare === 'unordered') return 'top'
  return compare === 'unordered-deep' ? 'deep' : 'none'
}

type OneNode = { type: ValueType; value: unknown; subject: string; args: unknown[]; of: number }

/** A node stands for itself, not for what hangs under it: its value, and whether it is the input's own. */
function encodeNode({ type, value, subject, args, of }: OneNode): Done {
  if (value === null || value === undefined) return { value: 'null', fromInput: false }
  const fromInput = hasNodeOf([args[of]], value, 'itself')
  // A result without the fields of a node is refused here, by name.
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

async function runSteps(running: Running, steps: Step[]): Promise<Done> {
  const { call } = running
  if (call.kind !== 'class') throw new Error('Only a class is tested by steps.')
  const made: Made = { raw: [], instance: null }
  let value = '['
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]
    if (step === undefined) break
    try {
      value += (at > 0 ? ',' : '') + (await runStep({ running, call, step, at, made }))
    } catch (thrown) {
      throw new StepError(at, thrown)
    }
  }
  return { value: `${value}]`, fromInput: false }
}

type ClassCall = Extract<TypedCall, { kind: 'class' }>
type Each = Exclude<Step, Json[]>
/** Results of the steps before, unencoded, and the instance. */
type Made = { raw: unknown[]; instance: object | null }
type OneStep = { running: Running; call: ClassCall; step: Step; at: number; made: Made }

/** The result of a step, encoded. */
async function runStep({ running, call, step, at, made }: OneStep): Promise<string> {
  const { run, timer } = running
  if (!isArray(step)) {
    await callEach({ running, call, instance: made.instance, step })
    return 'null'
  }
  const name = step[0]
  if (made.instance === null || name === call.name) {
    const args = stepArgs({ params: call.params, step, raw: made.raw, timer })
    const instance = await timed(running, () => construct(run, args))
    if (typeof instance !== 'object' || instance === null)
      throw new ShapeError(`\`new ${call.name}\` gave no object.`)
    made.instance = instance
    return 'null'
  }
  const { method, act } = methodOf({ call, instance: made.instance, name })
  const args = stepArgs({ params: method.params, step, raw: made.raw, timer })
  made.raw[at] = await timed(running, () => reflectApply(act, made.instance, args))
  if (!isSmall(method.returns)) timer.prepare()
  const subject = `\`${method.name}\` returned`
  return encode({ type: method.returns, value: made.raw[at], subject, free: freedom(running.job) })
}

async function callEach({
  running,
  call,
  instance,
  step,
}: {
  running: Running
  call: ClassCall
  instance: object | null
  step: Each
}) {
  const { method, act } = methodOf({ call, instance, name: step.each })
  const type = method.params[0]
  if (type === undefined) throw new Error('A method that is called for each value takes one.')
  running.timer.prepare()
  const over = isArray(step.over) ? step.over : []
  const inputs: unknown[] = []
  for (let at = 0; at < over.length; at++) inputs[at] = decode(type, over[at] ?? null)
  await timed(running, () => {
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

type StepArgs = { params: ValueType[]; step: Json[]; raw: unknown[]; timer: Timer }

function stepArgs({ params, step, raw, timer }: StepArgs): unknown[] {
  for (let at = 0; at < params.length; at++) {
    const param = params[at]
    if (param !== undefined && !isSmall(param)) timer.prepare()
  }
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
