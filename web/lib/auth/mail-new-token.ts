import 'server-only'
import { newTokenSchema } from '@codify/api/contract'
import { after } from 'next/server'
import { getConfig } from '../config.ts'
import { getLogger } from '../logger.ts'
import { routes } from '../routes.ts'
import { sendMail } from '../send-mail.ts'
import { newTokenEmail } from './new-token-email.ts'

/**
 * Mails the learner, after the answer is sent, that a personal token was made. Without a mail server nothing happens; a
 * mail that cannot be sent is logged. `answer` is the body of the API's answer.
 */
export function mailNewToken({ email, answer }: { email: string; answer: unknown }): void {
  const { publicUrl, smtpUrl } = getConfig()
  if (!smtpUrl) return
  const { name, prefix, scopes, expires_at } = newTokenSchema.parse(answer)
  const message = newTokenEmail({ name, prefix, scopes, expires_at, page: publicUrl + routes.tokens })
  after(() =>
    sendMail({ to: email, message }).catch((err: unknown) =>
      getLogger().error({ err }, 'the mail about a new token was not sent'),
    ),
  )
}
