import 'server-only'
import { normaliseEmail } from '@codify/api/contract'
import type { AuthOptions } from 'next-auth'
import EmailProvider from 'next-auth/providers/email'
import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { z } from 'zod'
import { getConfig } from '../config.ts'
import { primaryVerifiedEmail } from './github-email.ts'
import { sendSignInLink } from './send-sign-in-link.ts'
import { linkMinutes } from './sign-in-email.ts'

/** Those that are configured; email always is, and its link leaves once its token is `stored`. */
export function createProviders({ stored }: { stored: Promise<void> }): AuthOptions['providers'] {
  const { google, github } = getConfig()
  const providers: AuthOptions['providers'] = [
    EmailProvider({
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
    }),
  ]
  if (google) providers.push(GoogleProvider({ ...google, checks: ['pkce', 'state', 'nonce'] }))
  if (github) {
    providers.push(
      GitHubProvider({
        ...github,
        authorization: { params: { scope: 'read:user user:email' } },
        userinfo: {
          url: 'https://api.github.com/user',
          async request({ client, tokens }) {
            const accessToken = z.string().parse(tokens.access_token)
            const profile = await client.userinfo(accessToken)
            // The profile's own address may be unverified, so only this list counts.
            const emails = await fetch('https://api.github.com/user/emails', {
              headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
            })
            return {
              ...profile,
              email: primaryVerifiedEmail(emails.ok ? await emails.json() : null) ?? undefined,
            }
          },
        },
      }),
    )
  }
  return providers
}
