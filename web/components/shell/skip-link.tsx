export const mainId = 'main'

/** First stop of the keyboard: past the navigation to the page itself. */
export function SkipLink() {
  return (
    <a
      href={`#${mainId}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2 focus:font-medium focus:text-sm focus:shadow-popover"
    >
      Skip to content
    </a>
  )
}
