/** How does a test meet the page? By the names on the screen, and with an eye on what must never happen. */
import { test as base, expect, type Locator, type Page } from '@playwright/test'

export { expect }

export type RungState = 'pass' | 'warning' | 'fail' | 'not checked'

/** The page as a person knows it. */
export class Lens {
  readonly page: Page
  readonly token: Locator
  readonly header: Locator
  readonly payload: Locator
  readonly key: Locator
  readonly encoding: Locator
  readonly verdict: Locator
  readonly headline: Locator
  readonly rungs: Locator
  readonly intake: Locator
  readonly tabs: Locator
  readonly claims: Locator
  readonly findings: Locator
  readonly asOf: Locator
  readonly instant: Locator
  readonly leeway: Locator

  constructor(page: Page) {
    const named = (role: 'textbox' | 'combobox' | 'list' | 'spinbutton', name: string): Locator =>
      page.getByRole(role, { name, exact: true })
    this.page = page
    this.token = named('textbox', 'Encoded token')
    this.header = named('textbox', 'Header JSON')
    this.payload = named('textbox', 'Payload JSON')
    this.key = named('textbox', 'Key')
    this.encoding = named('combobox', 'Read secret as')
    this.verdict = page.getByRole('region', { name: 'Verdict', exact: true })
    this.headline = this.verdict.getByRole('status')
    this.rungs = named('list', 'Checks').getByRole('listitem')
    this.intake = page.getByRole('status', { name: 'Intake' })
    this.tabs = page.getByRole('tablist', { name: 'Tokens' }).getByRole('tab')
    this.claims = named('list', 'Claims').getByRole('listitem')
    this.findings = named('list', 'Findings').getByRole('listitem')
    this.asOf = named('combobox', 'As of')
    this.instant = named('textbox', 'Instant')
    this.leeway = named('spinbutton', 'Leeway')
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** A first visit, until its example is explained to the last claim: then every part answers. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address)
    await this.settled()
  }

  /** The claims stand last on the page and come alive last. */
  async settled(): Promise<void> {
    await expect(this.claims).not.toHaveCount(0)
  }

  /** A first visit with everything cleared away. */
  async openEmpty(): Promise<void> {
    await this.open()
    await this.button('Clear everything').click()
    await expect(this.headline).toContainText('Paste a token to begin.')
  }

  /** Waits until all code has arrived, as the Privacy page says it; from then on nothing is asked for. */
  async expectReady(): Promise<void> {
    await this.page.getByRole('link', { name: 'Privacy' }).click()
    await expect(this.page.getByRole('main')).toContainText('it works with the network cut')
    await this.page.getByRole('link', { name: 'Debug' }).click()
    await expect(this.token).toBeVisible()
  }

  /** Pastes outside every field. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await this.pasteHere(text)
  }

  /** Pastes over all of a field. */
  async pasteInto(field: Locator, text: string): Promise<void> {
    await field.focus()
    await field.press('ControlOrMeta+a')
    await this.pasteHere(text)
  }

  /** Pastes wherever the focus is; the browser hands the text over only after the keys went down. */
  async pasteHere(text: string): Promise<void> {
    await this.page.evaluate(async (copied) => {
      await navigator.clipboard.writeText(copied)
      const handedOver = new Promise<void>((resolve) => {
        addEventListener('paste', () => setTimeout(resolve), { once: true, capture: true })
      })
      Object.assign(window, { handedOver })
    }, text)
    await this.page.keyboard.press('ControlOrMeta+v')
    await this.page.evaluate('handedOver')
  }

  /** Selects a piece of a field as a person would, and types over it. */
  async typeOver(field: Locator, piece: string, typed: string): Promise<void> {
    await field.evaluate((element, found) => {
      if (!(element instanceof HTMLTextAreaElement)) return
      const from = element.value.indexOf(found)
      element.focus()
      element.setSelectionRange(from, from + found.length)
    }, piece)
    await this.page.keyboard.type(typed)
  }

  /** Stops the clock first, so that no tick of it comes in between. */
  async judgeAt(instant: string): Promise<void> {
    await this.asOf.selectOption({ index: 1 })
    await this.instant.fill(instant)
  }

  async pick(menu: string, item: RegExp): Promise<void> {
    await this.button(menu).click()
    await this.page
      .getByRole('menu', { name: menu })
      .getByRole(/Theme/.test(menu) ? 'menuitemradio' : 'menuitem', { name: item })
      .click()
  }

  /** Form, Signature, Key, Time and Policy, each text its name, its state and a reason. */
  async expectRungs(...states: RungState[]): Promise<void> {
    const names = ['Form', 'Signature', 'Key', 'Time', 'Policy']
    await expect(this.rungs).toHaveText(
      names.map((name, index) => new RegExp(`^${name}\\s*${states[index]}\\s*\\S`)),
    )
  }

  /** What can be read on the page, without what people wrote into its fields. */
  async words(): Promise<string> {
    return this.page.evaluate(() => {
      const seen: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const hidden = node.parentElement?.closest(
          '[aria-hidden="true"], textarea, script, style, noscript',
        )
        if (!hidden) seen.push(node.textContent ?? '')
      }
      return seen.join(' ')
    })
  }

  /** No exception, no value of the language itself, ever reaches the screen; what the token says may be quoted. */
  async expectPlainWords(quoted: string | RegExp = ''): Promise<void> {
    expect((await this.words()).replaceAll(quoted, '')).not.toMatch(
      /\b\w*Error\b|\bundefined\b|\bNaN\b|Invalid Date|\w*Exception\b|\[object/,
    )
  }
}

/** Every test also fails where the page throws, logs an error, breaks its policy or asks another origin. */
export const test = base.extend<{ editors: 'plain' | 'rich'; lens: Lens; watch: void }>({
  /** The value of a plain field can be read; the rich ones have journeys of their own. */
  editors: ['plain', { option: true }],
  lens: async ({ page, editors }, provide) => {
    if (editors === 'plain')
      // asking for little data stores nothing, as the preference would
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
      )
    await provide(new Lens(page))
  },
  watch: [
    async ({ page, baseURL }, provide) => {
      const trouble: string[] = []
      page.on('pageerror', (error) => trouble.push(`thrown: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') trouble.push(`logged: ${message.text()}`)
      })
      page.context().on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        const isLocal = protocol === 'blob:' || protocol === 'data:'
        if (!isLocal && origin !== baseURL) trouble.push(`asked for: ${request.url()}`)
      })
      await provide()
      expect(trouble).toEqual([])
    },
    { auto: true },
  ],
})

/** Of a page whose clock is installed: from now on only the test moves it, however long the test takes. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Date.now() + 1000)
}
