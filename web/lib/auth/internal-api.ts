import 'server-only'
import { signInLinkSchema } from '@codify/api/contract'
import { headers } from 'next/headers'
import { z } from 'zod'
import { ApiError, unwrap } from '../api-error.ts'
import { serviceToken } from '../api-token.ts'
import { getConfig } from '../config.ts'
import { forwardedAddress } from '../forwarded-address.ts'
import { getLogger } from '../logger.ts'

const patienceMilliseconds = 10_000

/** A call that only this server may make, in the name of nobody. */
export async function postInternal(path: string, body: unknown): Promise<Response> {
  return fetch(getConfig().apiUrl + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await serviceToken()}`,
      ...(await forwardedAddress(await headers())),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMilliseconds),
    cache: 'no-store',
  })
}

/** Asks if one more link may be made for an address and this caller; the API counts for all replicas. */
export async function mayAskForLink(identifier: string): Promise<'yes' | 'too often' | 'unknown'> {
  const request = signInLinkSchema.parse({ identifier, mailed: getConfig().smtpUrl !== undefined })
  try {
    await unwrap(postInternal('/v1/internal/sign-in-links', request), z.undefined())
    return 'yes'
  } catch (err) {
    if (err instanceof ApiError && err.status === 429) return 'too often'
    getLogger().error({ err }, 'could not ask whether a sign-in link may be sent')
    return 'unknown'
  }
}
