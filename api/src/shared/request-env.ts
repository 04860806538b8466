import type { IncomingMessage } from 'node:http'

/** `authTime`: when the session began, in seconds. */
export type Learner = { id: string; name: string; authTime: number; sessionId: string }

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
