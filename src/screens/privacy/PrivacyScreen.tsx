/** What does the page keep to itself, and how can anyone see that it does? decisions.md B. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { POLICY } from '../../policy.ts'
import { requestStore } from '../../state/requests.ts'
import { LeakPanel } from './LeakPanel.tsx'
import css from './PrivacyScreen.module.css'

export function PrivacyScreen(): ReactElement {
  const { foreign, isReady } = useStore(requestStore)
  return (
    <div className={css['page']}>
      <h1>Privacy</h1>
      <p className={css['lead']}>
        Nothing you paste leaves this tab. The browser is told to refuse every connection except
        loading this page’s own files.
      </p>
      <section aria-labelledby="policy">
        <h2 id="policy">What the browser is told</h2>
        <pre className={css['policy']}>{POLICY.replaceAll('; ', ';\n')}</pre>
        <p>
          It is the content security policy of this page and of every worker it starts. You find it
          in the page’s source.
        </p>
      </section>
      <LeakPanel />
      <section aria-labelledby="requests">
        <h2 id="requests">What was asked for so far</h2>
        {foreign.length === 0 ? (
          <p>
            0 requests to anything but this page’s own files.{' '}
            {isReady
              ? 'All of its code has arrived, so it asks for nothing any more: it works with the network cut. Only the list of weak secrets comes later, and only if you ask for it; so do the rich editors, if they were turned off.'
              : 'Its own code is still arriving.'}
          </p>
        ) : (
          <>
            <p>
              {foreign.length} {foreign.length === 1 ? 'request' : 'requests'} that the page has no
              code for. A browser extension may have made them.
            </p>
            <ul className={css['list']}>
              {[...new Set(foreign)].map((address) => (
                <li key={address}>
                  <code>{address}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="check">
        <h2 id="check">How to check it without this page’s word</h2>
        <ol className={css['steps']}>
          <li>
            Open the developer tools of your browser, at Network, and clear the list. Paste a token,
            check it, change it: the list stays empty.
          </li>
          <li>Cut the network, by aeroplane mode or cable. Everything on this page still works.</li>
          <li>
            Show the source of the page: the policy stands in its head, before any script. A server
            may send it as a header too.
          </li>
          <li>
            Take the built folder to a computer without a network, and serve it there. It asks for
            nothing but its own files.
          </li>
        </ol>
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">What is kept</h2>
        <p>
          Tokens, keys and secrets stay in memory and are gone when the tab is closed or{' '}
          <em>Clear everything</em> is pressed. This device remembers the theme, whether single keys
          act, whether editors are plain, which steps and rooms you have finished and which step was
          open last, nothing else. There are no cookies and no counters of visitors.
        </p>
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">What it cannot promise</h2>
        <p>
          The policy lets the page load scripts and styles from its own host; this is why the
          requests are counted. It does not stop a link that you follow, nor a link to a token that
          you share yourself. Browser extensions, clipboard managers and people behind you can see
          what is on the screen. Addresses in a token (<code>jku</code>, <code>x5u</code>,{' '}
          <code>iss</code>) are shown as text and never followed.
        </p>
      </section>
    </div>
  )
}
