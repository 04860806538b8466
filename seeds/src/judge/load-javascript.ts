import type { Job, Problem } from './judge.types.ts'
import { INTERVIEW_FUNCTION } from './judge.types.ts'
import { describeThrown } from './learner-error.ts'
import { GraphNode, ListNode, TreeNode } from './nodes.ts'
import { construct, reflectApply } from './primordials.ts'
import { snakeCase } from './python-names.ts'
import { stripTypes } from './strip-types.ts'

export type Callable = (...args: unknown[]) => unknown

/** Runs a learner's code once and finds in it what the tests call. */
export function loadJavaScript(job: Job, console: object): { run: Callable } | { problem: Problem } {
  const { name, kind } = job.call
  const stripped = stripTypes(job.language === 'typescript' ? 'typescript' : 'javascript', job.code)
  if ('problem' in stripped) return stripped
  const names = namesOf(job)
  const values = [...names, 'Solution'].map((one) => `typeof ${one} === "undefined" ? undefined : ${one}`)
  // Strict, as modules are; on the learner's own first line, so that lines count as theirs do; and in a function within the
  // one whose parameters are the names given, so that a class ListNode of the learner's own may stand beside ours.
  const body = `return (() => {"use strict";${stripped.code}\nreturn [${values.join(', ')}]})()\n//# sourceURL=solution.js`
  const module: { exports: unknown } = { exports: {} }
  let found: unknown[]
  try {
    const given = ['ListNode', 'TreeNode', 'GraphNode', 'console', 'module', 'exports', 'require']
    const make = new Function(...given, body)
    found = make(ListNode, TreeNode, GraphNode, console, module, module.exports, refuseImport) ?? []
  } catch (thrown) {
    return { problem: describeThrown(thrown, job.code) }
  }
  const exported = exportsOf(module.exports, names)
  const solution = found[names.length]
  const candidates = [...found.slice(0, names.length), ...exported]
  const run = candidates.find(isCallable) ?? (kind === 'function' ? methodOf(solution, names) : undefined)
  if (run !== undefined) return { run }
  const message = candidates.some((one) => one !== undefined)
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

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}

function exportsOf(exports: unknown, names: string[]): unknown[] {
  if (typeof exports === 'function') return [exports]
  if (typeof exports !== 'object' || exports === null) return []
  const all = new Map(Object.entries(exports))
  return [...names.map((one) => all.get(one)), all.get('default')]
}

/** As coding sites write it: a class Solution with the function as its method, or its only one; made new for each call. */
function methodOf(solution: unknown, names: string[]): Callable | undefined {
  if (!isCallable(solution)) return undefined
  for (const holder of [solution.prototype, solution]) {
    if (typeof holder !== 'object' && typeof holder !== 'function') continue
    const methods = Object.getOwnPropertyNames(holder).filter(
      (one) =>
        !['constructor', 'prototype', 'name', 'length'].includes(one) && isCallable(Reflect.get(holder, one)),
    )
    const named = methods.find((one) => names.some((name) => plain(name) === plain(one)))
    const method = named ?? (methods.length === 1 ? methods[0] : undefined)
    if (method === undefined) continue
    return (...args) => {
      const self: object = holder === solution ? solution : construct(solution, [])
      const act: unknown = Reflect.get(self, method)
      return isCallable(act) ? reflectApply(act, self, args) : undefined
    }
  }
  return undefined
}

function refuseImport(name: unknown): never {
  throw new Error(`"${String(name)}" cannot be imported: everything stands in this one file.`)
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function'
}
