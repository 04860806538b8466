import { ProblemError } from '../../shared/errors.ts'

export function accountNotEmpty(holds: string[]): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'import.account_not_empty',
    title: 'The account is not empty',
    detail: `A file is read into an empty account only, and this one has: ${holds.map(uncapitalised).join(', ')}. Nothing was changed. Delete your data first (DELETE /v1/me), or use another account.`,
  })
}

function uncapitalised(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

export function uploadTooSlow(): ProblemError {
  return new ProblemError({
    status: 408,
    code: 'import.too_slow',
    title: 'The file came too slowly',
    detail: 'Nothing was changed. Try again over a faster connection.',
  })
}

export function importBusy(): ProblemError {
  return new ProblemError({
    status: 503,
    code: 'import.busy',
    title: 'Other files are being read',
    detail: 'Nothing was changed. Try again in ten seconds.',
    headers: { 'retry-after': '10' },
  })
}

export function importTooMuch(): ProblemError {
  return new ProblemError({
    status: 413,
    code: 'import.too_much',
    title: 'The file is too much',
    detail:
      'Reading it takes more memory or time than one file may have. Nothing was changed. Give the file that the export made, as it is.',
  })
}
