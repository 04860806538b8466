import fs from 'node:fs'
import path from 'node:path'
import type { NextConfig } from 'next'

/** Loaded only where traces are sent. */
const openTelemetry = [
  '@opentelemetry/api',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/instrumentation',
  '@opentelemetry/instrumentation-undici',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-node',
]

/** Made by `scripts/prepare-sandbox.ts` before the build; its names carry digests, so it is cached for good. */
const sandboxManifest = path.join(import.meta.dirname, 'public', 'sandbox', 'manifest.json')
const sandbox: { assets?: object; policy?: string } = fs.existsSync(sandboxManifest)
  ? JSON.parse(fs.readFileSync(sandboxManifest, 'utf8'))
  : {}
const sandboxHeaders = {
  'Content-Security-Policy': sandbox.policy ?? "default-src 'none'; sandbox",
  // The app's own pages hold the frame, and nobody else's.
  'X-Frame-Options': 'SAMEORIGIN',
  'Cache-Control': 'public, max-age=31536000, immutable',
}

const config: NextConfig = {
  env: { SANDBOX_ASSETS: JSON.stringify(sandbox.assets ?? {}) },
  // Only the image has a server of its own; `next start` uses the plain build.
  ...(process.env.NEXT_OUTPUT === 'standalone' && { output: 'standalone' }),
  outputFileTracingRoot: path.join(import.meta.dirname, '..'),
  transpilePackages: ['@codify/api', '@codify/seeds'],
  serverExternalPackages: ['pino', ...openTelemetry],
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    {
      source: '/sandbox/:path*',
      headers: Object.entries(sandboxHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
  // Addresses that the project's first documents name. The query goes along.
  redirects: async () => [
    { source: '/signup', destination: '/signin', permanent: true },
    { source: '/onboarding', destination: '/intake', permanent: true },
    { source: '/dashboard', destination: '/today', permanent: true },
  ],
  // Where a page fails before it could name its icon, browsers ask here.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  experimental: {
    optimizePackageImports: ['radix-ui'],
    // Forms of sign-in are the largest that pages take; the API's proxy has limits of its own.
    proxyClientMaxBodySize: '64kb',
  },
}

export default config
