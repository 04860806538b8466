import { ProblemError } from '../../shared/errors.ts'

export function planNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'plan.not_found',
    title: 'No such plan',
    detail: 'You have no plan by this name; make one with POST /v1/plans.',
  })
}

export function intakeMissing(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.intake_missing',
    title: 'The intake comes first',
    detail: 'A plan is made from your intake: PUT /v1/intake, then ask again.',
  })
}

/** `field`: that of the intake to change, where it is known. */
export function nothingToPlan(detail: string, field?: string): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.nothing_to_plan',
    title: 'The intake leaves nothing to plan',
    detail,
    ...(field === undefined ? {} : { errors: [{ field, message: detail }] }),
  })
}

export function planDeclined(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.declined',
    title: 'You declined this plan',
    detail: 'A declined plan is not taken up again; make a new one with POST /v1/plans.',
  })
}

export function planSuperseded(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.superseded',
    title: 'This plan was replaced',
    detail: 'A newer plan took its place; make a new one with POST /v1/plans.',
  })
}

export function planNotPast(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.not_past',
    title: 'This plan is not an old one',
    detail: 'It is current, or waits to be accepted. Restore a plan that another one replaced.',
  })
}

export function dailyLimit({
  limit,
  retryAfterSeconds,
}: {
  limit: number
  retryAfterSeconds: number
}): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'plan.daily_limit',
    title: 'Enough plans for today',
    detail: `At most ${limit} new plans in 24 hours. Your present plan stays as it is.`,
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
}

export function generationFailed(): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'plan.generation_failed',
    title: 'The plan could not be made',
    detail: 'Nothing was changed. Try again in a minute.',
    headers: { 'retry-after': '60' },
  })
}
