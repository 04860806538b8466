import { expect, test } from 'vitest'
import { judgeAudit } from './judge-audit.ts'

const audit = (
  found: Partial<Record<'low' | 'moderate' | 'high' | 'critical', number>>,
  totalDependencies = 430,
) =>
  JSON.stringify({
    advisories: {},
    metadata: {
      vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...found },
      dependencies: totalDependencies,
      totalDependencies,
    },
  })

test.each([
  ['nothing found', audit({})],
  ['something small found', audit({ low: 3, moderate: 2 })],
])('passes with %s', (_, printed) => {
  const { passed, text } = judgeAudit(printed)
  expect(passed).toBe(true)
  expect(text).toMatch(/430 libraries/)
})

test.each([
  ['a high one', audit({ high: 1 })],
  ['a critical one', audit({ critical: 1 })],
])('fails with %s, and shows it', (_, printed) => {
  const { passed, text } = judgeAudit(printed)
  expect(passed).toBe(false)
  expect(text).toContain(printed)
})

test.each([
  ['nothing is printed', ''],
  ['a page is printed', '<html>410 Gone</html>'],
  ['half an answer is printed', audit({}).slice(0, -10)],
  ['the answer is empty', '{}'],
  ['the answer is a list', '[]'],
  ['the answer is null', 'null'],
  [
    'the answer is an error',
    '{"error":{"code":"ERR_PNPM_AUDIT_BAD_RESPONSE","message":"responded with 410"}}',
  ],
  [
    'the answer has other names',
    '{"auditReportVersion":2,"vulnerabilities":{},"metadata":{"vulnerabilities":{}}}',
  ],
  ['no counts are in it', '{"metadata":{"totalDependencies":430,"vulnerabilities":{}}}'],
  ['no library was looked at', audit({}, 0)],
])('fails loudly when %s', (_, printed) => {
  const { passed, text } = judgeAudit(printed)
  expect(passed).toBe(false)
  expect(text).toMatch(/^NOT CHECKED/)
})
