import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { exercisesFolder } from '../../seeds/src/exercises/index.ts'
import type { PatternPage } from '../../seeds/src/library/index.ts'
import { runStep, tool } from '../test/step.ts'

/** Type-checks the TypeScript of the pages by the rules of the exercises; a line of the compiler each. */
export async function checkSnippetTypes(pages: PatternPage[]): Promise<{ slug: string; text: string }[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'codify-library-'))
  try {
    for (const { slug, templates, examples } of pages) {
      await fs.writeFile(path.join(folder, `${slug}.template.ts`), templates.typescript)
      await fs.writeFile(path.join(folder, `${slug}.example.ts`), examples.typescript)
    }
    const settings = {
      extends: path.join(exercisesFolder, 'tsconfig.json'),
      compilerOptions: { noEmit: true, noUnusedParameters: false },
      include: [path.join(folder, '*.ts'), path.join(exercisesFolder, 'given.d.ts')],
    }
    await fs.writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(settings))
    let output = ''
    const write = (text: string) => {
      output += text
    }
    const args = [tool('typescript', 'bin', 'tsc'), '--pretty', 'false', '-p', folder]
    const isRight = await runStep({ args, write })
    const faults = [...output.matchAll(/([a-z0-9-]+)\.((?:template|example)\.ts.*)/g)].map(
      ([, slug = '', text = '']) => ({ slug, text }),
    )
    if (!isRight && faults.length === 0) throw new Error(`The snippets could not be type-checked: ${output}`)
    return faults
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
