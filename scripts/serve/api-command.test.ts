import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { CHECKER_MEMORY } from '../../api/src/modules/imports/upload-checker.ts'
import { apiArgs, webArgs } from './api-command.ts'

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')

function commandOf(dockerfile: string): unknown {
  return JSON.parse(/^CMD (\[.*\])$/m.exec(read(dockerfile))?.[1] ?? 'null')
}

test('the containers start Node with the limits that a start by hand gives it', () => {
  expect(commandOf('api/Dockerfile')).toEqual(['node', ...apiArgs])
  expect(commandOf('web/Dockerfile')).toEqual(['node', ...webArgs, 'web/server.js'])
})

const limitsSchema = z.object({ resources: z.object({ limits: z.object({ memory: z.string() }) }) })

/** Megabytes that a container of the composed services may have. */
function composed(service: string): number {
  const services = z.object({
    services: z.record(z.string(), z.looseObject({ deploy: z.unknown().optional() })),
  })
  const { deploy } =
    services.parse(parse(read('docker-compose.yml'), { merge: true })).services[service] ?? {}
  return megabytes(limitsSchema.parse(deploy).resources.limits.memory)
}

/** The same of a container in Kubernetes. */
function deployed(name: string): number {
  const schema = z.object({
    kind: z.literal('Deployment'),
    spec: z.object({ template: z.object({ spec: z.object({ containers: z.array(limitsSchema) }) }) }),
  })
  const found = parseAllDocuments(read(`docs/deploy/kubernetes/${name}.yaml`))
    .map((document) => schema.safeParse(document.toJS()).data)
    .find((deployment) => deployment !== undefined)
  return megabytes(found?.spec.template.spec.containers[0]?.resources.limits.memory ?? '')
}

function megabytes(text: string): number {
  const [, amount, unit] = /^(\d+)(M|Mi|Gi)$/.exec(text) ?? []
  return Number(amount) * (unit === 'Gi' ? 1024 : 1)
}

const heapOf = (args: readonly string[]) =>
  Number(/--max-old-space-size=(\d+)/.exec(args.join(' '))?.[1] ?? Number.NaN)

describe('what a process may take stays below what its container has', () => {
  /** Code, buffers, young objects and the stacks of threads. */
  const BESIDE_MB = 100
  const api = heapOf(apiArgs) + CHECKER_MEMORY + BESIDE_MB
  const web = heapOf(webArgs) + BESIDE_MB
  test.each([
    ['api', api, composed('api')],
    ['api-2', api, composed('api-2')],
    ['api in Kubernetes', api, deployed('api')],
    ['web', web, composed('web')],
    ['web-2', web, composed('web-2')],
    ['web in Kubernetes', web, deployed('web')],
  ])('%s: %i of %i MB', (_, process, container) => {
    expect(process).toBeLessThan(container)
  })
})
