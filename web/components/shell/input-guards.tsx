/**
 * Runs in the page before anything else, for as long as it is open. Keys that belong to an input method (Enter that takes
 * a Japanese word, say) reach no form, chip or shortcut. A form with an address of its own is sent once: a second press
 * would give up the answer to the first.
 */
function guardInput(): void {
  const sentAgainAfterMs = 10_000
  const sent = new Set<EventTarget>()
  let isComposing = false
  const setComposing = (now: boolean) => () => {
    isComposing = now
  }
  addEventListener('compositionstart', setComposing(true), true)
  addEventListener('compositionend', setComposing(false), true)
  addEventListener('pointerdown', setComposing(false), true)
  addEventListener(
    'keydown',
    (event) => {
      // 229: Safari says of the last key alone that the input method took it.
      const belongsToMethod = event.isComposing || event.keyCode === 229
      if (!belongsToMethod) isComposing = false
      // The code editor has rules of its own.
      else if (!(event.target instanceof Element && event.target.closest('.cm-editor')))
        event.stopImmediatePropagation()
    },
    true,
  )
  addEventListener(
    'submit',
    (event) => {
      const form = event.target
      const hasAddress = form instanceof HTMLFormElement && form.hasAttribute('action')
      if (isComposing || (hasAddress && sent.has(form))) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (hasAddress) {
        sent.add(form)
        setTimeout(() => sent.delete(form), sentAgainAfterMs)
      }
    },
    true,
  )
  // A page that the browser's Back brings again.
  addEventListener('pageshow', () => sent.clear())
}

export function InputGuards({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a function of this file, with nothing given in it
      dangerouslySetInnerHTML={{ __html: `(${guardInput.toString()})()` }}
    />
  )
}
