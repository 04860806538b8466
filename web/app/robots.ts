import type { MetadataRoute } from 'next'

/** A self-hosted coach has nothing for search engines behind the sign-in. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/problems'], disallow: '/' } }
}
