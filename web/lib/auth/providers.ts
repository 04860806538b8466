import 'server-only'
import { normaliseEmail } from '@codify/api/contract'
import type { AuthOptions } from 'next-auth'
import EmailProvider from 'next-auth/providers/email'
import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { z } from 'zod'
import { getConfig } from '../config.ts'
import type { WebConfig } from '../parse-config.ts'
import { githubProfile, googleProfile, primaryEmail } from './provider-profiles.ts'
import { sendSignInLink } from './send-sign-in-link.ts'
import { linkMinutes } from './sign-in-email.ts'

/** For each call to a provider; a person waits for two or three of them. */
const patienceMilliseconds = 5_000

type Providers = AuthOptions['providers']

/** Those that are configured; email always is, and its link leaves once its token is `stored`. */
export function createProviders({ stored }: { stored: Promise<void> }): Providers {
  const { google, github } = getConfig()
  const byEmail = EmailProvider({
    maxAge: linkMinutes * 60,
    normalizeIdentifier(given) {
      const address = normaliseEmail(given)
      if (address === null) throw new Error('not an email address that can be trusted')
      return address
    },
    async sendVerificationRequest({ identifier, url }) {
      await stored
      await sendSignInLink({ email: identifier, callbackLink: url })
    },
  })
  return [byEmail, ...(google ? [byGoogle(google)] : []), ...(github ? [byGitHub(github)] : [])]
}

function byGoogle({ clientId, clientSecret, issuer }: NonNullable<WebConfig['google']>): Providers[number] {
  return GoogleProvider({
    clientId,
    clientSecret,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: patienceMilliseconds },
    profile: googleProfile,
  })
}

function byGitHub({
  clientId,
  clientSecret,
  url,
  apiUrl,
}: NonNullable<WebConfig['github']>): Providers[number] {
  return GitHubProvider({
    clientId,
    clientSecret,
    issuer: `${url}/login/oauth`,
    authorization: { url: `${url}/login/oauth/authorize`, params: { scope: 'read:user user:email' } },
    token: `${url}/login/oauth/access_token`,
    userinfo: {
      url: `${apiUrl}/user`,
      async request({ client, tokens }) {
        const accessToken = accessTokenOf(tokens)
        const profile = await client.userinfo(accessToken)
        return { ...profile, ...primaryEmail(await readEmails(apiUrl, accessToken)) }
      },
    },
    checks: ['pkce', 'state'],
    httpOptions: { timeout: patienceMilliseconds },
    profile: githubProfile,
  })
}

/** GitHub refuses a code with status 200 and an error in the place of the token. */
function accessTokenOf(tokens: unknown): string {
  const given = z.object({ access_token: z.string().optional(), error: z.string().optional() }).parse(tokens)
  if (given.access_token === undefined) throw new Error(given.error ?? 'no access token')
  return given.access_token
}

/** The answer of `/user/emails`; null where a person or an organisation does not let us read it. */
async function readEmails(apiUrl: string, accessToken: string): Promise<unknown> {
  const answer = await fetch(`${apiUrl}/user/emails?per_page=100`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(patienceMilliseconds),
    cache: 'no-store',
  })
  if (answer.ok) return answer.json()
  if (answer.status === 403 || answer.status === 404) return null
  throw new Error(`GitHub's list of addresses: got: ${answer.status}`)
}
