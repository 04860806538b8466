import 'server-only'
import { randomUUID } from 'node:crypto'
import { learnerIdOf, normaliseEmail } from '@codify/api/contract'
import type { AuthOptions } from 'next-auth'
import { getConfig } from '../config.ts'
import { getLogger } from '../logger.ts'
import { routes } from '../routes.ts'
import { safePath } from '../safe-path.ts'
import { getSession } from '../session.ts'
import { authCookies } from '../session-cookie.ts'
import { displayName, type SessionClaims, sessionClaimsSchema } from '../session-schema.ts'
import { idleSeconds, readSessionToken } from '../session-token.ts'
import { markAskingBrowser } from './asking-browser.ts'
import { endSession, hasSessionEnded } from './end-session.ts'
import { mayAskForLink } from './internal-api.ts'
import { mailAfterStoring } from './mail-after-storing.ts'
import { noteFailure } from './noted-failure.ts'
import { createProviders } from './providers.ts'
import { signInFailureOf } from './sign-in-failure.ts'
import { statelessAdapter } from './stateless-adapter.ts'
import { vouchedEmail } from './verified-email.ts'

/** NextAuth's settings. Made a request, because a build has no configuration. */
export function createAuthOptions(): AuthOptions {
  const { secret, publicUrl } = getConfig()
  const { adapter, stored } = mailAfterStoring(statelessAdapter)
  return {
    secret,
    adapter,
    providers: createProviders({ stored }),
    session: { strategy: 'jwt', maxAge: idleSeconds },
    jwt: {
      // A session that has run out by our rules is none for next-auth either.
      decode: ({ token, secret }) => readSessionToken({ value: token, secret: String(secret) }),
    },
    cookies: authCookies(),
    pages: {
      signIn: routes.signInPage,
      verifyRequest: routes.checkEmail,
      error: routes.signInError,
      signOut: routes.settings,
    },
    callbacks: {
      async signIn({ user, account, profile, email }) {
        if (email?.verificationRequest && user.email) return admitLinkRequest(user.email)
        const vouched = vouchedEmail({ provider: account?.provider, email: user.email, profile })
        if ('email' in vouched) return true
        noteFailure(vouched.refused)
        return false
      },
      async jwt({ token, user, account }) {
        // Only at sign-in is there an account; afterwards the claims stay as they are.
        if (!account || !user.email) {
          if (await hasSessionEnded(sessionClaimsSchema.parse(token))) throw new Error('signed out')
          return token
        }
        const email = normaliseEmail(user.email)
        if (email === null) throw new Error('signed in with an address that is none')
        const claims: SessionClaims = {
          sub: learnerIdOf(email),
          sid: randomUUID(),
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
      signIn: async ({ user, account }) => {
        const before = await getSession()
        if (before) await endSession(before)
        const email = user.email && normaliseEmail(user.email)
        getLogger().info({ provider: account?.provider, learner: email && learnerIdOf(email) }, 'signed in')
      },
      signOut: async ({ token }) => {
        const session = sessionClaimsSchema.safeParse(token)
        if (!session.success) return
        await endSession(session.data)
        getLogger().info({ learner: session.data.sub }, 'signed out')
      },
    },
    logger: {
      error(code, metadata) {
        const err = causeOf(metadata)
        const isProvidersWord = !(metadata instanceof Error) && code === 'OAUTH_CALLBACK_HANDLER_ERROR'
        const failure = signInFailureOf({ code, error: err, isProvidersWord })
        const cause = failure && noteFailure(failure)
        // People refuse, wait too long, come back with a session that has ended: no fault of anybody's.
        const isUsual = cause === 'ConsentDenied' || cause === 'SignInExpired' || code === 'JWT_SESSION_ERROR'
        getLogger()[isUsual ? 'info' : 'error']({ code, err }, 'sign-in failed')
      },
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
