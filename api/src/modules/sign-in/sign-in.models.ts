/** Where mail to an address arrives: `ada+anything@` fills the mailbox of `ada@`. */
export function mailboxOf(identifier: string): string {
  const [local = '', domain = ''] = identifier.toLowerCase().split('@')
  return `${local.replace(/\+.*$/, '')}@${domain}`
}
