import 'server-only'
import { getConfig } from '../config.ts'
import { sendMail } from '../send-mail.ts'
import { askingBrowser, browserMark } from './asking-browser.ts'
import { confirmLinkOf } from './confirm-link.ts'
import { keepShownLink } from './shown-link.ts'
import { signInEmail } from './sign-in-email.ts'

/** Mails the link; on a machine without a mail server (loopback only) the asking browser is shown it instead. */
export async function sendSignInLink({
  email,
  callbackLink,
}: {
  email: string
  callbackLink: string
}): Promise<void> {
  const { publicUrl, smtpUrl } = getConfig()
  const browser = await askingBrowser()
  if (!browser) throw new Error('the browser that asks for a link is not known')
  const link = confirmLinkOf({ callbackLink, publicUrl, browser: browserMark(browser) })
  if (!smtpUrl) return keepShownLink(link)
  await sendMail({ to: email, message: signInEmail({ link, host: new URL(publicUrl).host }) })
}
