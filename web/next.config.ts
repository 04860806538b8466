import path from 'node:path'
import type { NextConfig } from 'next'

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Sign-in links carry a token in the address, so no other site is told where a learner comes from.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Loaded only where traces are sent. */
const openTelemetry = [
  '@opentelemetry/api',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/instrumentation',
  '@opentelemetry/instrumentation-undici',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-node',
]

const config: NextConfig = {
  // Only the image has a server of its own; `next start` uses the plain build.
  ...(process.env.NEXT_OUTPUT === 'standalone' && { output: 'standalone' }),
  outputFileTracingRoot: path.join(import.meta.dirname, '..'),
  transpilePackages: ['@codify/api'],
  serverExternalPackages: ['pino', ...openTelemetry],
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
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
