import type { MetadataRoute } from 'next'
import { getConfig } from '@/lib/config.ts'

/** A self-hosted coach has nothing for search engines behind the sign-in. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: ['/$', '/problems', '/patterns', '/topics'], disallow: '/' },
    sitemap: new URL('/sitemap.xml', getConfig().publicUrl).href,
  }
}
