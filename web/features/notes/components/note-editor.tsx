'use client'

import { NOTE_MAX } from '@codify/api/contract'
import { NotebookPen } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Label } from '@/components/ui/label.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import type { LoadedNote } from '../loaders.ts'
import { type NoteStatus, useNote } from './use-note.ts'

type NoteEditorProps = { slug: string; learnerId: string; initial: LoadedNote }

/** The learner's own note on a problem, in Markdown; it saves itself. Remount it for another problem. */
export function NoteEditor({ slug, learnerId, initial }: NoteEditorProps) {
  const draftKey = `codify:note:${learnerId}:${slug}`
  const { text, status, change, settle, saveNow } = useNote({ slug, draftKey, initial: initial.note })
  const id = useId()
  return (
    <Card className="p-5 sm:p-6">
      <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id={`${id}-title`} className="flex items-center gap-2 font-semibold text-base tracking-tight">
            <NotebookPen aria-hidden className="size-4 text-accent" />
            Your note
          </h2>
          <p aria-live="polite" className="text-sm text-subtle">
            {statusWords(status, text)}
          </p>
        </div>
        {status.kind === 'conflict' && (
          <div role="alert" className="flex flex-col gap-3 rounded-lg bg-warning-soft p-4 text-sm">
            <p className="font-medium">
              Another device saved a newer text. Nothing is lost: choose what to keep.
            </p>
            <div className="max-h-48 overflow-y-auto rounded-md border border-border bg-surface p-3">
              <Markdown>{status.newer.body}</Markdown>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => settle('both')}>
                Keep both
              </Button>
              <Button size="sm" variant="secondary" onClick={() => settle('newer')}>
                Take the newer one
              </Button>
              <Button size="sm" variant="secondary" onClick={() => settle('own')}>
                Keep mine
              </Button>
            </div>
          </div>
        )}
        <Tabs defaultValue="write">
          <TabsList aria-label="Write or preview your note">
            <TabsTrigger value="write">Write</TabsTrigger>
            <TabsTrigger value="preview">Preview</TabsTrigger>
          </TabsList>
          <TabsContent value="write" className="pt-3">
            <Label htmlFor={id} className="sr-only">
              Your note, in Markdown
            </Label>
            <Textarea
              id={id}
              value={text}
              maxLength={NOTE_MAX}
              className="max-h-[32rem] font-mono text-sm"
              onChange={(event) => change(event.target.value)}
              onBlur={saveNow}
              placeholder="The idea in your own words, the pitfall, what to look at next time."
            />
          </TabsContent>
          <TabsContent value="preview" className="min-h-27 pt-4">
            {text.trim() ? (
              <Markdown>{text}</Markdown>
            ) : (
              <p className="text-sm text-subtle">Nothing to preview yet.</p>
            )}
          </TabsContent>
        </Tabs>
        {status.kind === 'refused' && (
          <p role="alert" className="text-danger text-sm">
            Not saved: {status.message}
          </p>
        )}
      </section>
    </Card>
  )
}

function statusWords(status: NoteStatus, text: string): string {
  switch (status.kind) {
    case 'saved':
      return text.trim() ? 'Saved' : 'Only you see it'
    case 'unsaved':
    case 'saving':
      return 'Saving…'
    case 'offline':
      return 'Offline: kept in this browser'
    case 'refused':
    case 'conflict':
      return 'Not saved'
  }
}
