type LearningResourceProps = { name: string; description: string; url: string; minutes?: number }

/** Describes a page as a LearningResource of schema.org, for search engines. */
export function LearningResource({ name, description, url, minutes }: LearningResourceProps) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name,
    description,
    url,
    inLanguage: 'en',
    isAccessibleForFree: true,
    ...(minutes !== undefined && { timeRequired: `PT${minutes}M` }),
  }
  // No text may end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{json}</script>
}
