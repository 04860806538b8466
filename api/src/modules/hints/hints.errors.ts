import { ProblemError } from '../../shared/errors.ts'
import type { AnswerFailure } from '../model-client/model-failures.ts'

export function noModel(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'hint.no_model',
    title: 'There is no model to ask',
    detail: 'This Codify works without a language model. The hints of the exercise are there all the same.',
  })
}

export function modelTurnedOff(): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'hint.turned_off',
    title: 'The model is turned off for now',
    detail: 'The hints of the exercise are there all the same.',
    headers: { 'retry-after': '300' },
  })
}

export function modelResting(): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'hint.resting',
    title: 'The model is left alone for half a minute',
    detail:
      'It failed several times in a row. Try again in 30 seconds; the hints of the exercise are there all the same.',
    headers: { 'retry-after': '30' },
  })
}

export function hintRunning(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'hint.running',
    title: 'An answer is being written already',
    detail: 'One at a time: wait until it has ended, or stop it.',
  })
}

export function dailyHints({ limit, seconds }: { limit: number; seconds: number }): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'hint.daily_limit',
    title: 'Enough for today',
    detail: `At most ${limit} answers a day. The hints of the exercise are there all the same.`,
    headers: { 'retry-after': String(seconds) },
  })
}

export function modelBudget({ of, seconds }: { of: 'learner' | 'instance'; seconds: number }): ProblemError {
  return new ProblemError({
    status: of === 'learner' ? 429 : 503,
    code: `hint.${of}_budget`,
    title: 'The model has been asked enough for today',
    detail:
      of === 'learner'
        ? 'Your calls to the model are used up for today. The hints of the exercise are there all the same.'
        : 'What this Codify may ask the model in a day is used up. The hints of the exercise are there all the same.',
    headers: { 'retry-after': String(seconds) },
  })
}

export function notAccepted(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'hint.not_accepted',
    title: 'Accepted code is reviewed',
    detail: 'A review is of code that passed all tests: submit this first.',
  })
}

/** Why there is no answer, in words for the learner. */
export const failureDetails: Record<AnswerFailure | 'only_code' | 'own_rules' | 'not_kept', string> = {
  timeout: 'The model did not answer in time.',
  refused: 'The model declined to answer.',
  truncated: 'The model’s answer was cut short.',
  filtered: 'The model’s answer was held back by its provider.',
  unreadable: 'The model’s answer could not be read.',
  too_large: 'The model’s answer was far too long.',
  question_too_long: 'Your code is longer than what this model reads at once.',
  quota: 'The account of this Codify with the model’s provider has nothing left for now.',
  rejected: 'The model’s server did not accept the question.',
  unreachable: 'The model could not be reached.',
  only_code: 'The model gave the solution instead of a hint, so it is not shown.',
  own_rules: 'The model repeated its instructions instead of helping, so it is not shown.',
  not_kept: 'The answer could not be kept.',
}
