import { ProblemError } from '../../shared/errors.ts'

export function notModerator(): ProblemError {
  return new ProblemError({
    status: 403,
    code: 'moderation.not_moderator',
    title: 'For moderators only',
    detail: 'The operator names moderators by their email address in MODERATOR_EMAILS.',
  })
}

export function ownComment(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'moderation.own_comment',
    title: 'Your own comment',
    detail: 'Edit or delete it instead; another moderator decides about reports of it.',
  })
}

export function tooManyReports(): ProblemError {
  return new ProblemError({
    status: 429,
    code: 'moderation.too_many_reports',
    title: 'Too many reports',
    detail: 'This report was not kept. You can report again tomorrow.',
    headers: { 'retry-after': '3600' },
  })
}
