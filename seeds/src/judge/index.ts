export { expandInput } from './expand-input.ts'
export { expand } from './generators.ts'
export type {
  ExerciseRules,
  Job,
  Json,
  Language,
  RunMessage,
  TestInput,
  Verdict,
} from './judge.types.ts'
export { INTERVIEW_FUNCTION, languages } from './judge.types.ts'
export { judgeOutcome, timeLimitOf, tooSlow } from './judge-outcome.ts'
export { snakeCase } from './python-names.ts'
