import { transform } from 'sucrase'
import type { Language, Problem } from './judge.types.ts'

/** JavaScript of a learner's code, every line where it was; or what stops it from being parsed, and where. */
export function stripTypes(
  language: Exclude<Language, 'python'>,
  code: string,
): { code: string } | { problem: Problem } {
  try {
    const transforms = language === 'typescript' ? (['typescript'] as const) : []
    return { code: transform(code, { transforms: [...transforms], disableESTransforms: true }).code }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const place = /\((\d+):\d+\)$/.exec(text)
    const message = text.replace(/^Error transforming [^:]*: /, '').replace(/ ?\(\d+:\d+\)$/, '')
    return { problem: { message: `SyntaxError: ${message}`, ...(place && { line: Number(place[1]) }) } }
  }
}
