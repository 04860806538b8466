import { type RefObject, useLayoutEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Reports input from before the page's scripts ran, once. Such input is in the field only, and the next render would
 * wipe it. An uncontrolled field keeps its value by itself.
 */
export function useTypedEarly(field: RefObject<Field | null>, value: unknown): void {
  const drawn = useRef(value)
  useLayoutEffect(() => {
    const element = field.current
    if (!element || drawn.current === undefined || drawn.current === null) return
    const [typed, given] = [element.value, asShown(String(drawn.current))]
    if (typed === given) return
    if (element instanceof HTMLSelectElement) {
      element.dispatchEvent(new Event('change', { bubbles: true }))
      return
    }
    // React compares with the last value that was set through the element: the one that it drew, then, not the one that
    // was typed.
    element.value = given
    setterOf(element)?.call(element, typed)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, [field])
}

/** The browser's own way to set a field, which React does not watch. */
function setterOf(element: HTMLInputElement | HTMLTextAreaElement) {
  const { prototype } = element instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  return Object.getOwnPropertyDescriptor(prototype, 'value')?.set
}

/** Fields show every kind of line break as one. */
function asShown(value: string): string {
  return value.replaceAll(/\r\n?/g, '\n')
}
