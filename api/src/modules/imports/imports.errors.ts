import { ProblemError } from '../../shared/errors.ts'

export function accountNotEmpty(holds: string[]): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'import.account_not_empty',
    title: 'The account is not empty',
    detail: `A file is read into an empty account only, and this one has: ${holds.join(', ')}. Nothing was changed. Delete your data first (DELETE /v1/me), or use another account.`,
  })
}
