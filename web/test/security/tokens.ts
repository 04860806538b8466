import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { type Attack, attacks, expectRefusal } from './attack.ts'
import type { Target } from './target.ts'

const group = 'tokens'
const now = () => Math.floor(Date.now() / 1000)
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Claims that would be good, were they signed well. */
function claimsOf({ webUrl, ada }: Target): JWTPayload {
  return { iss: webUrl, aud: 'codify-api', sub: ada.id, name: 'Ada', iat: now(), exp: now() + 300 }
}

type Forge = (target: Target) => string | Promise<string>

const badClaims: Record<string, JWTPayload | ((target: Target) => JWTPayload)> = {
  'that has run out': () => ({ iat: now() - 400, exp: now() - 100 }),
  'that is not valid yet': () => ({ nbf: now() + 300 }),
  'from the future': () => ({ iat: now() + 600, exp: now() + 900 }),
  'of another issuer': { iss: 'https://evil.example' },
  'of an issuer that begins like ours': ({ webUrl }) => ({ iss: `${webUrl}.evil.example` }),
  'of an issuer with a slash more': ({ webUrl }) => ({ iss: `${webUrl}/` }),
  'without an issuer': { iss: undefined },
  'for another audience': { aud: 'another-api' },
  'for a list of other audiences': { aud: ['codify', 'codify-api2'] },
  'without an audience': { aud: undefined },
  'without a subject': { sub: undefined },
  'whose subject is an address': { sub: 'ada@example.org' },
  'whose subject is SQL': { sub: "' or 1=1 --" },
  'whose subject is the service': { sub: 'web' },
  'that lives an hour': () => ({ exp: now() + 3600 }),
  'without an end': { exp: undefined },
  'without a beginning, of an hour': () => ({ iat: undefined, exp: now() + 3600 }),
  'of a session of last year': () => ({ auth_time: now() - 366 * 86_400 }),
  'of a session of tomorrow': () => ({ auth_time: now() + 86_400 }),
  'that asks for the service’s scope': { scope: 'auth' },
}

const badHeaders: Record<string, Record<string, unknown>> = {
  'of another type': { typ: 'at+jwt' },
  'with the address of a key': { jku: 'https://evil.example/jwks.json' },
  'with the address of a certificate': { x5u: 'https://evil.example/cert.pem' },
  'with an unknown key id': { kid: 'unknown' },
  'whose key id is a path': { kid: '../../../../dev/null' },
  'whose key id is SQL': { kid: "current' union select 'x" },
}

const forged: Record<string, Forge> = {
  'of algorithm none': (target) => new UnsecuredJWT(claimsOf(target)).encode(),
  'of algorithm nOnE with a signature': async (target) =>
    `${part({ alg: 'nOnE', typ: 'JWT', kid: 'current' })}.${part(claimsOf(target))}.AAAA`,
  'of HS256 with the public key’s bytes as secret': async (target) =>
    hs256(target, Buffer.from(target.publicJwk.x, 'base64url')),
  'of HS256 with the public key’s JSON as secret': async (target) =>
    hs256(target, Buffer.from(JSON.stringify(target.publicJwk))),
  'of ES256': async (target) => {
    const { privateKey } = await generateKeyPair('ES256')
    const header = { alg: 'ES256', typ: 'JWT', kid: 'current' }
    return new SignJWT(claimsOf(target)).setProtectedHeader(header).sign(privateKey)
  },
  'of a stranger’s key under our key id': (target) => byStranger(target, {}),
  'of a stranger’s key that it brings along': async (target) => {
    const keys = await generateKeyPair('EdDSA', { extractable: true })
    const header = { alg: 'EdDSA', typ: 'JWT', kid: 'mine', jwk: await exportJWK(keys.publicKey) }
    return new SignJWT(claimsOf(target)).setProtectedHeader(header).sign(keys.privateKey)
  },
  'whose signature was taken off': async (target) => (await good(target)).replace(/[^.]+$/, ''),
  'whose signature is another token’s': async (target) => {
    const other = (await target.sign({ sub: target.eve.id })).split('.')[2]
    return (await good(target)).replace(/[^.]+$/, other ?? '')
  },
  'whose subject was changed afterwards': async (target) => {
    const [header, , signature] = (await target.sign({ sub: target.eve.id })).split('.')
    return `${header}.${part(claimsOf(target))}.${signature}`
  },
  'of four parts': async (target) => `${await good(target)}.AAAA`,
  'that is the session cookie': ({ ada }) => ada.cookie.split('=')[1] ?? '',
  'that is web’s own': ({ sign }) => sign({ sub: 'web', scope: 'auth' }),
  'that vouches for addresses': ({ sign }) => sign({ sub: 'web', scope: 'forward' }),
  'of 8 KB': async (target) =>
    target.sign({ sub: target.ada.id, name: 'x'.repeat(8_000), padding: 'y' }, { kid: 'x'.repeat(1_000) }),
}

