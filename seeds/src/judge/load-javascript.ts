import type { Job, Problem } from './judge.types.ts'
import { INTERVIEW_FUNCTION } from './judge.types.ts'
import { describeThrown } from './learner-error.ts'
import { GraphNode, ListNode, TreeNode } from './nodes.ts'
import { construct, isArray, ownKeys, reflectApply, reflectGet, toLowerCase } from './primordials.ts'
import { snakeCase } from './python-names.ts'
import { stripTypes } from './strip-types.ts'

export type Callable = (...args: unknown[]) => unknown

/** Runs a learner's code once and finds in it what the tests call. */
export function loadJavaScript(job: Job, console: object): { run: Callable } | { problem: Problem } {
  const { name, kind } = job.call
  const stripped = stripTypes(job.language === 'typescript' ? 'typescript' : 'javascript', job.code)
  if ('problem' in stripped) return stripped
  const names = namesOf(job)
  const wanted = [...names, 'Solution'].map((one) => `typeof ${one} === "undefined" ? undefined : ${one}`)
  // Strict, as modules are; on the learner's own first line, so that lines count as theirs do; and in a function within the
  // one whose parameters are the names given, so that a class ListNode of the learner's own may stand beside ours.
  const body = `return (() => {"use strict";${stripped.code}\nreturn [${wanted.join(', ')}]})()\n//# sourceURL=solution.js`
  const module: { exports: unknown } = { exports: {} }
  let found: unknown
  try {
    const given = ['ListNode', 'TreeNode', 'GraphNode', 'console', 'module', 'exports', 'require']
    const make = new Function(...given, body)
    found = make(ListNode, TreeNode, GraphNode, console, module, module.exports, refuseImport)
  } catch (thrown) {
    return { problem: describeThrown(thrown, job.code) }
  }
  // From here on nothing is asked of a prototype: it may be the learner's by now.
  const values = isArray(found) ? found : []
  let other = false
  const exported = exportsOf(module.exports, names)
  for (const list of [values, exported]) {
    const most = list === values ? names.length : list.length
    for (let at = 0; at < most; at++) {
      const value = list[at]
      if (isCallable(value)) return { run: value }
      if (value !== undefined) other = true
    }
  }
  const method = kind === 'function' ? methodOf(values[names.length], names) : undefined
  if (method !== undefined) return { run: method }
  const message = other
    ? `\`${name}\` is no ${kind}; the tests call it by that name.`
    : `There is no ${kind} \`${name}\`; the tests call it by that name.`
  return { problem: { message } }
}

/** Names that what is called may have: as in the exercise, in another way of writing, as in an interview. */
function namesOf({ call, code }: Job): string[] {
  const written = [...code.matchAll(/\b(?:function\s*\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)/g)]
    .map(([, one = '']) => one)
    .filter((one) => plain(one) === plain(call.name))
  const names =
    call.kind === 'function' ? [call.name, snakeCase(call.name), ...written] : [call.name, ...written]
  return [...new Set(call.kind === 'function' ? [...names, INTERVIEW_FUNCTION] : names)]
}

function exportsOf(exports: unknown, names: string[]): unknown[] {
  if (typeof exports === 'function') return [exports]
  if (typeof exports !== 'object' || exports === null) return []
  const values: unknown[] = []
  for (let at = 0; at < names.length; at++) values[at] = reflectGet(exports, names[at] ?? '')
  values[values.length] = reflectGet(exports, 'default')
  return values
}

/** As coding sites write it: a class Solution with the function as its method, or its only one; made new for each call. */
function methodOf(solution: unknown, names: string[]): Callable | undefined {
  if (!isCallable(solution)) return undefined
  const holders: unknown[] = [solution.prototype, solution]
  for (let at = 0; at < holders.length; at++) {
    const holder = holders[at]
    if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) continue
    const name = methodName(holder, names)
    if (name === undefined) continue
    return (...args) => {
      const self: object = holder === solution ? solution : construct(solution, [])
      const act: unknown = reflectGet(self, name)
      return isCallable(act) ? reflectApply(act, self, args) : undefined
    }
  }
  return undefined
}

function methodName(holder: object, names: string[]): PropertyKey | undefined {
  const keys = ownKeys(holder)
  let only: PropertyKey | undefined
  let count = 0
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]
    if (typeof key !== 'string' || key === 'constructor' || !isCallable(reflectGet(holder, key))) continue
    for (let name = 0; name < names.length; name++) if (plain(names[name] ?? '') === plain(key)) return key
    only = key
    count++
  }
  return count === 1 ? only : undefined
}

/** Without underlines and in small letters, by hand. */
function plain(name: string): string {
  let text = ''
  for (let at = 0; at < name.length; at++) if (name[at] !== '_') text += toLowerCase(name[at] ?? '')
  return text
}

function refuseImport(name: unknown): never {
  throw new Error(`"${String(name)}" cannot be imported: everything stands in this one file.`)
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function'
}
