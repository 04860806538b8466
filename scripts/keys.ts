// Prints new secrets as lines for `.env`: `npm run --silent keys >> .env`.
import { randomBytes } from 'node:crypto'
import { generatePrivateJwk, toPublicJwk } from './serve/jwk.ts'
import { generateSecret } from './serve/secrets.ts'

const privateJwk = generatePrivateJwk()
console.log(`NEXTAUTH_SECRET=${generateSecret()}
AUTH_PRIVATE_JWK='${JSON.stringify(privateJwk)}'
AUTH_JWKS='${JSON.stringify({ keys: [toPublicJwk(privateJwk)] })}'
POSTGRES_PASSWORD=${randomBytes(24).toString('hex')}`)
