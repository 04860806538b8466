import { invalidRequest, ProblemError } from '../../shared/errors.ts'

export function reminderNotYours(): ProblemError {
  return invalidRequest([
    { field: 'email', message: 'Not the address you sign in with; reminders go nowhere else.' },
  ])
}

export function mailUnavailable(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'reminder.mail_unavailable',
    title: 'No mail can be sent',
    detail: 'The operator of this installation has set up no mail server (SMTP_URL).',
  })
}
