import { z } from 'zod'

/** Each scope of a personal token, with the sentence that pages show beside it. */
export const tokenScopes = {
  'plan:read': 'Read your plan, today’s work and days off.',
  'plan:write': 'Make and accept plans, change today, undo changes, and manage days off.',
  'practice:read':
    'Read your attempts, notes, code, own problems, interviews and progress, and see your marks on problems.',
  'practice:write': 'Record attempts, save notes and code, add own problems, and run interviews.',
  'community:write': 'Upvote problems, and write, change, delete and report comments under your name.',
  'profile:read': 'Read your intake answers and your settings.',
} as const

export type TokenScope = keyof typeof tokenScopes

/** Safe for an object that is written down with just these keys. */
export const scopeNames = Object.keys(tokenScopes) as [TokenScope, ...TokenScope[]]
export const tokenScopeSchema = z.enum(scopeNames)

/** Scope that a route requires of a personal token; `any`: a valid token is enough. */
export type RouteScope = TokenScope | 'any'

/** True if a token may call a route. Routes that declare no scope are closed to every token. */
export function mayCall(
  token: { scopes: readonly TokenScope[] },
  routeScope: RouteScope | undefined,
): boolean {
  if (routeScope === undefined) return false
  return routeScope === 'any' || token.scopes.includes(routeScope)
}
