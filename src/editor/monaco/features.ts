/** Which parts of Monaco does the page use, and what must it never start? */
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/wordOperations/register'
import { type Environment, languages } from 'monaco-editor/editor'

/** The language of the panes: nothing but its brackets, for the colours come from our own scanner. */
export const JSON_TEXT = 'json-text'

declare global {
  var MonacoEnvironment: Environment | undefined
}

/** None of these features asks for a worker; one that did would stand outside the policy of the page. */
export function setUpMonaco(): void {
  globalThis.MonacoEnvironment = {
    getWorker: () => {
      throw new Error('this page starts no worker for its editors')
    },
  }
  languages.register({ id: JSON_TEXT })
  languages.setLanguageConfiguration(JSON_TEXT, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
  })
}
