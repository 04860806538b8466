import { useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'

type Page<Item> = { items: Item[]; next_cursor: string | null }

/** A list that grows page by page, and from which items can be taken. */
export function usePages<Item extends { id: string }>(
  first: Page<Item>,
  fetchPage: (cursor: string) => Promise<Page<Item>>,
) {
  const { signInAgain } = useSignIn()
  const [page, setPage] = useState(first)
  const [loading, setLoading] = useState(false)

  async function loadMore() {
    if (page.next_cursor === null) return
    setLoading(true)
    try {
      const next = await fetchPage(page.next_cursor)
      const known = new Set(page.items.map(({ id }) => id))
      setPage({ ...next, items: [...page.items, ...next.items.filter(({ id }) => !known.has(id))] })
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      toast.error('No more could be loaded', { description: messageOf(error) })
    } finally {
      setLoading(false)
    }
  }

  const remove = (id: string) =>
    setPage((before) => ({ ...before, items: before.items.filter((item) => item.id !== id) }))
  return { items: page.items, hasMore: page.next_cursor !== null, loading, loadMore, remove }
}
