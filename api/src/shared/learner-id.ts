import { v5 } from 'uuid'

/** Changing this would make every learner a stranger to their own data. */
const namespace = '5d7e0f6a-52a5-4f0e-9a36-0d0c2f1b8e44'

/** The learner's id: the same for one verified address, whichever way they sign in. */
export function learnerIdOf(email: string): string {
  return v5(email.trim().toLowerCase(), namespace)
}
