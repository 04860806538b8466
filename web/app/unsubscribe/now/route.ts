import { unsubscribedSchema } from '@codify/api/contract'
import type { NextRequest } from 'next/server'
import { serverApi, unwrap } from '@/lib/server-api.ts'

/** Answers mail programs whose reader presses "unsubscribe" there (RFC 8058). */
export async function POST(request: NextRequest): Promise<Response> {
  const key = request.nextUrl.searchParams.get('key')?.slice(0, 100) || 'none'
  const api = await serverApi()
  await unwrap(api.v1.reminder.unsubscribe.$post({ json: { key } }), unsubscribedSchema)
  return new Response('Unsubscribed.', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
