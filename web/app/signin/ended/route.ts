import { NextResponse } from 'next/server'
import { hasSessionEnded } from '@/lib/auth/end-session.ts'
import { signedOut } from '@/lib/auth/signed-out.ts'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'
import { safePath } from '@/lib/safe-path.ts'
import { getSession } from '@/lib/session.ts'

export const dynamic = 'force-dynamic'

/**
 * Clears a session that the API no longer accepts, then asks to sign in again. Another site may send a
 * learner here, so a session that is still good is kept.
 */
export async function GET(request: Request): Promise<Response> {
  const { publicUrl } = getConfig()
  const returnTo = safePath(new URL(request.url).searchParams.get('callbackUrl'))
  const session = await getSession()
  if (session && !(await hasSessionEnded(session)))
    return NextResponse.redirect(publicUrl + (returnTo ?? routes.home))
  return signedOut(returnTo)
}
