import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { EarlyPresses } from '@/components/shell/early-presses.tsx'
import { InputGuards } from '@/components/shell/input-guards.tsx'
import { ListenEarly } from '@/components/shell/listen-early.tsx'
import { ThemeProvider } from '@/components/shell/theme-provider.tsx'
import { Toaster } from '@/components/ui/toaster.tsx'
import { getConfig } from '@/lib/config.ts'
import './globals.css'

export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(getConfig().publicUrl),
  title: { default: 'Codify: a plan for your coding interviews', template: '%s · Codify' },
  description:
    'A coding-interview coach you run yourself: a plan that fits your hours, and follows what was hard.',
  applicationName: 'Codify',
})

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafc' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0e11' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <body className="min-h-dvh font-sans">
        <InputGuards nonce={nonce} />
        <ListenEarly nonce={nonce} />
        <ThemeProvider nonce={nonce}>
          {children}
          <Toaster />
          <EarlyPresses />
        </ThemeProvider>
      </body>
    </html>
  )
}
