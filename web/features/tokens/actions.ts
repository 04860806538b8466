import { type CreateToken, type NewToken, newTokenSchema } from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Makes a token; the answer is the only place that has the token itself. Throws `ApiError`. */
export async function createToken(token: CreateToken): Promise<NewToken> {
  return unwrap(browserApi.v1.tokens.$post({ json: token }), newTokenSchema)
}

export async function revokeToken(id: string): Promise<void> {
  await unwrap(browserApi.v1.tokens[':id'].$delete({ param: { id } }))
}
