import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { EndedSessionsCache } from '../../modules/learners/ended-sessions-cache.ts'
import { hasSessionEnded } from '../../modules/learners/learners.models.ts'
import type { PersonalTokenVerifier } from '../../modules/tokens/personal-token-verifier.ts'
import { authRequired } from '../../shared/errors.ts'
import type { AppEnv } from '../../shared/request-env.ts'
import type { AppDependencies } from '../app-dependencies.ts'
import { invalidToken, sessionEnded } from './auth.errors.ts'
import type { TokenVerifier } from './token-verifier.ts'

/**
 * Reads the bearer token of any request. None is fine here (routes that need one say so); a wrong one is 401 even on
 * public routes, and so is one of a session that was ended.
 */
export function authenticate(options: {
  verifyToken: TokenVerifier
  endedSessions: EndedSessionsCache
  verifyPersonalToken: PersonalTokenVerifier
  connections: AppDependencies['connections']
}) {
  return createMiddleware<AppEnv>((c, next) => {
    c.set('service', false)
    const header = c.req.header('authorization')
    if (header !== undefined) return authenticated(c, header).then(() => next())
    if (c.req.path.startsWith('/v1/internal/')) throw authRequired()
    return next()
  })

  async function authenticated(c: Context<AppEnv>, header: string): Promise<void> {
    const personal = /^Bearer (cdf_\w+)$/i.exec(header)?.[1]
    if (personal !== undefined) {
      const learner = await options.verifyPersonalToken(personal)
      // The internal calls are for the service token alone.
      if (!learner || c.req.path.startsWith('/v1/internal/')) throw invalidToken()
      c.set('learner', learner)
    } else await authenticatedBySession(c, header)
    if (c.env?.incoming) options.connections?.vouchFor(c.env.incoming.socket)
  }

  async function authenticatedBySession(c: Context<AppEnv>, header: string): Promise<void> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1]
    if (!token) throw invalidToken()
    const identity = await options.verifyToken(token)
    if (identity.kind === 'service') c.set('service', true)
    // It vouches for a caller's address and opens nothing.
    else if (identity.kind === 'forwarder') throw invalidToken()
    else {
      const { id, name, authTime, sessionId } = identity
      const ended = await options.endedSessions.get(id)
      if (hasSessionEnded({ authTime, sessionId, ended })) throw sessionEnded()
      c.set('learner', { id, name, authTime, sessionId })
    }
    // The service token opens the internal calls and nothing else; those take nothing else.
    if (c.get('service') !== c.req.path.startsWith('/v1/internal/')) throw invalidToken()
  }
}
