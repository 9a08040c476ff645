/** How do Django settings get into the lab, and how does the lab’s server read as Django settings? ux.md 4.4. */
import { type ReactElement, useId, useState } from 'react'
import { isSimpleJwt, type Scenario, serverKinds } from '../../simulation/scenario.ts'
import { type DjangoRun, runDjango } from '../../simulation/djangoScenario.ts'
import { settingsOf } from '../../simulation/wire.ts'
import { isHmac } from '../../simplejwt/signatures.ts'
import { writeDjangoSettings } from '../../simplejwt/writeDjangoSettings.ts'
import { changeScenario, sessionStore } from '../../state/sessionStore.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import css from './Settings.module.css'
import { useSession } from './useSession.ts'

const HINT = `SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
    "ROTATE_REFRESH_TOKENS": True,
}`

export function DjangoPane(): ReactElement {
  const [text, setText] = useState('')
  const [run, setRun] = useState<DjangoRun>({ state: 'empty' })
  const id = useId()
  const change = (typed: string): void => {
    setText(typed)
    const next = runDjango(typed, sessionStore.getState().scenario)
    setRun(next)
    if (next.state === 'applied') changeScenario(next.scenario)
  }
  const isRefused = run.state === 'refused'
  return (
    <div className={css['group']}>
      <h3>Django</h3>
      <label className={css['block']}>
        <span>Django settings</span>
        <textarea
          className="input"
          rows={5}
          spellCheck={false}
          autoComplete="off"
          placeholder={HINT}
          value={text}
          aria-invalid={isRefused || undefined}
          aria-describedby={id}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </label>
      <div id={id} role="status" aria-label="Django settings read" className={css['told']}>
        <Told run={run} />
      </div>
      <Written />
    </div>
  )
}

function Told({ run }: { run: DjangoRun }): ReactElement | null {
  switch (run.state) {
    case 'empty':
      return <p className={css['about']}>Paste a SIMPLE_JWT block, and the lab runs it.</p>
    case 'refused':
      return (
        <>
          {run.faults.map((fault) => (
            <p key={fault} className={css['fault']} data-state="fail">
              {fault}
            </p>
          ))}
        </>
      )
    case 'applied':
      return (
        <>
          <p className={css['about']}>The lab runs these settings.</p>
          {run.notes.map((note) => (
            <p key={note} className={css['note']} data-state="warning">
              {note}
            </p>
          ))}
          {run.idle.length > 0 && (
            <>
              <p className={css['about']}>Read, and changes nothing in the lab:</p>
              <ul className={css['idle']}>
                {run.idle.map(({ name, reason }) => (
                  <li key={name}>
                    <code>{name}</code> {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )
    default:
      return run satisfies never
  }
}

/** What runs now, whatever stands in the box. */
function Written(): ReactElement {
  const scenario = useSession((session) => session.scenario)
  const { label } = serverKinds[scenario.server]
  if (!isSimpleJwt(scenario.server))
    return (
      <p className={css['about']}>
        The server is {label}, so no Django settings say what it does. Pasted ones bring SimpleJWT
        back.
      </p>
    )
  const code = writeForDjango(scenario)
  return (
    <>
      <div className={css['codeHead']}>
        <h4>The lab’s settings, for {label}</h4>
        <CopyButton label="Copy settings" className="link" text={() => code} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to get there */}
      <pre className={css['code']} role="region" aria-label="Settings as Django code" tabIndex={0}>
        {code}
      </pre>
    </>
  )
}

function writeForDjango(scenario: Scenario): string {
  const needsApp = scenario.hasBlacklistApp && scenario.isBlacklisting
  const app = needsApp
    ? '# INSTALLED_APPS needs "rest_framework_simplejwt.token_blacklist" too\n'
    : ''
  const settings = settingsOf(scenario)
  const keys = isHmac(settings.ALGORITHM)
    ? ''
    : `# ${settings.ALGORITHM} needs a key pair of yours, as PEM in SIGNING_KEY and VERIFYING_KEY\n`
  return `${app}${keys}${writeDjangoSettings(settings)}`
}
