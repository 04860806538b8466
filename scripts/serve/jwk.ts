import { createHash, generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'

const ed25519 = {
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  /** Needed only where the set has several keys. */
  kid: z.string().min(1).optional(),
}

export const privateJwkSchema = z.looseObject({ ...ed25519, d: z.string().min(1) })
export const publicJwkSchema = z.looseObject({ ...ed25519, d: z.undefined().optional() })
export type PrivateJwk = z.output<typeof privateJwkSchema>
export type PublicJwk = z.output<typeof publicJwkSchema>

/** A new Ed25519 key to sign API tokens with. Its `kid` is the RFC 7638 thumbprint. */
export function generatePrivateJwk(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { kty, crv, x, d } = privateKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')
  return privateJwkSchema.parse({ kty, crv, x, d, kid, alg: 'EdDSA', use: 'sig' })
}

/** The half that verifies and cannot sign. */
export function toPublicJwk({ kty, crv, x, kid }: PrivateJwk): PublicJwk {
  return { kty, crv, x, ...(kid === undefined ? {} : { kid }), alg: 'EdDSA', use: 'sig' }
}
