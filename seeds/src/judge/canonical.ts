import type { CompareRule, Json } from './judge.types.ts'

/** The text that equal results share under a rule; of it the digest is made. */
export function canonical(rule: CompareRule, value: Json): string {
  if (rule === 'unordered' && Array.isArray(value)) return sorted(value.map((one) => canonical('exact', one)))
  if (rule === 'unordered-deep' && Array.isArray(value))
    return sorted(value.map((one) => canonical(rule, one)))
  if (Array.isArray(value)) return `[${value.map((one) => canonical('exact', one)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort()
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical('exact', value[key] ?? null)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

function sorted(parts: string[]): string {
  return `[${parts.sort().join(',')}]`
}

/** A result that stands for others, such as `{ "$any": true }`; null for a plain one. */
export function markOf(value: Json): { mark: string; value: Json } | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const mark = Object.keys(value).find((key) => key.startsWith('$'))
  return mark === undefined ? null : { mark, value: value[mark] ?? null }
}
