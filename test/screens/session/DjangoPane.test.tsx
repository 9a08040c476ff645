/** Does the lab run pasted Django settings, and explain those that it cannot? */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openLab, rows } from './openLab.tsx'

const box = (): HTMLElement => screen.getByRole('textbox', { name: 'Django settings' })
const code = (): string =>
  screen.getByRole('region', { name: 'Settings as Django code' }).textContent
const setting = (name: string): HTMLElement => screen.getByRole('spinbutton', { name })

async function paste(text: string): Promise<void> {
  const user = userEvent.setup()
  await user.click(box())
  await user.paste(text)
}

describe('pasted Django settings', () => {
  it('run at once, and stand below as code', async () => {
    await openLab('#/session/thief-access')
    expect(code()).toBe('SIMPLE_JWT = {\n}\n')
    await paste('SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(minutes=3), "ISSUER": "me"}')
    expect(rows().find((row) => row[4]?.includes('401'))?.[0]).toBe('3:00')
    expect(setting('Access lifetime')).toHaveValue(180)
    expect(code()).toContain('"ACCESS_TOKEN_LIFETIME": timedelta(minutes=3)')
    expect(code()).toContain('"ISSUER": "me"')
  })

  it.each([
    ['SIMPLE_JWT = {\n "LEEWAY" 5}', /Line 2, column 11: expected ‘:’, found ‘?5/],
    ['SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(minutes=-5)}', /below 0 s/],
    ['nothing of the kind', /There is no SIMPLE_JWT/],
  ])('that cannot run are explained, and text and last good run stay: %s', async (text, told) => {
    await openLab('#/session/thief-access')
    const before = rows()
    await paste(text)
    expect(box()).toBeInvalid()
    expect(box()).toHaveValue(text)
    expect(box()).toHaveAccessibleDescription(told)
    expect(rows()).toEqual(before)
  })

  it('of which some are unknown or change nothing are named, and the rest runs', async () => {
    await openLab('#/session/thief-access')
    await paste('SIMPLE_JWT = {"ROTATE": True, "UPDATE_LAST_LOGIN": True, "LEEWAY": 30}')
    expect(box()).toHaveAccessibleDescription(
      /SimpleJWT has no setting ROTATE.*changes nothing in the lab:.*UPDATE_LAST_LOGIN/,
    )
    expect(setting('Leeway')).toHaveValue(30)
  })
})
