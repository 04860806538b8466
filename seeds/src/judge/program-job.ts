import type { Job, Language } from './judge.types.ts'

const EMPTY: Record<Language, string> = {
  python: '\n\ndef the_end():\n    pass\n',
  typescript: '\n;function theEnd() {}\n',
  javascript: '\n;function theEnd() {}\n',
}

/**
 * A job that runs a whole program once, for what it prints: an empty function is put behind the program and called, so
 * the outcome of the only test has everything the program printed. Errors of the program come as `refused`.
 */
export function programJob(language: Language, program: string): Job {
  return {
    language,
    code: program + EMPTY[language],
    call: { kind: 'function', name: 'theEnd', params: [], returns: 'void' },
    compare: 'exact',
    inputs: [{ args: [] }],
  }
}
