import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { refusedComments } from './check-comments.ts'

test('comments that begin with What, Whether or Whoever are refused, and no other', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-comments-'))
  const write = (file: string, lines: string[]) => {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), lines.join('\n'))
  }
  const [line, block] = ['/' + '/', '/' + '**']
  write('api/src/one.ts', [
    `${line} Whether it rains.`,
    `${block} Whoever asks. */`,
    `let x = 1 ${line} What it is.`,
  ])
  write('web/lib/two.tsx', [block, ' * What it says.', ' */'])
  write('db/src/three.ts', [
    `${line} Says why,`,
    `${line} What for and whether.`,
    block,
    ' * Why.',
    ' * What else.',
    ' */',
  ])
  write('web/node_modules/four.ts', [`${line} What is not ours.`])
  write('web/later/five.ts', [`${line} What comes next.`])
  expect(refusedComments(folder, ['web/later'])).toEqual([
    'api/src/one.ts:1',
    'api/src/one.ts:2',
    'api/src/one.ts:3',
    'web/lib/two.tsx:2',
  ])
  fs.rmSync(folder, { recursive: true })
})
