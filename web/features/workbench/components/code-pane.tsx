'use client'

import { type CodeLanguage, codeLanguages, type InterviewExercise } from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'
import { CloudOff, Eraser, Play, Send } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { Select } from '@/components/ui/select.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { languageLabels, type Preferences } from '../preferences.ts'
import type { useDraft } from '../use-draft.ts'
import { OtherDevice } from './other-device.tsx'
import { OwnInput } from './own-input.tsx'
import { SettingsMenu } from './settings-menu.tsx'

const CodeEditor = dynamic(() => import('./code-editor.tsx').then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => (
    <div className="flex h-full items-center justify-center">
      <Spinner label="Opening the editor" />
    </div>
  ),
})

const languageOptions = codeLanguages.map((value) => ({ value, label: languageLabels[value] }))

type CodePaneProps = {
  exercise: InterviewExercise
  draft: ReturnType<typeof useDraft>
  preferences: Preferences
  isBusy: boolean
  waiting: number
  onChange: (code: string) => void
  onLanguage: (language: CodeLanguage) => void
  onKeyboard: (keyboard: Preferences['keyboard']) => void
  onFresh: () => void
  onRun: () => void
  onSubmit: () => void
  onRunInput: (input: Json[]) => void
}

/** The editor between its two bars: language and settings above, what can be done with the code below. */
export function CodePane(props: CodePaneProps) {
  const { exercise, draft, preferences, isBusy, waiting } = props
  const runButton = useRef<HTMLButtonElement>(null)
  const leaveKeys = preferences.keyboard === 'standard' ? 'Esc' : 'Shift-Esc'
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex items-center gap-1.5 border-border border-b px-3 py-1.5">
        <Select
          ariaLabel="Language"
          options={languageOptions}
          value={preferences.language}
          onValueChange={props.onLanguage}
          className="h-8 w-36 text-sm"
        />
        <span className="ml-auto text-subtle text-xs" aria-live="polite">
          {draft.isKept ? 'Saved' : 'Saved in this browser'}
        </span>
        <IconButton label="Start fresh" size="sm" onClick={props.onFresh}>
          <Eraser aria-hidden />
        </IconButton>
        <SettingsMenu keyboard={preferences.keyboard} onChange={props.onKeyboard} />
      </div>
      {draft.other && <OtherDevice onTake={draft.takeOther} onKeep={draft.keepMine} />}
      <div className="relative min-h-0 flex-1 after:pointer-events-none after:absolute after:inset-0 focus-within:after:outline-2 focus-within:after:outline-accent focus-within:after:-outline-offset-2">
        <CodeEditor
          key={preferences.language}
          language={preferences.language}
          code={draft.code}
          keyboard={preferences.keyboard}
          onChange={props.onChange}
          onLeave={() => runButton.current?.focus()}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 border-border border-t px-3 py-2">
        <p id="editor-keys" className="mr-auto text-subtle text-xs max-md:sr-only">
          Tab indents; {leaveKeys} leaves the editor.
        </p>
        {waiting > 0 && (
          <span role="status" className="flex items-center gap-1.5 text-warning text-xs">
            <CloudOff aria-hidden className="size-3.5" />
            {waiting === 1 ? '1 submission' : `${waiting} submissions`} to send when there is a network
          </span>
        )}
        <span className="flex gap-2 max-md:w-full max-md:justify-end">
          <OwnInput exercise={exercise} isDisabled={isBusy} onRun={props.onRunInput} />
          <Button
            ref={runButton}
            variant="secondary"
            size="sm"
            aria-keyshortcuts="Control+Enter"
            title="Run the examples (Ctrl-Enter)"
            onClick={props.onRun}
          >
            <Play aria-hidden />
            Run
          </Button>
          <Button
            size="sm"
            aria-keyshortcuts="Control+Shift+Enter"
            title="Submit: run all tests (Ctrl-Shift-Enter)"
            onClick={props.onSubmit}
          >
            <Send aria-hidden />
            Submit
          </Button>
        </span>
      </div>
    </div>
  )
}
