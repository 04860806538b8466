import net from 'node:net'
import { type Finding, note, ok, problem, reasonOf } from './finding.ts'

type Env = Record<string, string>
const ANSWERS_WITHIN_MS = 5_000

/** Opens a connection to the mail server; no mail is sent. */
export async function checkMail(env: Env): Promise<Finding[]> {
  if (!env.SMTP_URL)
    return [
      note('Mail', 'none (SMTP_URL is not set): the sign-in link is shown on the page, on this machine only'),
    ]
  const { hostname, port, protocol } = new URL(env.SMTP_URL)
  const sender = env.EMAIL_FROM ? [] : [note('Mail', 'EMAIL_FROM is not set: mail carries a default sender')]
  const failure = await connect(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587))
  return failure === undefined
    ? [ok('Mail', 'the server at SMTP_URL takes connections'), ...sender]
    : [
        problem('Mail', `SMTP_URL: the server cannot be reached (${failure}); sign-in links cannot be sent`),
        ...sender,
      ]
}

/** A provider needs both of its values. */
export function checkProviders(env: Env): Finding[] {
  return ['GOOGLE', 'GITHUB'].map((name) => {
    const part = `Sign-in: ${name === 'GOOGLE' ? 'Google' : 'GitHub'}`
    const missing = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`].filter((variable) => !env[variable])
    if (missing.length === 0) return ok(part, 'offered')
    if (missing.length === 2) return note(part, 'not offered (its variables are not set)')
    return problem(part, `${missing[0]} is missing; the start refuses half a provider`)
  })
}

function connect(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: ANSWERS_WITHIN_MS })
    const done = (failure?: string) => {
      socket.destroy()
      resolve(failure)
    }
    socket.once('connect', () => done())
    socket.once('timeout', () => done('ETIMEDOUT'))
    socket.once('error', (error) => done(reasonOf(error)))
  })
}
