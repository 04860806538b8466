/**
 * Runs in the page before anything else. Until our scripts have taken over, a press of a button would do nothing, or
 * worse, let the browser send a form by itself and lose what is in it; so it is put aside for `EarlyPresses`. Forms with
 * an address of their own need no scripts and are left alone.
 */
function listenEarly(): void {
  const presses: HTMLElement[] = []
  function onClick(event: Event) {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button || button.form?.hasAttribute('action')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    presses.push(button)
  }
  function onSubmit(event: Event) {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.hasAttribute('action')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    presses.push(form)
  }
  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  window.earlyPresses = {
    presses,
    stop() {
      removeEventListener('click', onClick, true)
      removeEventListener('submit', onSubmit, true)
    },
  }
}

export function ListenEarly({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a function of this file, with nothing given in it
      dangerouslySetInnerHTML={{ __html: `(${listenEarly.toString()})()` }}
    />
  )
}
