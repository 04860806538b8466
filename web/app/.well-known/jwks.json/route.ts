import { getConfig } from '@/lib/config.ts'

export const dynamic = 'force-dynamic'

/** The public half of the key that signs API tokens. */
export function GET(): Response {
  const { privateJwk, extraJwks } = getConfig()
  const keys = [privateJwk, ...extraJwks].map(({ kty, crv, x, kid }) => ({
    kty,
    crv,
    x,
    kid,
    alg: 'EdDSA',
    use: 'sig',
  }))
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300' } })
}
