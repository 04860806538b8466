export const dynamic = 'force-dynamic'

/** Alive; whether the API is, its own `/readyz` tells. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } })
}
