import type { Attack } from './attack.ts'
import { crossSiteAttacks } from './cross-site.ts'
import { crowdAttacks } from './crowds.ts'
import { guardAttacks } from './guard.ts'
import { importAttacks } from './imports.ts'
import { injectionAttacks } from './injection.ts'
import { limitAttacks } from './limits.ts'
import { logAttacks, traceAttacks } from './logs.ts'
import { modelAttacks } from './model.ts'
import { objectAttacks } from './objects.ts'
import { pathAttacks } from './paths.ts'
import { requestAttacks, slowAttacks } from './requests.ts'
import { scriptingAttacks } from './scripting.ts'
import { sessionAttacks } from './sessions.ts'
import { signInAttacks } from './sign-in.ts'
import { startAttacks } from './starts.ts'
import { tokenAttacks } from './tokens.ts'

export const quickAttacks: Attack[] = [
  ...tokenAttacks,
  ...objectAttacks,
  ...crossSiteAttacks,
  ...injectionAttacks,
  ...requestAttacks,
  ...guardAttacks,
  ...pathAttacks,
  ...signInAttacks,
  ...sessionAttacks,
  ...traceAttacks,
  ...modelAttacks,
  ...scriptingAttacks,
]
/** These use limits up, take their time, or look back on all others. */
export const lastAttacks: Attack[] = [
  ...slowAttacks,
  ...importAttacks,
  ...crowdAttacks,
  ...startAttacks,
  ...limitAttacks,
  ...logAttacks,
]
