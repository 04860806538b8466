import 'server-only'
import {
  createSignInTokenSchema,
  learnerIdOf,
  signInTokenSchema,
  usedSignInTokenSchema,
} from '@codify/api/contract'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { z } from 'zod'
import { unwrap } from '../api-error.ts'
import { serviceToken } from '../api-token.ts'
import { getConfig } from '../config.ts'

const patienceMilliseconds = 10_000

/** Users are made from their address alone, so nothing is stored; magic-link tokens are kept by the API. */
export const statelessAdapter: Adapter = {
  // NextAuth would take updateUser's answer as the user, without name and address, if this found one.
  getUserByEmail: () => null,
  getUserByAccount: () => null,
  getUser: () => null,
  createUser: (user: Omit<AdapterUser, 'id'>) => ({ ...user, id: learnerIdOf(user.email) }),
  linkAccount: () => undefined,
  async createVerificationToken(created) {
    const { identifier, token, expires } = created
    const body: z.input<typeof createSignInTokenSchema> = {
      identifier,
      token,
      expires_at: expires.toISOString(),
    }
    await unwrap(post('/v1/internal/sign-in-tokens', createSignInTokenSchema.parse(body)), z.undefined())
    return created
  },
  async useVerificationToken(given) {
    const request = signInTokenSchema.safeParse(given)
    if (!request.success) return null
    const used = await unwrap(post('/v1/internal/sign-in-tokens/use', request.data), usedSignInTokenSchema)
    if (!used.identifier || !used.expires_at) return null
    return { identifier: used.identifier, token: given.token, expires: new Date(used.expires_at) }
  },
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(getConfig().apiUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await serviceToken()}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMilliseconds),
    cache: 'no-store',
  })
}
