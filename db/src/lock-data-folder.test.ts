import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderLockedError, lockDataFolder } from './lock-data-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'codify-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Another process that takes the folder and says whether it could; `end` is how it goes. */
function lockElsewhere(end = '') {
  const module = path.join(import.meta.dirname, 'lock-data-folder.ts')
  const code = `import { lockDataFolder } from ${JSON.stringify(module)}
    try { lockDataFolder(process.argv[1]); console.log('locked') } catch (error) { console.log(error.name) }
    ${end}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', code, folder], {
    encoding: 'utf8',
  }).stdout.trim()
}

test('a folder that does not exist yet is made', () => {
  lockDataFolder(path.join(folder, 'new', 'data'))()
})

test('a second opener is refused while the first has it, in this process and in another', () => {
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(DataFolderLockedError)
  expect(lockElsewhere()).toBe('DataFolderLockedError')
  unlock()
  expect(lockElsewhere()).toBe('locked')
  lockDataFolder(folder)()
})

test('the lock ends with its holder, also with one that is killed', () => {
  expect(lockElsewhere("process.kill(process.pid, 'SIGKILL')")).toBe('locked')
  lockDataFolder(folder)()
})
