/** JSON values: inputs, expected results and encoded results. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type Parameter = { name: string; type: string }
export type Method = { name: string; params: Parameter[]; returns: string }

/** How the tests call the learner's code. Names are those of TypeScript; Python's are made from them. */
export type Call =
  | { kind: 'function'; name: string; params: Parameter[]; returns: string }
  | { kind: 'class'; name: string; constructor: Parameter[]; methods: Method[] }

/**
 * Name of the function in an interview, where its own name would give too much away. Code written there runs under this
 * name everywhere.
 */
export const INTERVIEW_FUNCTION = 'solve'

export type CompareRule =
  | 'exact'
  | 'unordered'
  | 'unordered-deep'
  | 'float'
  | 'one-of'
  | 'clone'
  | { node_of: number }

export type Step = Json[] | { each: string; over: Json }
export type TestInput = { args: Json[] } | { steps: Step[] }

/** Part of an exercise that the judge needs. */
export type ExerciseRules = {
  call: Call
  compare: CompareRule
  /** Compares this argument after the call instead of the return value. */
  result?: { argument: number } | undefined
}

export const languages = ['javascript', 'typescript', 'python'] as const
export type Language = (typeof languages)[number]

/** One run of a learner's code over some inputs. What is expected is not in it: the code cannot look it up. */
export type Job = ExerciseRules & {
  language: Language
  code: string
  inputs: TestInput[]
  /** By place of the input: a smaller one of its kind, by which one sees how a program grows. */
  families?: (Family | null)[]
}

/** A smaller input, timed when the large one took over `fromMs`; `most` is how many times as long the large one may take. */
export type Family = { small: TestInput; fromMs: number; most: number }

/** Message to a learner about their code. `step`: the step of a class test, from 0. */
export type Problem = { message: string; line?: number | undefined; step?: number | undefined }

/** `ms` is the learner's own time. */
export type Outcome = { printed: string; ms: number } & (
  | {
      ok: true
      /** The result, encoded, as JSON text. */
      value: string
      /** True if the result (for a clone: any node of it) is a node of the input. */
      fromInput: boolean
      /** The time of the smaller input of the family, where it was run. */
      smallMs?: number | undefined
    }
  | {
      ok: false
      problem: Problem
      /** The language broke down: no test can follow. */
      isFatal?: boolean | undefined
    }
)

/** Messages of a run in progress. */
export type RunMessage =
  /** Comes first: limits of time are multiplied by it. */
  | { type: 'calibrated'; factor: number }
  | { type: 'refused'; problem: Problem }
  | { type: 'started'; index: number }
  /** From here on the learner's time runs, of which some is used, in code or in a promise it waits for; or it stands still. */
  | { type: 'phase'; phase: 'call' | 'wait' | 'prepare'; usedMs: number }
  | { type: 'finished'; index: number; outcome: Outcome }
  | { type: 'done' }

export type Verdict = { status: 'passed' | 'failed' | 'error' | 'timeout'; message?: string; line?: number }
