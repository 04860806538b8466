import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useTestApi } from './testing.ts'
import { listRoutes, type OpenApi, publicRoutes, readOpenApi } from './testing-routes.ts'

const api = useTestApi()

describe('the OpenAPI document', () => {
  let document: OpenApi
  beforeAll(async () => {
    document = await readOpenApi(api)
  })

  test('describes every route under /v1, and no internal one', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const expected = listRoutes(api)
      .map((route) => route.name.replace(/:(\w+)/g, '{$1}'))
      .filter((name) => name.includes(' /v1/') && !name.includes('/internal/'))
    expect(described.filter((name) => name.includes(' /v1/')).sort()).toEqual(expected.sort())
  })

  test('names every operation once and every path parameter', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    for (const [path, methods] of Object.entries(document.paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      for (const one of Object.values(methods)) {
        const named = (one.parameters ?? [])
          .filter((parameter) => parameter.in === 'path')
          .map((parameter) => parameter.name)
        expect(named.sort()).toEqual(wanted.sort())
      }
    }
  })

  test('has a success and a problem answer for every operation', () => {
    for (const methods of Object.values(document.paths))
      for (const { responses } of Object.values(methods)) {
        expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true)
        expect(responses[401]).toMatchObject({ content: { 'application/problem+json': {} } })
      }
  })

  test('says of closed routes that they need a token, of public ones that it is optional', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(methods)) {
        const name = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
        const optional = security.some((scheme) => Object.keys(scheme).length === 0)
        expect([name, optional]).toEqual([name, publicRoutes.includes(name)])
      }
  })

  test('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(references.length).toBeGreaterThan(10)
    for (const reference of new Set(references)) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>(
          (node, key) => z.record(z.string(), z.unknown()).safeParse(node).data?.[key],
          document,
        )
      expect([reference, typeof found]).toEqual([reference, 'object'])
    }
  })

  test('is shown readably, from files of our own', async () => {
    const page = await (await api.call('GET', '/docs')).text()
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) {
      expect(link).toMatch(/^\/docs\//)
      expect((await api.call('GET', link)).status).toBe(200)
    }
  })
})
