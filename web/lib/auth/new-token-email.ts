import type { NewToken } from '@codify/api/contract'
import type { Message } from '../send-mail.ts'

/** The words of the mail about a new personal token, which never has the token itself. */
export function newTokenEmail({
  name,
  prefix,
  scopes,
  expires_at,
  page,
}: Pick<NewToken, 'name' | 'prefix' | 'scopes' | 'expires_at'> & { page: string }): Message {
  const end = expires_at === null ? 'It has no end date.' : `It ends on ${expires_at.slice(0, 10)}.`
  return {
    subject: 'A personal token was made for your Codify account',
    text: [
      `The token “${name}” (${prefix}…) was just made in your account. It may: ${scopes.join(', ')}. ${end}`,
      `If that was you, there is nothing to do. If not, revoke it and sign out everywhere: ${page}`,
      '',
    ].join('\n\n'),
  }
}
