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
import { getLogger } from '../logger.ts'
import { askingBrowser } from './asking-browser.ts'
import { postInternal } from './internal-api.ts'
import { noteFailure } from './noted-failure.ts'

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
    const body = {
      identifier,
      token,
      browser: await askingBrowser(),
      expires_at: expires.toISOString(),
    }
    await unwrap(
      postInternal('/v1/internal/sign-in-tokens', createSignInTokenSchema.parse(body)),
      z.undefined(),
    )
    return created
  },
  async useVerificationToken(given) {
    const request = signInTokenSchema.safeParse({ ...given, browser: await askingBrowser() })
    if (!request.success) return refused('malformed_or_another_browser')
    const used = await unwrap(
      postInternal('/v1/internal/sign-in-tokens/use', request.data),
      usedSignInTokenSchema,
    )
    if (used.superseded) {
      noteFailure('LinkSuperseded')
      return null
    }
    if (!used.identifier || !used.expires_at) return refused('used_expired_or_unknown')
    return { identifier: used.identifier, token: given.token, expires: new Date(used.expires_at) }
  },
}

function refused(reason: string): null {
  getLogger().info({ provider: 'email', reason }, 'sign-in refused')
  return null
}
