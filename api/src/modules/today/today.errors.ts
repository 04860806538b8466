import { ProblemError } from '../../shared/errors.ts'

export function itemNotFound(): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'plan.item_not_found',
    title: 'No such item',
    detail: 'Your current plan has no open item by this id; see GET /v1/today.',
  })
}

export function itemFinished(detail: string): ProblemError {
  return new ProblemError({ status: 409, code: 'plan.item_finished', title: 'It is finished', detail })
}

export function nothingAlike(detail: string): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.nothing_alike',
    title: 'Nothing like it is left',
    detail,
  })
}

export function noRoom(detail: string): ProblemError {
  return new ProblemError({ status: 409, code: 'plan.no_room', title: 'There is no room for it', detail })
}

export function notProven(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.not_proven',
    title: 'The plan could not be changed so',
    detail:
      'The change would break a rule that every plan keeps, so your plan stays as it was. Make a new plan instead.',
  })
}

export function planOver(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.not_under_way',
    title: 'No plan is under way',
    detail: 'There is no current plan, or its days are over. Make a new one with POST /v1/plans.',
  })
}

export function revisionNotNewest(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'plan.revision_not_newest',
    title: 'The plan has changed since',
    detail: 'Only the newest change can be undone. Read GET /v1/today for the newest state.',
  })
}

export function tooBusy(): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'plan.busy',
    title: 'The plan is being changed elsewhere',
    detail: 'Nothing was changed. Try again in a second.',
    headers: { 'retry-after': '1' },
  })
}
