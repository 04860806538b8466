import type { MetadataRoute } from 'next'
import { loadPatterns } from '@/features/library/loaders.ts'
import { loadCatalogue } from '@/features/problems/loaders.ts'
import { getConfig } from '@/lib/config.ts'
import { routes } from '@/lib/routes.ts'

/** Pages that anybody can read. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [patterns, { topics }] = await Promise.all([loadPatterns(), loadCatalogue()])
  const paths = [
    routes.home,
    routes.problems,
    routes.patterns,
    ...patterns.map(({ slug }) => routes.pattern(slug)),
    ...topics.map(({ slug }) => routes.topic(slug)),
  ]
  return paths.map((path) => ({ url: new URL(path, getConfig().publicUrl).href }))
}
