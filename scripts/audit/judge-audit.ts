import { z } from 'zod'

const count = z.int().min(0)
const auditSchema = z.looseObject({
  metadata: z.looseObject({
    vulnerabilities: z.looseObject({ low: count, moderate: count, high: count, critical: count }),
    totalDependencies: count,
  }),
})

/**
 * Reads what `pnpm audit --json` printed. Fails for a high or critical weakness, and when nothing was looked at: no answer,
 * an answer that says something else, or one about no library at all.
 */
export function judgeAudit(printed: string): { passed: boolean; text: string } {
  const audit = auditSchema.safeParse(parseJson(printed))
  const checked = audit.data?.metadata.totalDependencies ?? 0
  if (!audit.success || checked === 0)
    return {
      passed: false,
      text: 'NOT CHECKED: the registry gave no answer about known weaknesses, so nothing is known of the libraries. Try again later, or ask a registry that answers audits (npm_config_registry).',
    }
  const { critical, high, moderate, low } = audit.data.metadata.vulnerabilities
  const passed = critical + high === 0
  const text = `Known weaknesses of the ${checked} libraries in use: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`
  return { passed, text: passed ? text : `${text}\n${printed}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
