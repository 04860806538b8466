import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { createAuthOptions } from '@/lib/auth/auth-options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, createAuthOptions())
}

export { handle as GET, handle as POST }