async function hs256(target: Target, secret: Uint8Array): Promise<string> {
  const header = { alg: 'HS256', typ: 'JWT', kid: 'current' }
  return new SignJWT(claimsOf(target)).setProtectedHeader(header).sign(secret)
}
async function byStranger(target: Target, header: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA')
  const protectedHeader = { alg: 'EdDSA', typ: 'JWT', kid: 'current', ...header }
  return new SignJWT(claimsOf(target)).setProtectedHeader(protectedHeader).sign(privateKey)
}
const good = (target: Target) => target.sign({ sub: target.ada.id })

function token(name: string, forge: Forge): Attack {
  return {
    group,
    name: `a token ${name}`,
    run: async (target) =>
      expectRefusal(await target.api('GET', '/v1/me/export', { token: await forge(target) }), 401),
  }
}

export const tokenAttacks: Attack[] = [
  ...Object.entries(badClaims).map(([name, claims]) =>
    token(name, (target) =>
      target.sign({ sub: target.ada.id, ...(typeof claims === 'function' ? claims(target) : claims) }),
    ),
  ),
  ...Object.entries(badHeaders).map(([name, header]) =>
    token(name, (target) => target.sign({ sub: target.ada.id }, header)),
  ),
  ...Object.entries(forged).map(([name, forge]) => token(name, forge)),
  ...attacks(group, {
    'a good token in the address': async ({ api, ada }) =>
      expectRefusal(await api('GET', `/v1/me/export?access_token=${ada.token}&token=${ada.token}`), 400, 401),
    'a good token in a cookie': async ({ api, ada }) =>
      expectRefusal(await api('GET', '/v1/me/export', { cookie: `token=${ada.token}` }), 401),
    'a learner’s token on an internal call': async ({ api, ada }) =>
      expectRefusal(
        await api('POST', '/v1/internal/sign-in-tokens/use', {
          token: ada.token,
          body: { identifier: 'a@example.org', token: 'x'.repeat(32), browser: 'y'.repeat(32) },
        }),
        401,
      ),
    'an ended session’s token': async ({ api, person, sign }) => {
      const gone = await person('gone')
      await api('POST', '/v1/me/sign-out-everywhere', { token: gone.token })
      await expectRefusal(await api('GET', '/v1/me/export', { token: gone.token }), 401)
      const older = await sign({ sub: gone.id, auth_time: now() - 5 })
      await expectRefusal(await api('GET', '/v1/me/export', { token: older }), 401)
    },
    'a deleted account’s token': async ({ api, person }) => {
      const gone = await person('deleted')
      await api('DELETE', '/v1/me', { token: gone.token })
      await expectRefusal(await api('GET', '/v1/me/export', { token: gone.token }), 401)
    },
    'a token in another scheme': async ({ api, ada }) =>
      expectRefusal(
        await api('GET', '/v1/me/export', {
          headers: {
            authorization: `Basic ${Buffer.from(`${randomUUID()}:${ada.token}`).toString('base64')}`,
          },
        }),
        401,
      ),
  }),
]
