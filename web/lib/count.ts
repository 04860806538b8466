const plurals = new Intl.PluralRules('en-GB')

/** `1 problem`, `2 problems`; `units` is for a plural that is not the unit and an s. */
export function count(amount: number, unit: string, units = `${unit}s`): string {
  return `${amount} ${plurals.select(amount) === 'one' ? unit : units}`
}

/** How many different problems these rows name: one that also comes back counts once. */
export function countProblems(rows: readonly { slug: string }[]): string {
  return count(new Set(rows.map(({ slug }) => slug)).size, 'problem')
}
