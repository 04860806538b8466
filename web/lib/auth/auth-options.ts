import 'server-only'
import { learnerIdOf, normaliseEmail } from '@codify/api/contract'
import type { AuthOptions } from 'next-auth'
import { getConfig } from '../config.ts'
import { getLogger } from '../logger.ts'
import { routes } from '../routes.ts'
import { safePath } from '../safe-path.ts'
import { authCookies } from '../session-cookie.ts'
import { displayName, type SessionClaims } from '../session-schema.ts'
import { idleSeconds } from '../session-token.ts'
import { markAskingBrowser } from './asking-browser.ts'
import { mayAskForLink } from './internal-api.ts'
import { mailAfterStoring } from './mail-after-storing.ts'
import { createProviders } from './providers.ts'
import { statelessAdapter } from './stateless-adapter.ts'
import { isVerifiedEmail } from './verified-email.ts'

/** NextAuth's settings. Made a request, because a build has no configuration. */
export function createAuthOptions(): AuthOptions {
  const { secret, publicUrl } = getConfig()
  const { adapter, stored } = mailAfterStoring(statelessAdapter)
  return {
    secret,
    adapter,
    providers: createProviders({ stored }),
    session: { strategy: 'jwt', maxAge: idleSeconds },
    cookies: authCookies(),
    pages: {
      signIn: routes.signInPage,
      verifyRequest: routes.checkEmail,
      error: routes.signInError,
    },
    callbacks: {
      async signIn({ user, account, profile, email }) {
        if (email?.verificationRequest && user.email) return admitLinkRequest(user.email)
        const verified = isVerifiedEmail({ provider: account?.provider, email: user.email, profile })
        const hasOneForm = user.email != null && normaliseEmail(user.email) !== null
        if (verified && hasOneForm) return true
        getLogger().info({ provider: account?.provider, reason: 'email_not_verified' }, 'sign-in refused')
        return `${routes.signInError}?error=EmailNotVerified`
      },
      jwt({ token, user, account }) {
        // Only at sign-in is there an account; afterwards the claims stay as they are.
        if (!account || !user.email) return token
        const email = normaliseEmail(user.email)
        if (email === null) throw new Error('signed in with an address that is none')
        const claims: SessionClaims = {
          sub: learnerIdOf(email),
          name: displayName(user.name, email),
          email,
          // To the millisecond, so that signing out everywhere ends what began just before it.
          auth_time: Date.now() / 1000,
        }
        return claims
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: token.name, email: token.email },
      }),
      redirect: ({ url }) => publicUrl + (safePath(url, publicUrl) ?? routes.home),
    },
    events: {
      signIn: ({ user, account }) => {
        const email = user.email && normaliseEmail(user.email)
        getLogger().info({ provider: account?.provider, learner: email && learnerIdOf(email) }, 'signed in')
      },
      signOut: ({ token }) => getLogger().info({ learner: token.sub }, 'signed out'),
    },
    logger: {
      error: (code, metadata) => getLogger().error({ code, err: causeOf(metadata) }, 'sign-in failed'),
      warn: (code) => getLogger().debug({ code }, 'sign-in warning'),
      debug: () => undefined,
    },
  }
}

/** Before a link is made: not too many of them, and for the browser that asks alone. */
async function admitLinkRequest(address: string): Promise<true | string> {
  const may = await mayAskForLink(address)
  if (may !== 'yes') {
    getLogger().info({ provider: 'email', reason: may }, 'sign-in link refused')
    // Whole, because NextAuth's client reads the error from an address with a host.
    return `${getConfig().publicUrl}${routes.signInError}?error=${may === 'too often' ? 'TooManyLinks' : 'EmailSignin'}`
  }
  await markAskingBrowser()
  return true
}

function causeOf(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata
  return typeof metadata === 'object' && metadata && 'error' in metadata ? metadata.error : undefined
}
