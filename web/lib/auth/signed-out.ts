import 'server-only'
import { NextResponse } from 'next/server'
import { getConfig } from '../config.ts'
import { routes } from '../routes.ts'
import { cookieOptions, sessionCookieName } from '../session-cookie.ts'

/** Clears the cookie of a session that has ended, and leads to the sign-in page and from there to `returnTo`. */
export function signedOut(returnTo: string | undefined): NextResponse {
  const signIn = new URL(routes.signIn(returnTo), getConfig().publicUrl)
  signIn.searchParams.set('ended', '1')
  const response = NextResponse.redirect(signIn)
  response.cookies.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
  return response
}
