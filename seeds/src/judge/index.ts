export { canonical } from './compare.ts'
export { digest } from './digest.ts'
export { expand, GeneratorError } from './generators.ts'
export type {
  Call,
  CompareRule,
  ExerciseRules,
  Job,
  Json,
  Language,
  Outcome,
  Problem,
  RunMessage,
  TestInput,
  Verdict,
} from './judge.types.ts'
export { languages } from './judge.types.ts'
export { judgeOutcome, timeLimitOf, tooSlow } from './judge-outcome.ts'
export { pythonHarness } from './python-harness.ts'
export { snakeCase } from './python-names.ts'
export { runJavaScript } from './run-javascript.ts'
export { expandInput, type Python, runPython } from './run-python.ts'
export { parseType } from './value-types.ts'
