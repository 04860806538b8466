// Taken when the judge is loaded, before any learner's code runs: a prototype that it changes does not reach the judge.
const { apply } = Reflect

function uncurry<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args)
}

export const isArray = Array.isArray
export const isView = ArrayBuffer.isView
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size')?.get
/** By its inside, so that nothing can pretend. */
export function isSet(value: unknown): value is Set<unknown> {
  try {
    if (setSize === undefined) return false
    apply(setSize, value, [])
    return true
  } catch {
    return false
  }
}
export const isInteger = Number.isInteger
export const isFiniteNumber = Number.isFinite
export const quote = (text: string): string => stringify(text)
export const now = performance.now.bind(performance)
export const mapGet = uncurry<Map<unknown, number>, [unknown], number | undefined>(Map.prototype.get)
export const mapSet = uncurry<Map<unknown, number>, [unknown, number], Map<unknown, number>>(
  Map.prototype.set,
)
export const includes = uncurry<string, [string], boolean>(String.prototype.includes)
export const slice = uncurry<string, [number, number], string>(String.prototype.slice)
export const match = uncurry<RegExp, [string], RegExpExecArray | null>(RegExp.prototype.exec)
export const toText = String
export const toNumber = Number
export const reflectApply = apply
export const construct = Reflect.construct
export const reflectGet = Reflect.get
export const ownKeys = Reflect.ownKeys
export const toLowerCase = uncurry<string, [], string>(String.prototype.toLowerCase)
const stringify: (text: string) => string = JSON.stringify
