import { createMiddleware } from 'hono/factory'
import { clientAddressOf, readAddress } from '../shared/client-address.ts'
import type { AppEnv } from '../shared/request-env.ts'
import type { AppDependencies } from './app-dependencies.ts'
import type { TokenVerifier } from './auth/token-verifier.ts'

/** `web` names the browser's address here, and proves with its own token that it is `web` who says so. */
export const addressHeader = 'x-codify-client-address'
export const forwarderHeader = 'x-codify-forwarder'

/** Finds out from which address a request comes: the browser's behind `web`, else the connection's. */
export function findClientAddress({
  verifyToken,
  trustedProxies,
  connections,
}: {
  verifyToken: TokenVerifier
  trustedProxies: number
  connections: AppDependencies['connections']
}) {
  const isWeb = (token: string): Promise<boolean> =>
    verifyToken(token).then(
      ({ kind }) => kind === 'forwarder',
      () => false,
    )

  return createMiddleware<AppEnv>((c, next) => {
    const forwarder = c.req.header(forwarderHeader)
    const named = forwarder && readAddress(c.req.header(addressHeader))
    const forwardedFor = trustedProxies > 0 ? c.req.header('x-forwarded-for') : undefined
    const ofConnection = () =>
      clientAddressOf({
        // In-process requests of tests have no connection.
        peer: c.env?.incoming?.socket.remoteAddress,
        forwardedFor,
        trustedProxies,
      })
    if (named)
      return isWeb(forwarder).then((is) => {
        c.set('address', is ? named : ofConnection())
        if (is && c.env?.incoming) connections?.vouchFor(c.env.incoming.socket)
        return next()
      })
    c.set('address', ofConnection())
    return next()
  })
}
