import type { IncomingMessage } from 'node:http'
import type { TokenScope } from './token-scopes.ts'

/** The personal token that a request came with. */
export type PersonalToken = { id: string; scopes: readonly TokenScope[] }

/** `authTime`: when the session began, in seconds; of a personal token, the session that made it. */
export type Learner = {
  id: string
  name: string
  authTime: number
  sessionId: string
  /** Absent: a session's own token, which every route of a learner accepts. */
  personalToken?: PersonalToken
}

/** Variables of a request after the middleware has run. */
export type AppEnv = {
  /** Node's own request, when Node serves it. */
  Bindings: { incoming?: IncomingMessage }
  Variables: {
    requestId: string
    /** Present when a valid learner token came with the request. */
    learner: Learner | undefined
    /** The network address of the caller; unknown where there is no connection. */
    address: string | undefined
    /** Present when `web`'s own service token came. */
    service: boolean
  }
}
