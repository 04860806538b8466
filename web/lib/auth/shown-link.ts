import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { getConfig } from '../config.ts'
import { linkMinutes } from './sign-in-email.ts'

const cookieName = 'codify.sign-in-link'
const salt = 'codify-sign-in-link'
const shownLinkSchema = z.object({ link: z.string() })

/** Keeps a sign-in link for the browser that asked for it, encrypted and out of reach of scripts. */
export async function keepShownLink(link: string): Promise<void> {
  const maxAge = linkMinutes * 60
  const value = await encode({ token: { link }, secret: getConfig().secret, salt, maxAge })
  const jar = await cookies()
  jar.set(cookieName, value, { httpOnly: true, sameSite: 'lax', path: '/signin', maxAge })
}

export async function readShownLink(): Promise<string | undefined> {
  const value = (await cookies()).get(cookieName)?.value
  if (!value || getConfig().smtpUrl) return undefined
  try {
    const kept = shownLinkSchema.safeParse(await decode({ token: value, secret: getConfig().secret, salt }))
    return kept.success ? kept.data.link : undefined
  } catch {
    return undefined
  }
}
