import { loadProblem } from '@/features/problems/loaders.ts'

/** On to where the problem is solved, for lists that know only its name. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { url } = await loadProblem((await params).slug)
  return Response.redirect(url, 307)
}
