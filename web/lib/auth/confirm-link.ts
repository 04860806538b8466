import { z } from 'zod'
import { routes } from '../routes.ts'
import { safePath } from '../safe-path.ts'

const linkSchema = z.object({
  token: z.string().min(16).max(512),
  email: z.string().min(3).max(320),
  callbackUrl: z.string().max(2000).optional(),
  /** The mark of the browser that asked. */
  browser: z.string().max(100).optional(),
})
export type ConfirmLink = z.infer<typeof linkSchema>

/**
 * NextAuth's link signs in whoever opens it, a mail scanner too; ours opens a page with a button.
 * `callbackLink` is NextAuth's, with `token`, `email` and `callbackUrl` in its query.
 */
export function confirmLinkOf({
  callbackLink,
  publicUrl,
  browser,
}: {
  callbackLink: string
  publicUrl: string
  browser: string
}): string {
  const given = new URL(callbackLink).searchParams
  const confirm = new URL(routes.confirmSignIn, publicUrl)
  confirm.searchParams.set('token', given.get('token') ?? '')
  confirm.searchParams.set('email', given.get('email') ?? '')
  confirm.searchParams.set('browser', browser)
  const returnTo = safePath(given.get('callbackUrl'), publicUrl)
  if (returnTo) confirm.searchParams.set('callbackUrl', returnTo)
  return confirm.href
}

/** Parameters of a confirm page, or undefined when the link was cut short. */
export function parseConfirmLink(
  query: Record<string, string | string[] | undefined>,
): ConfirmLink | undefined {
  const link = linkSchema.safeParse(query)
  return link.success ? link.data : undefined
}
