import type { Call, Parameter } from './judge.types.ts'
import { typeOf, type ValueType } from './value-types.ts'

type TypedMethod = { name: string; params: ValueType[]; returns: ValueType }
export type TypedCall =
  | { kind: 'function'; names: string[]; params: ValueType[]; returns: ValueType }
  | { kind: 'class'; name: string; params: ValueType[]; methods: TypedMethod[] }

/** A call with its types read, so that nothing of it is left to do once the learner's code has run. */
export function typedCall(call: Call): TypedCall {
  const types = (params: Parameter[]) => params.map(({ type }) => typeOf(type))
  if (call.kind === 'function') {
    const names = call.params.map(({ name }) => name)
    return { kind: 'function', names, params: types(call.params), returns: typeOf(call.returns) }
  }
  const methods = call.methods.map(({ name, params, returns }) => ({
    name,
    params: types(params),
    returns: typeOf(returns),
  }))
  return { kind: 'class', name: call.name, params: types(call.constructor), methods }
}
