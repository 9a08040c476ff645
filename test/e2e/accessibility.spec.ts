/** Does axe find anything serious in any state of the page, in any theme? */
import { faultsOf } from './faults.ts'
import { expect, type Lens, test } from './lens.ts'
import { CURL, JOHN_DOE, PAIR } from './tokens.ts'

/** Each is reached from the one before it. */
const STATES: [string, (lens: Lens) => Promise<void>][] = [
  [
    'on a first visit',
    async (lens) => {
      await expect(lens.headline).toContainText('Signature valid')
    },
  ],
  [
    'with the themes open',
    async (lens) => {
      await lens.button('Theme').click()
      await expect(lens.page.getByRole('menu', { name: 'Theme' })).toBeVisible()
    },
  ],
  [
    'with the samples open',
    async (lens) => {
      await lens.page.keyboard.press('Escape')
      await lens.button('Samples').click()
      await expect(lens.page.getByRole('menu', { name: 'Samples' })).toBeVisible()
    },
  ],
  [
    'with the keys listed',
    async (lens) => {
      await lens.page.keyboard.press('Escape')
      await lens.button('Keyboard shortcuts').click()
      await expect(lens.page.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'with the settings open',
    async (lens) => {
      await lens.button('Close').click()
      await lens.button('Settings').click()
      await expect(lens.page.getByRole('checkbox', { name: 'Plain editors' })).toBeVisible()
    },
  ],
  [
    'about privacy',
    async (lens) => {
      await lens.button('Close').click()
      await lens.page.getByRole('link', { name: 'Privacy' }).click()
      await expect(lens.page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
    },
  ],
  [
    'with nothing in it',
    async (lens) => {
      await lens.page.getByRole('link', { name: 'Debug' }).click()
      await lens.button('Clear everything').click()
      await expect(lens.headline).toContainText('Paste a token to begin.')
    },
  ],
  [
    'without a key',
    async (lens) => {
      await lens.paste(CURL)
      await expect(lens.headline).toContainText('Decoded, not verified.')
    },
  ],
  [
    'with a near miss',
    async (lens) => {
      await lens.paste(JOHN_DOE)
      await lens.key.fill('c2VjcmV0')
      await expect(lens.button('Read as base64')).toBeVisible()
    },
  ],
  [
    'after a mismatch and an edit',
    async (lens) => {
      await lens.paste(PAIR)
      await lens.typeOver(lens.payload, '1545224259', '1')
      await expect(lens.headline).toContainText('Signature does not match.')
      await expect(lens.page.getByText('Edited.')).toBeVisible()
    },
  ],
  [
    'searching by name',
    async (lens) => {
      await lens.page.keyboard.press('ControlOrMeta+k')
      await lens.page.getByRole('combobox', { name: /^View, sample/ }).fill('exp')
      await expect(lens.page.getByRole('listbox').getByRole('option').first()).toHaveText(/^exp/)
    },
  ],
  ...(['Header', 'exp', 'Signing input', 'Signature', 'Verdict'] as const).map(
    (stop, index): (typeof STATES)[number] => [
      `walking, at ${stop}`,
      async ({ page }) => {
        if (index === 0) {
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toHaveCount(0)
          await page.getByRole('button', { name: 'Walk', exact: true }).click()
        }
        const said = page.getByRole('region', { name: 'Walk' }).getByRole('status')
        await expect(async () => {
          if (!new RegExp(`^${stop}\\b`).test((await said.textContent()) ?? ''))
            await page.keyboard.press('ArrowRight')
          await expect(said).toHaveText(new RegExp(`^${stop}\\b`), { timeout: 50 })
        }).toPass()
      },
    ],
  ),
  [
    'with something pinned',
    async (lens) => {
      await lens.page.keyboard.press('Escape')
      await lens.claims.first().getByRole('button').first().click()
      await expect(lens.button('Unpin')).toBeVisible()
    },
  ],
  [
    'with faults everywhere',
    async (lens) => {
      const header = Buffer.from('{"alg":"HS256","alg":"none"').toString('base64')
      const payload = Buffer.from('{"exp":"soon","exp":1545224259000}').toString('base64')
      await lens.paste(`Bearer ${header}.${payload}.A%`)
      await lens.judgeAt('soon')
      await lens.leeway.fill('30')
      await expect(lens.rungs.first()).toHaveText(/^Form\s*fail/)
      await expect(lens.findings).not.toHaveCount(0)
    },
  ],
  [
    'with disclosures',
    async (lens) => {
      await lens.page.goto('/#/debug?sample=sd-jwt')
      await lens.page
        .getByRole('list', { name: 'Disclosures', exact: true })
        .getByRole('button')
        .first()
        .click()
      await expect(lens.button('Unpin')).toBeVisible()
    },
  ],
  [
    'with an encrypted token',
    async (lens) => {
      await lens.page.goto('/#/debug?sample=jwe')
      await lens.page.getByRole('button', { name: 'Ciphertext' }).last().click()
      await expect(lens.button('Unpin')).toBeVisible()
    },
  ],
  [
    'with a pair on the timeline',
    async (lens) => {
      await lens.paste(PAIR)
      await lens.page.getByRole('link', { name: 'Open in Session lab' }).click()
      await expect(lens.page.getByRole('img', { name: 'Timeline' })).toBeVisible()
    },
  ],
  [
    'with the exports of the lab listed',
    async (lens) => {
      await lens.page.getByRole('link', { name: 'Copy into simulator' }).click()
      await lens.page
        .getByRole('textbox', { name: 'Django settings' })
        .fill('{"ROTATE": 1, "UPDATE_LAST_LOGIN": True}')
      await lens.button('Export').click()
      await expect(lens.page.getByRole('menu', { name: 'Export' })).toBeVisible()
    },
  ],
  [
    'with a session that cannot be opened',
    async (lens) => {
      await lens.page.getByRole('menuitem', { name: /^Open JSON/ }).click()
      await lens.button('Open session').click()
      await expect(lens.page.getByRole('alert')).toContainText('There is no text here.')
    },
  ],
]

for (const theme of ['light', 'dark', 'projector'] as const)
  test(`axe finds nothing serious in any state in the theme ${theme}`, async ({ lens }) => {
    // without motion, so that no colour is measured half way
    await lens.page.emulateMedia({ reducedMotion: 'reduce' })
    await lens.page.addInitScript(
      (stored) => localStorage.setItem('jwt-lens', stored),
      JSON.stringify({ theme }),
    )
    await lens.open()
    await expect(lens.page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const [name, reach] of STATES)
      await test.step(name, async () => {
        await reach(lens)
        expect.soft(await faultsOf(lens.page), name).toEqual([])
      })
  })

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('axe finds nothing serious and every name is there', async ({ lens }) => {
    await lens.open()
    await lens.paste(PAIR)
    await expect(lens.tabs).toHaveCount(2)
    expect(await faultsOf(lens.page)).toEqual([])
    for (const shown of [
      lens.token,
      lens.key,
      lens.header,
      lens.payload,
      lens.headline,
      lens.asOf,
      lens.leeway,
      ...['Samples', 'Copy token', 'Clear everything', 'Theme'].map((name) => lens.button(name)),
      lens.page.getByRole('link', { name: 'Privacy' }),
      lens.page.getByRole('region', { name: 'Signature', exact: true }),
      lens.page.getByRole('list', { name: 'Findings' }),
    ])
      await expect(shown).toHaveCount(1)
  })
})

const VIEWS = ['debug', 'session', 'learn', 'learn/meet/3', 'attack', 'compare', 'ref', 'more']

test.describe('on the narrowest telephone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('every view has its landmarks and the language, and fits', async ({ lens }) => {
    await lens.open()
    for (const view of [...VIEWS, 'privacy', 'debug'])
      await test.step(view, async () => {
        await lens.page.goto(`/#/${view}`)
        await expect(lens.page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(lens.page.getByRole('banner')).toHaveCount(1)
        await expect(lens.page.getByRole('main')).toHaveCount(1)
        await expect(lens.page.getByRole('navigation', { name: 'Main' })).toHaveCount(1)
        await expect(lens.page.locator('html')).toHaveAttribute('lang', 'en')
        await expect(lens.page.locator('html')).toHaveAttribute('dir', 'ltr')
        const over = await lens.page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
        expect(over).toBeLessThanOrEqual(0)
      })
  })
})
