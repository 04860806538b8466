type LearningResourceProps = { name: string; description: string; url: string; minutes?: number }

/** What a page teaches, for search engines (schema.org, LearningResource). */
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
