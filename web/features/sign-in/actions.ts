import { normaliseEmail } from '@codify/api/contract'
import { signIn } from 'next-auth/react'
import { signInErrorWords } from './sign-in-errors.ts'

export type LinkRequest = { sent: true } | { sent: false; message: string }

/** Asks for a sign-in link. The answer is the same whether an address is known or not. */
export async function requestSignInLink({
  email,
  returnTo,
}: {
  email: string
  returnTo: string
}): Promise<LinkRequest> {
  const address = normaliseEmail(email)
  if (address === null) return { sent: false, message: 'Enter an email address, such as name@example.org.' }
  try {
    const answer = await signIn('email', { email: address, callbackUrl: returnTo, redirect: false })
    if (answer?.ok && !answer.error) return { sent: true }
    if (answer?.error === 'TooManyLinks') {
      const { title, detail } = signInErrorWords(answer.error)
      return { sent: false, message: `${title}. ${detail}` }
    }
  } catch {
    return { sent: false, message: 'Codify cannot be reached. Check your connection and try again.' }
  }
  return { sent: false, message: 'The link could not be sent. Check the address, and try again in a moment.' }
}
