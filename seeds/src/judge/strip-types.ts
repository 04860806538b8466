import { type Transform, transform } from 'sucrase'
import type { Language, Problem } from './judge.types.ts'

/** JavaScript of a learner's code, every line where it was; or what stops it from being parsed, and where. */
export function stripTypes(
  language: Exclude<Language, 'python'>,
  code: string,
): { code: string } | { problem: Problem } {
  try {
    const transforms: Transform[] = language === 'typescript' ? ['typescript'] : []
    // With `export` it is a module: that becomes what a function can hold, `exports.…`.
    if (/(^|[;}\n])\s*(export|import)\b/.test(code)) transforms.push('imports')
    return { code: transform(code, { transforms, disableESTransforms: true }).code }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const place = /\((\d+):\d+\)$/.exec(text)
    const message = text.replace(/^Error transforming [^:]*: /, '').replace(/ ?\(\d+:\d+\)$/, '')
    return { problem: { message: `SyntaxError: ${message}`, ...(place && { line: Number(place[1]) }) } }
  }
}
