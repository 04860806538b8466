import 'server-only'
import { createTransport } from 'nodemailer'
import { getConfig } from '../config.ts'
import { confirmLinkOf } from './confirm-link.ts'
import { createMailLimit } from './mail-limit.ts'
import { keepShownLink } from './shown-link.ts'
import { linkMinutes, signInEmail } from './sign-in-email.ts'

const patienceMilliseconds = 15_000

const mayMail = createMailLimit({ most: 5, windowMilliseconds: linkMinutes * 60_000, now: Date.now })

/** Mails the link; on a machine without a mail server (loopback only) the asking browser is shown it instead. */
export async function sendSignInLink({
  email,
  callbackLink,
}: {
  email: string
  callbackLink: string
}): Promise<void> {
  const { publicUrl, smtpUrl, emailFrom } = getConfig()
  const link = confirmLinkOf(callbackLink, publicUrl)
  if (!smtpUrl) return keepShownLink(link)
  if (!mayMail(email)) throw new Error('too many sign-in links for one address')
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
  })
  try {
    const message = signInEmail({ link, host: new URL(publicUrl).host })
    await transport.sendMail({ to: email, from: emailFrom, ...message })
  } finally {
    transport.close()
  }
}
