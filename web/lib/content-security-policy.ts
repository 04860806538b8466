type PolicyInput = { nonce: string; isHttps: boolean; isDevelopment: boolean }

/**
 * Scripts run only with this answer's nonce. Styles may be inline: components position themselves with
 * style attributes, which no nonce can cover.
 */
export function contentSecurityPolicy({ nonce, isHttps, isDevelopment }: PolicyInput): string {
  const development = isDevelopment ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
