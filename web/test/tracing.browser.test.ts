import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { findFreePort } from '../../scripts/serve/ports.ts'
import { freshEmail, signIn } from './learner.ts'
import { liveBrowser, patience } from './live-browser.ts'
import { liveCodify } from './live-codify.ts'

const attribute = z.object({
  key: z.string(),
  value: z.looseObject({ stringValue: z.string().optional() }),
})
const span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute).default([]),
})
const batch = z.object({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(span) })),
    }),
  ),
})
type Received = z.infer<typeof span> & { service: string | undefined }

const received: Received[] = []
let receiver: Server
const port = await findFreePort()
const codify = liveCodify(async () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }))
const browser = liveBrowser()

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    for (const { resource, scopeSpans } of batch.parse(JSON.parse(Buffer.concat(chunks).toString()))
      .resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue
      received.push(...scopeSpans.flatMap(({ spans }) => spans).map((one) => ({ ...one, service })))
    }
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((resolve) => receiver.listen(port, '127.0.0.1', resolve))
})
afterAll(() => receiver.close())

test('one page view is one trace, from the page to the statements, and tells nothing personal', async () => {
  const { page } = await browser.visit()
  await page.goto(`${codify.webUrl}/signin?callbackUrl=/problems`)
  const email = await signIn(page, freshEmail('traced'))
  await page.goto(`${codify.webUrl}/problems?q=sliding`)
  await page.getByRole('heading', { name: 'Problems' }).waitFor()

  await vi.waitFor(() => {
    const list = received.find(({ name }) => name === 'GET /v1/problems')
    const sameTrace = received.filter(({ traceId }) => traceId === list?.traceId)
    const statements = sameTrace.filter(({ parentSpanId }) => parentSpanId === list?.spanId)
    expect(statements.map(({ name }) => name)).toContain('SELECT')
    expect(sameTrace.map(({ service }) => service)).toContain('codify-web')
    expect(sameTrace.filter(({ parentSpanId }) => !parentSpanId)).toHaveLength(1)
  }, patience)

  const everything = JSON.stringify(received)
  for (const secret of [email, 'sliding', 'token=']) expect(everything).not.toContain(secret)
})
