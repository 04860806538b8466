import 'server-only'
import { createTransport } from 'nodemailer'
import { getConfig } from '../config.ts'
import { askingBrowser, browserMark } from './asking-browser.ts'
import { confirmLinkOf } from './confirm-link.ts'
import { keepShownLink } from './shown-link.ts'
import { signInEmail } from './sign-in-email.ts'

const patienceMilliseconds = 15_000

/** Mails the link; on a machine without a mail server (loopback only) the asking browser is shown it instead. */
export async function sendSignInLink({
  email,
  callbackLink,
}: {
  email: string
  callbackLink: string
}): Promise<void> {
  const { publicUrl, smtpUrl, emailFrom } = getConfig()
  const browser = await askingBrowser()
  if (!browser) throw new Error('the browser that asks for a link is not known')
  const link = confirmLinkOf({ callbackLink, publicUrl, browser: browserMark(browser) })
  if (!smtpUrl) return keepShownLink(link)
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
  })
  try {
    const message = signInEmail({ link, host: new URL(publicUrl).host })
    await transport.sendMail({ to: email, from: emailFrom, ...message })
  } finally {
    transport.close()
  }
}
