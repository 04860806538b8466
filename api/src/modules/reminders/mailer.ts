import { createTransport } from 'nodemailer'
import type { Mail } from './reminders.models.ts'

/** Sends one mail; throws when the server did not take it. */
export type Mailer = (options: { to: string; mail: Mail }) => Promise<void>

const PATIENCE_MS = 15_000

export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  return async ({ to, mail }) => {
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    })
    try {
      await transport.sendMail({ to, from, ...mail })
    } finally {
      transport.close()
    }
  }
}
