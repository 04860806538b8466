type MailLimit = (address: string) => boolean
type LimitOptions = { most: number; windowMilliseconds: number; now: () => number }

const mostAddresses = 10_000

/** Whether one more message may go to an address, so that nobody's mailbox is filled from the sign-in page. */
export function createMailLimit({ most, windowMilliseconds, now }: LimitOptions): MailLimit {
  const sent = new Map<string, number[]>()
  return (address) => {
    const since = now() - windowMilliseconds
    const recent = (sent.get(address) ?? []).filter((moment) => moment > since)
    if (recent.length >= most) return false
    if (sent.size >= mostAddresses) forgetOlder(sent, since)
    sent.set(address, [...recent, now()])
    return true
  }
}

function forgetOlder(sent: Map<string, number[]>, since: number): void {
  for (const [address, moments] of sent) {
    if (moments.every((moment) => moment <= since)) sent.delete(address)
  }
}
