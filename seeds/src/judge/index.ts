export { decode } from './decode.ts'
export { expandInput } from './expand-input.ts'
export { expand } from './generators.ts'
export { familyOf } from './growth.ts'
export type {
  ExerciseRules,
  Family,
  Job,
  Json,
  Language,
  RunMessage,
  TestInput,
  Verdict,
} from './judge.types.ts'
export { INTERVIEW_FUNCTION, languages } from './judge.types.ts'
export {
  type JudgedTest,
  judgeOutcome,
  neverBegan,
  timeLimitOf,
  tooSlow,
  waitedInVain,
} from './judge-outcome.ts'
export { programJob } from './program-job.ts'
export { snakeCase } from './python-names.ts'
export { typeOf } from './value-types.ts'
