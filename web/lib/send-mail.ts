import 'server-only'
import { createTransport } from 'nodemailer'
import { getConfig } from './config.ts'

const patienceMilliseconds = 15_000

export type Message = { subject: string; text: string; html?: string }

/** Sends one mail by the configured server. Throws when it was not taken, or none is configured. */
export async function sendMail({ to, message }: { to: string; message: Message }): Promise<void> {
  const { smtpUrl, emailFrom } = getConfig()
  if (!smtpUrl) throw new Error('no mail server is configured')
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
  })
  try {
    await transport.sendMail({ to, from: emailFrom, ...message })
  } finally {
    transport.close()
  }
}
