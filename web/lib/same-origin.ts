const safeMethods = ['GET', 'HEAD', 'OPTIONS']

type Asked = { method: string; headers: Headers; ownOrigin: string }

/** Where a request comes from, as its browser says: in Sec-Fetch-Site, older ones in Origin; neither says nothing. */
export function siteOf({ method, headers, ownOrigin }: Asked): 'ours' | 'another' | 'unknown' {
  if (safeMethods.includes(method)) return 'ours'
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site) return site === 'same-origin' || site === 'none' ? 'ours' : 'another'
  if (origin === null) return 'unknown'
  return origin === ownOrigin ? 'ours' : 'another'
}

/**
 * True if a request may change something in the name of the cookie's owner. A request that does not say where it comes
 * from may not: every current browser says it.
 */
export function isFromOurSite(asked: Asked): boolean {
  return siteOf(asked) === 'ours'
}
