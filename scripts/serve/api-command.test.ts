import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { apiArgs } from './api-command.ts'

test('the container starts the API with the limits that a start by hand gives it', () => {
  const file = readFileSync(path.join(import.meta.dirname, '../../api/Dockerfile'), 'utf8')
  const command: unknown = JSON.parse(/^CMD (\[.*\])$/m.exec(file)?.[1] ?? 'null')
  expect(command).toEqual(['node', ...apiArgs])
})
