'use client'

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { python } from '@codemirror/lang-python'
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { CodeLanguage } from '@codify/api/contract'
import { useEffect, useRef } from 'react'
import type { Preferences } from '../preferences.ts'
import { highlightStyle, theme } from './editor-theme.ts'

type CodeEditorProps = {
  /** The same for as long as it is mounted. */
  language: CodeLanguage
  code: string
  keyboard: Preferences['keyboard']
  onChange: (code: string) => void
  /** Escape, or Shift-Escape where the keyboard has a use of its own for Escape. */
  onLeave: () => void
}

/** Where code is written. Tab indents; Escape leaves, so that the keyboard is never caught in it. */
export function CodeEditor({ language, code, keyboard, onChange, onLeave }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const keyboardPart = useRef(new Compartment())
  const latest = useRef({ onChange, onLeave, code, keyboard })
  latest.current = { onChange, onLeave, code, keyboard }

  useEffect(() => {
    if (!place.current) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: latest.current.code,
        extensions: [
          keyboardPart.current.of([]),
          leaving(
            () => latest.current.onLeave(),
            () => latest.current.keyboard === 'standard',
          ),
          setUp(language),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [language])

  useEffect(() => {
    let isGone = false
    loadKeyboard(keyboard).then((extension) => {
      if (!isGone) view.current?.dispatch({ effects: keyboardPart.current.reconfigure(extension) })
    })
    return () => {
      isGone = true
    }
  }, [keyboard])

  // Code from elsewhere (a fresh start, another device) goes in as one change, which undo takes back.
  useEffect(() => {
    const { current } = view
    if (!current || current.state.doc.toString() === code) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: code } })
  }, [code])

  return <div ref={place} className="h-full min-h-0 overflow-hidden" />
}

function setUp(language: CodeLanguage): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ activateOnTyping: false }),
    EditorState.tabSize.of(4),
    indentUnit.of(language === 'python' ? '    ' : '  '),
    language === 'python' ? python() : javascript({ typescript: language === 'typescript' }),
    syntaxHighlighting(highlightStyle),
    theme,
    EditorView.contentAttributes.of({
      'aria-label': 'Code',
      'aria-describedby': 'editor-keys',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
    }),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
  ]
}

function leaving(leave: () => void, isStandard: () => boolean): Extension {
  const go = () => {
    leave()
    return true
  }
  return [
    Prec.highest(keymap.of([{ key: 'Shift-Escape', run: go }])),
    // After those that close a list of completions or clear a second cursor.
    Prec.lowest(keymap.of([{ key: 'Escape', run: () => isStandard() && go() }])),
  ]
}

async function loadKeyboard(keyboard: Preferences['keyboard']): Promise<Extension> {
  if (keyboard === 'vim') return (await import('@replit/codemirror-vim')).vim({ status: true })
  if (keyboard === 'emacs') return (await import('@replit/codemirror-emacs')).emacs()
  return []
}
