/**
 * Headers of every answer of the pages. The policy is for answers that are no page: should a browser take one for a
 * page, it can load, run and send nothing. Pages have a policy of their own (`proxy.ts`), and so has the sandbox
 * (`next.config.ts`).
 */
export function securityHeaders({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Sign-in links carry a token in the address, so no other site is told where a learner comes from.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}
