/** Are lessons solved by keyboard alone, and is everything of the learner's where it was afterwards? */
import type { Locator, Page } from '@playwright/test'
import { faultsOf } from './faults.ts'
import { expect, type Lens, test } from './lens.ts'
import { JOHN_DOE, PAIR } from './tokens.ts'

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(`/#/learn${address}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
}

const feedback = (page: Page): Locator => page.getByRole('status', { name: 'Feedback' })
const explained = (page: Page): Locator => page.getByRole('region', { name: 'Explain' })
const task = (page: Page): Locator => page.getByRole('region', { name: 'Try it' })

/** Tab, until the focus is where it should be. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the focus never got there')
}

const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

const uncover = (page: Page): Promise<void> => button(page, 'Show it without a guess').click()

/** What solves each step, by keys alone. */
const SOLUTIONS: Record<string, ((page: Page) => Promise<void>)[]> = {
  meet: [
    async (page) => {
      const dots = await page.evaluate(() => {
        const text = document.querySelector('[data-at="0"]')?.parentElement?.textContent ?? ''
        return [text.indexOf('.'), text.lastIndexOf('.')]
      })
      for (const [name, at] of [
        ['First cut', dots[0]],
        ['Second cut', dots[1]],
      ] as const) {
        const slider = page.getByRole('slider', { name })
        await tabTo(page, slider)
        for (let presses = 0; presses < 200; presses++) {
          const now = Number(await slider.inputValue())
          if (now === at) break
          await page.keyboard.press(now < (at ?? 0) ? 'ArrowRight' : 'ArrowLeft')
        }
      }
    },
    async (page) => {
      const places = [
        ['open standard (RFC 7519)', 'Split'],
        ['compact', 'One line'],
        ['self-contained', 'token_type'],
        ['JSON', 'Braces'],
        ['digitally signed', 'The third'],
      ] as const
      for (const [card, bin] of places) {
        const list = page.getByRole('combobox', { name: card, exact: true })
        await tabTo(page, list)
        for (let presses = 0; presses < 6; presses++) {
          if ((await list.locator('option:checked').innerText()).startsWith(bin)) break
          // the card moves with each press, and the focus with it
          await page.keyboard.press('ArrowDown')
          await expect(list).toBeFocused()
        }
      }
    },
    async (page) => {
      const token = page.getByRole('textbox', { name: 'Encoded token' })
      await tabTo(page, token)
      await page.keyboard.press('ControlOrMeta+End')
      const third = (await token.inputValue()).split('.')[2]?.length ?? 0
      for (let presses = 0; presses < third; presses++) await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.type('aaaa')
    },
  ],
  signature: [
    async (page) => {
      for (const [slot, choice] of [
        ['Before the dot', 'the encoded h'],
        ['After the dot', 'the encoded p'],
        ['Key', 'the se'],
      ] as const) {
        await tabTo(page, page.getByRole('combobox', { name: slot, exact: true }))
        await page.keyboard.type(choice)
      }
    },
    async (page) => {
      await tabTo(page, page.getByRole('textbox', { name: 'Key', exact: true }))
      await page.keyboard.type('jwt-lens demo secret, known to everybody who reads')
    },
    async (page) => {
      await tabTo(page, page.getByRole('textbox', { name: 'user_id' }))
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('2')
    },
    async (page) => {
      await press(page, page.getByRole('checkbox', { name: 'A blank after the first colon' }), ' ')
      await expect(feedback(page)).toContainText('The blank broke the seal.')
      await press(page, button(page, 'Sign the copy with the demo secret'))
    },
    async (page) => {
      await tabTo(page, page.getByRole('radio', { name: 'One shared secret (HS256)' }))
      await page.keyboard.press('ArrowDown')
      await tabTo(page, page.getByRole('radio', { name: 'Nothing', exact: true }))
      await page.keyboard.press('ArrowDown')
      await expect(feedback(page)).toContainText('also sign in your name')
      await page.keyboard.press('ArrowDown')
    },
  ],
  lifetimes: [
    async (page) => {
      const login = button(page, /api\/token\/ username/)
      const hello = button(page, /hello/)
      const refresh = button(page, /refresh=/)
      for (const line of [login, hello, button(page, 'Wait 5 minutes'), hello, refresh, hello])
        await backTo(page, line)
    },
    async (page) => press(page, button(page, 'End')),
    async (page) => press(page, button(page, 'End')),
    async (page) => {
      await tabTo(page, page.getByRole('slider', { name: 'Access lifetime' }))
      for (const key of ['Home', ...Array<string>(4).fill('ArrowRight')])
        await page.keyboard.press(key)
      await tabTo(page, page.getByRole('slider', { name: 'Refresh lifetime' }))
      await page.keyboard.press('End')
    },
  ],
  leak: [
    async (page) => press(page, button(page, 'End')),
    async (page) => press(page, button(page, 'End')),
    async (page) => press(page, button(page, 'End')),
    async (page) => {
      const list = page.getByRole('group', { name: 'Session', exact: true }).getByRole('radio')
      for (const place of [0, 1, 2, 3]) {
        await tabTo(page, list.nth(Math.max(0, place - 1)))
        if (place > 0) await page.keyboard.press('ArrowDown')
        await expect(list.nth(place)).toBeChecked()
        await press(page, button(page, 'End'))
      }
    },
    async (page) => {
      await tabTo(page, page.getByRole('spinbutton', { name: 'Access lifetime' }))
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('60')
      const settings = page.getByRole('group', { name: 'Settings' })
      for (const name of [
        'Rotate refresh tokens',
        'Blacklist after rotation',
        'One refresh at a time',
      ])
        await press(page, settings.getByRole('checkbox', { name }), ' ')
    },
  ],
}

/** The lines stand close together: forwards or back. */
async function backTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 8; presses++) {
    if (await target.evaluate((element) => element === document.activeElement))
      return page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
  }
  await press(page, target)
}

for (const [slug, solutions] of Object.entries(SOLUTIONS))
  test(`${slug} is guessed, solved and left by keyboard alone`, async ({ page, lens }) => {
    await lens.open()
    await open(page, `/${slug}/1`)
    for (const [index, solve] of solutions.entries())
      await test.step(`step ${index + 1}`, async () => {
        await expect(page).toHaveURL(new RegExp(`/${slug}/${index + 1}$`))
        await expect(task(page)).not.toContainText('Done')
        const check = button(page, 'Check my guess')
        if ((await check.count()) > 0) {
          await press(page, page.getByRole('radio').first(), ' ')
          await press(page, check)
          await expect(feedback(page)).toContainText(/That is right\.|Not quite\./)
        }
        await solve(page)
        await expect(task(page)).toContainText('Done')
        await expect(explained(page)).toBeVisible()
        await press(page, button(page, 'Next'))
        if (index < solutions.length - 1)
          await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
      })
    await open(page, '')
    const item = page.getByRole('list', { name: 'Lessons' }).getByRole('listitem')
    await expect(item.filter({ has: page.locator(`a[href="#/learn/${slug}/1"]`) })).toContainText(
      'done',
    )
  })

test('a wrong guess gets its own reason, and is still there when one comes back', async ({
  page,
}) => {
  await open(page, '/signature/3')
  await page.getByRole('radio', { name: 'All 43 characters change' }).check()
  await button(page, 'Check my guess').click()
  await expect(feedback(page)).toContainText('nobody made a new one')
  await expect(page.getByText('this is what happens')).toBeVisible()
  await button(page, 'Next').click()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('radio', { name: 'All 43 characters change' })).toBeChecked()
  await expect(page.getByText('your guess')).toBeVisible()
  await button(page, 'Next').click()
  await button(page, 'Next').click()
  await expect(page.getByRole('region', { name: 'Your guesses' })).toContainText(
    'You said: All 43 characters change.',
  )
})

test('checking without a guess asks for one', async ({ page }) => {
  await open(page, '/signature/1')
  await button(page, 'Check my guess').click()
  await expect(feedback(page)).toContainText('Choose an answer first')
})

/** A learner who has edited the second of two tokens, typed a key and chosen an instant. */
async function settle(lens: Lens): Promise<void> {
  await lens.open()
  await lens.paste(PAIR)
  await lens.tabs.nth(1).click()
  await lens.typeOver(lens.payload, '1545310359', '1545310358')
  await lens.key.fill('my own secret')
  await lens.leeway.fill('9')
  await lens.judgeAt('2018-12-19T12:00:00Z')
  await expect(lens.page.getByText('Edited.')).toBeVisible()
}

async function expectUntouched({ page, ...lens }: Lens, token: string): Promise<void> {
  await expect(page).toHaveURL(/\/(?:#\/debug)?$/)
  await expect(lens.token).toHaveValue(token)
  await expect(lens.key).toHaveValue('my own secret')
  await expect(lens.leeway).toHaveValue('9')
  await expect(lens.instant).toHaveValue('2018-12-19T12:00:00Z')
  await expect(lens.tabs).toHaveCount(2)
  await expect(lens.tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Edited.')).toBeVisible()
}

const WAYS_OUT: [string, (page: Page) => Promise<void>][] = [
  [
    'by a link of the bar',
    (page) => page.getByRole('link', { name: 'Debug', exact: true }).click(),
  ],
  [
    'by the browser’s Back',
    async (page) => {
      await page.goBack()
      await page.goBack()
      await page.goBack()
    },
  ],
  ['by the address', async (page) => void (await page.goto('/#/debug'))],
  [
    'over another lesson’s lab',
    async (page) => {
      await page.goto('/#/learn/lifetimes/3')
      await uncover(page)
      await button(page, 'End').click()
      await page.goto('/#/debug')
    },
  ],
]

for (const [way, leave] of WAYS_OUT)
  test(`the learner’s token, edits, key and instant outlast a lesson left ${way}`, async ({
    page,
    lens,
  }) => {
    await settle(lens)
    const token = await lens.token.inputValue()
    await page.goto('/#/learn/signature/1')
    await page.goto('/#/learn/signature/2')
    await expect(lens.key).toHaveValue('')
    await expect(lens.token).not.toHaveValue(token)
    await lens.key.fill('something of the lesson')
    await page.goto('/#/learn/meet/3')
    await lens.token.fill('a.b.c')
    await leave(page)
    await expectUntouched(lens, token)
  })

test('the session that runs in the lab outlasts a lesson in it', async ({ page }) => {
  await page.goto('/#/session/rotation-theft?t=600')
  const playhead = page.getByRole('slider', { name: 'Playhead' })
  await expect(playhead).toHaveValue('600')
  await page.goto('/#/learn/lifetimes/3')
  await expect(page.getByRole('region', { name: 'Not shown yet' })).toBeVisible()
  await expect(playhead, 'the picture would tell how it ends').toHaveCount(0)
  await uncover(page)
  await expect(playhead).toHaveValue('0')
  await button(page, 'End').click()
  await page.getByRole('link', { name: 'Session', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue('rotation-theft')
  await expect(playhead).toHaveValue('600')
})

test('a link to an example leaves a lesson and loads it', async ({ page, lens }) => {
  await lens.open()
  await open(page, '/meet/3')
  await expect(lens.token).toBeVisible()
  await page.goto('/#/debug?sample=notes-example')
  await expect(lens.intake).toContainText('Notes example')
  await expect(lens.token).toHaveValue(JOHN_DOE)
})

test('what is pasted in a lesson becomes the learner’s own token, and the lesson goes on with it', async ({
  page,
  lens,
}) => {
  await lens.open()
  await lens.expectReady()
  await open(page, '/meet/3')
  await lens.paste(JOHN_DOE)
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(page.getByRole('heading', { name: 'Your token, HS256' })).toBeVisible()
  await lens.token.fill('a.b.c')
  await page.getByRole('link', { name: 'Debug', exact: true }).click()
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(lens.intake).toContainText('JWT')
})

test('the lesson’s token opens in the debugger in front of the learner’s own', async ({
  page,
  lens,
}) => {
  await settle(lens)
  const token = await lens.token.inputValue()
  await page.goto('/#/learn/signature/1')
  await page.getByRole('link', { name: 'Open in Debugger' }).click()
  await expect(lens.intake).toContainText('from the lesson. Your own is one press away')
  await expect(lens.headline).toContainText('Signature valid')
  await button(page, 'Back to my own token').click()
  await expectUntouched(lens, token)
})

test('an encrypted token of the learner’s gets an example and the reason', async ({
  page,
  lens,
}) => {
  await lens.open('/#/debug?sample=jwe')
  await expect(lens.intake).toContainText('Encrypted')
  await open(page, '/signature/2')
  await expect(
    page.getByText('Your token is encrypted, so the lesson uses an example.'),
  ).toBeVisible()
})

test('an address may ask for an example, for this lesson alone', async ({ page, lens }) => {
  await settle(lens)
  const token = await lens.token.inputValue()
  await page.goto('/#/learn/signature/3?sample=notes-example')
  await expect(page.getByRole('textbox', { name: 'sub' })).toHaveValue('1234567890')
  await button(page, 'Next').click()
  await expect(page).toHaveURL(/signature\/4\?sample=notes-example/)
  await page.getByRole('link', { name: 'Debug', exact: true }).click()
  await expectUntouched(lens, token)
})

test.describe('addresses to nowhere', () => {
  for (const [address, sentence] of [
    ['/sorcery/1', 'There is no lesson ‘sorcery’.'],
    ['/meet/9', '‘Meet your token’ has steps 1 to 3'],
    ['/meet/x', '‘Meet your token’ has steps 1 to 3'],
    ['/%3Cimg%20src=x%3E/1', 'There is no lesson'],
  ] as const)
    test(`${address} says so and shows the list`, async ({ page }) => {
      await open(page, address)
      await expect(page.getByRole('status', { name: 'Link' })).toContainText(sentence)
      await expect(
        page.getByRole('list', { name: 'Lessons' }).getByRole('listitem'),
      ).not.toHaveCount(0)
    })

  test('a setting that this page does not know is named', async ({ page }) => {
    await open(page, '/meet/1?sample=nonsense&colour=1')
    await expect(page.getByRole('status', { name: 'Link' })).toContainText(
      'the sample nonsense, the setting colour',
    )
  })
})

test('Continue leads to the step that was open last, and the ticks can be forgotten', async ({
  page,
}) => {
  await open(page, '/lifetimes/3')
  await uncover(page)
  await button(page, 'End').click()
  await expect(task(page)).toContainText('Done')
  await page.reload()
  await open(page, '')
  await expect(page.getByRole('list', { name: 'Lessons' })).toContainText('1 of 4 steps')
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/lifetimes\/3$/)
  await open(page, '')
  await button(page, 'Forget my ticks').click()
  await expect(page.getByRole('list', { name: 'Lessons' })).not.toContainText('of 4 steps')
})

test('the teacher sees answers, timing, the board and what learners believe', async ({ page }) => {
  await open(page, '/signature/2?teacher=1')
  const notes = page.getByRole('complementary', { name: 'Teacher notes' })
  for (const text of ['Answer: Nothing', '1 min.', 'On the board', 'What learners often believe'])
    await expect(notes).toContainText(text)
  await button(page, 'Next').click()
  await expect(notes).toBeVisible()
  await open(page, '/signature/2')
  await expect(notes).toHaveCount(0)
})

test('an address typed over another leads to its step, keeps the guess, and a reload stays there', async ({
  page,
}) => {
  await open(page, '/meet/3')
  const guess = page.getByRole('radio', { name: /a server must refuse/ })
  await guess.check()
  const goTo = (hash: string): Promise<void> =>
    page.evaluate((next) => void (location.hash = next), hash)
  await goTo('#/learn/signature/3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The seal/)
  await expect(page.locator('[aria-current="step"]')).toHaveText(/Change one character/)
  await goTo('#/learn/meet/3')
  await expect(guess).toBeChecked()
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: 'Break the seal.' })).toBeVisible()
  await expect(page.locator('[aria-current="step"]')).toHaveText(/Spoil the third part/)
})

test.describe('on paper', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => undefined
    })
  })

  test('a lesson is its sheet with blanks, and its answers on a page of their own', async ({
    page,
  }) => {
    await open(page, '/signature/2')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('What happened, and why?').first()).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(button(page, 'Next')).toBeHidden()
    const answers = page.getByText('5 The seal: answers')
    await expect(answers).toBeVisible()
    expect(
      await answers.evaluate(
        (element) => getComputedStyle(element.parentElement ?? element).breakBefore,
      ),
    ).toBe('page')
  })

  test('cards have blanks, answers say what comes of each step, and a teacher gets the notes too', async ({
    page,
  }) => {
    await open(page, '/claims/1')
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('[data-sheet]')
    await expect(sheet).toContainText('Write behind each where it belongs: Registered / Public')
    await expect(sheet).toContainText('user_id: Private')
    await expect(sheet).toContainText('A collision is quiet: the token is checked')
    await expect(sheet).toContainText('Notes corner.')
    await expect(sheet).not.toContainText('On the board')
    await page.emulateMedia({ media: null })
    await open(page, '/claims/1?teacher=1')
    await expect(sheet).toContainText('On the board')
  })

  test('the anatomy hides all values until they are asked for', async ({ page, lens }) => {
    await lens.open()
    await lens.paste(JOHN_DOE)
    await open(page, '')
    await button(page, 'Print token anatomy').click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: 'Anatomy of a token' })).toBeVisible()
    const sheet = page.locator('[data-sheet]')
    await expect(sheet).not.toContainText('John')
    await expect(sheet).not.toContainText(JOHN_DOE.split('.')[1] ?? '')
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('checkbox', { name: 'with its values' }).check()
    await page.emulateMedia({ media: 'print' })
    await expect(sheet).toContainText('John Doe')
  })

  test('the name on the completion sheet is stored nowhere', async ({ page }) => {
    await open(page, '')
    await page.getByRole('textbox', { name: 'Name on the sheet' }).fill('Ada Lovelace')
    await button(page, 'Print completion sheet').click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('[data-sheet]')).toContainText('Name: Ada Lovelace')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Ada')
  })
})

const BOARDS = [
  '',
  '/meet/1',
  '/meet/2',
  '/meet/3',
  '/signature/1',
  '/signature/2',
  '/signature/3',
  '/signature/4',
  '/signature/5?teacher=1',
  '/lifetimes/1',
  '/lifetimes/2',
  '/lifetimes/3',
  '/lifetimes/4',
  '/leak/1',
  '/leak/2',
  '/leak/3',
  '/leak/4',
  '/leak/5',
]

/** The steps whose boards are looked at; the others that wait for a guess are looked at with their cover. */
const UNCOVERED = new Set(['/lifetimes/3', '/leak/1', '/leak/3', '/leak/4'])

async function openBoard(page: Page, address: string): Promise<void> {
  await open(page, address)
  if (address !== '') await expect(button(page, 'Next')).toBeVisible()
  if (UNCOVERED.has(address)) await uncover(page)
}

for (const theme of ['light', 'dark', 'projector'] as const)
  test(`axe finds nothing on the list and on each kind of board in the theme ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.addInitScript(
      (stored) => localStorage.setItem('jwt-lens', stored),
      JSON.stringify({ theme, finished: ['meet/1'] }),
    )
    for (const address of BOARDS)
      await test.step(address, async () => {
        await openBoard(page, address)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        expect.soft(await faultsOf(page), address).toEqual([])
      })
  })

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing lies outside, and axe finds nothing', async ({ page }) => {
    for (const address of BOARDS)
      await test.step(address, async () => {
        await openBoard(page, address)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect.soft(width, address).toBeLessThanOrEqual(390)
        expect.soft(await faultsOf(page), address).toEqual([])
      })
  })
})
