import { signIn } from 'next-auth/react'
import { z } from 'zod'

const addressSchema = z.email().max(320)

export type LinkRequest = { sent: true } | { sent: false; message: string }

/** Asks for a sign-in link. The answer is the same whether an address is known or not. */
export async function requestSignInLink({
  email,
  returnTo,
}: {
  email: string
  returnTo: string
}): Promise<LinkRequest> {
  const address = addressSchema.safeParse(email.trim())
  if (!address.success) return { sent: false, message: 'Enter an email address, such as name@example.org.' }
  try {
    const answer = await signIn('email', { email: address.data, callbackUrl: returnTo, redirect: false })
    if (answer?.ok && !answer.error) return { sent: true }
  } catch {
    return { sent: false, message: 'Codify cannot be reached. Check your connection and try again.' }
  }
  return { sent: false, message: 'The link could not be sent. Check the address, and try again in a moment.' }
}
