import fs from 'node:fs'
import path from 'node:path'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import type { LaneStep } from './lanes.ts'
import { root, runStep, tool } from './step.ts'

const folder = path.join(root, 'docs', 'deploy', 'kubernetes')
/** Where the published types of each kind are. */
const typesOf: Record<string, string> = {
  'v1 Namespace': 'core/v1',
  'v1 ConfigMap': 'core/v1',
  'v1 Secret': 'core/v1',
  'v1 Service': 'core/v1',
  'apps/v1 Deployment': 'apps/v1',
  'policy/v1 PodDisruptionBudget': 'policy/v1',
  'autoscaling/v2 HorizontalPodAutoscaler': 'autoscaling/v2',
  'networking.k8s.io/v1 Ingress': 'networking/v1',
  'networking.k8s.io/v1 NetworkPolicy': 'networking/v1',
}
const manifest = z.looseObject({ apiVersion: z.string(), kind: z.string() })
const kustomization = z.object({ resources: z.array(z.string()) })

/**
 * Holds the Kubernetes manifests against the types that are published with the Kubernetes API: a missing field, a
 * wrong type and a field that does not exist are errors. Needs no cluster and no network.
 */
export const checkManifests: LaneStep['run'] = async (lane) => {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
  const lines = files.flatMap((name) => readManifests(name).map((one, index) => typedLine(one, name, index)))
  if (!listsEach(files)) return false
  const work = path.join(root, 'node_modules', '.cache', 'codify-manifests')
  fs.mkdirSync(work, { recursive: true })
  fs.writeFileSync(path.join(work, 'manifests.ts'), `${lines.join('\n')}\n`)
  const compiler = tool('typescript', 'bin', 'tsc')
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'preserve', '--types', '']
  const ok = await runStep({ ...lane, args: [compiler, ...options, path.join(work, 'manifests.ts')] })
  if (ok) lane.write(`${lines.length} manifests in ${files.length} files.\n`)
  return ok
}

function readManifests(name: string) {
  return parseAllDocuments(fs.readFileSync(path.join(folder, name), 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`${name}: ${document.errors[0]?.message}`)
    return manifest.parse(document.toJS())
  })
}

function typedLine(one: z.infer<typeof manifest>, name: string, index: number): string {
  const types = typesOf[`${one.apiVersion} ${one.kind}`]
  if (types === undefined) throw new Error(`${name}: no types are known for ${one.apiVersion} ${one.kind}`)
  const label = `${name.replace(/\W/g, '_')}_${index}`
  return `export const ${label} = ${JSON.stringify(one)} satisfies import('kubernetes-types/${types}').${one.kind}`
}

/** True if the kustomization names every file but the example of the secrets. */
function listsEach(files: string[]): boolean {
  const text = fs.readFileSync(path.join(folder, 'kustomization.yaml'), 'utf8')
  const listed = kustomization.parse(parseAllDocuments(text)[0]?.toJS()).resources
  const wanted = files.filter((name) => !name.includes('.example.'))
  if (listed.toSorted().join() === wanted.toSorted().join()) return true
  console.error(`kustomization.yaml lists ${listed.join(', ')}; there are ${wanted.join(', ')}.`)
  return false
}
