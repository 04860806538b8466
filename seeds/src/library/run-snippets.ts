import type { SolutionRunner } from '../checking/index.ts'
import type { Language } from '../judge/index.ts'
import { programJob } from '../judge/index.ts'
import type { PatternPage } from './parse-page.ts'

/** A worked example is small; a template is only loaded. */
const TIME_LIMIT_MS = 2_000

/** Runs the four snippets of a page as the sandbox would; answers what is wrong. */
export async function runSnippets(page: PatternPage, runner: SolutionRunner): Promise<string[]> {
  const faults: string[] = []
  for (const language of ['python', 'typescript'] as const) {
    const template = await printed(language, page.templates[language], runner)
    if ('fault' in template) faults.push(`the ${language} template: ${template.fault}`)
    const example = await printed(language, page.examples[language], runner)
    if ('fault' in example) faults.push(`the ${language} example: ${example.fault}`)
    else if (example.text.trimEnd() !== page.examples.output.trimEnd())
      faults.push(`the ${language} example prints\n${example.text.trimEnd()}`)
  }
  return faults
}

async function printed(
  language: Language,
  program: string,
  runner: SolutionRunner,
): Promise<{ text: string } | { fault: string }> {
  const { refused, stopped, outcomes } = await runner.run(programJob(language, program), TIME_LIMIT_MS)
  if (refused) return { fault: refused.line ? `line ${refused.line}: ${refused.message}` : refused.message }
  if (stopped) return { fault: `was stopped: ${stopped}.` }
  const [outcome] = outcomes
  if (outcome === undefined) return { fault: 'gave nothing.' }
  return outcome.ok ? { text: outcome.printed } : { fault: outcome.problem.message }
}
