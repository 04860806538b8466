const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request may change something in the name of the cookie's owner. Browsers say where a request
 * comes from in Sec-Fetch-Site, older ones in Origin; a request with neither is no browser's, so no other
 * site can have made it.
 */
export function isFromOurSite({
  method,
  headers,
  ownOrigin,
}: {
  method: string
  headers: Headers
  ownOrigin: string
}) {
  if (safeMethods.includes(method)) return true
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null || origin === ownOrigin
}
