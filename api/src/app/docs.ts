import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import type { AppEnv } from '../shared/request-env.ts'
import { scopeNames } from '../shared/token-scopes.ts'
import { docsPolicy } from './security-headers.ts'

const assets = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const assetTypes = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' }

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Codify API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>`
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', docExpansion: 'list', defaultModelsExpandDepth: 0 })`

/** `/openapi.json`, made from the schemas of `routes`, and a readable `/docs` from files of our own. */
export function createDocsRoutes(routes: Hono<AppEnv>) {
  const docs = new Hono<AppEnv>()
    .get(
      '/openapi.json',
      openAPIRouteHandler(routes, {
        documentation: {
          openapi: '3.1.0',
          info: { title: 'Codify API', version: '1', description: 'Intake, plans, problems and community.' },
          components: {
            securitySchemes: {
              learner: {
                type: 'http',
                scheme: 'bearer',
                bearerFormat: 'JWT',
                description: 'EdDSA, aud codify-api',
              },
              personal: {
                type: 'http',
                scheme: 'bearer',
                bearerFormat: 'cdf_…',
                description: `A personal token, made under Settings, Tokens. A call names the scope it needs: ${scopeNames.join(', ')}.`,
              },
            },
          },
        },
        exclude: [/^\/v1\/internal\//],
      }),
    )
    .get('/docs', (c) => c.html(page, 200, { 'content-security-policy': docsPolicy }))
    .get('/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }))
  for (const [file, type] of Object.entries(assetTypes)) {
    docs.get(`/docs/${file}`, async (c) => {
      const body = await readFile(path.join(assets, file))
      return c.body(new Uint8Array(body), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=86400',
      })
    })
  }
  return docs
}
