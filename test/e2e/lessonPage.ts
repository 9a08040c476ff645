/** How does somebody without a mouse go through a lesson? By Tab, arrows, letters and Enter alone. */
import type { Locator, Page } from '@playwright/test'
import { faultsOf } from './faults.ts'
import { expect } from './lens.ts'

/** More stops than any step has. */
const MOST_STOPS = 120

export class LessonPage {
  readonly page: Page
  readonly feedback: Locator
  readonly task: Locator
  readonly explain: Locator

  constructor(page: Page) {
    this.page = page
    this.feedback = page.getByRole('status', { name: 'Feedback' })
    this.task = page.getByRole('region', { name: 'Try it' })
    this.explain = page.getByRole('region', { name: 'Explain' })
  }

  async open(slug: string, step = 1): Promise<void> {
    await this.page.goto(`/#/learn/${slug}/${step}`)
    await expect(this.task).toBeVisible()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Tab until the control has the focus; each stop on the way is one that a keyboard user makes too. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible()
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`no Tab stop is ${String(control)}`)
  }

  async press(name: string): Promise<void> {
    await this.tabTo(this.button(name))
    await this.page.keyboard.press('Enter')
  }

  /** A radio group is one stop; the arrows choose in it. */
  async choose(group: Locator, name: string): Promise<void> {
    const radios = await group.getByRole('radio').all()
    const states = await Promise.all(radios.map(async (one) => one.isChecked()))
    const from = Math.max(0, states.indexOf(true))
    const first = radios[from]
    if (!first) throw new Error('the group has no radio button')
    await this.tabTo(first)
    if (!states.includes(true)) await this.page.keyboard.press('Space')
    const wanted = group.getByRole('radio', { name, exact: true })
    for (let count = 0; count < radios.length && !(await wanted.isChecked()); count++)
      await this.page.keyboard.press('ArrowDown')
    await expect(wanted).toBeChecked()
  }

  /** The guess, checked; the reason of that very answer comes back. */
  async guess(answer: string, reason: RegExp): Promise<void> {
    await this.choose(this.page.getByRole('region', { name: 'Predict' }), answer)
    await this.press('Check my guess')
    await expect(this.feedback).toContainText(reason)
  }

  async check(name: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name })
    await this.tabTo(box)
    await this.page.keyboard.press('Space')
  }

  async type(name: string, text: string): Promise<void> {
    await this.tabTo(this.page.getByRole('textbox', { name, exact: true }))
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  /** Arrow by arrow to the bin; the card moves with each of them, and the focus goes with it. */
  async put(card: string, bin: string): Promise<void> {
    const select = this.page.getByRole('combobox', { name: card, exact: true })
    await this.tabTo(select)
    const places = await select.evaluate((element: HTMLSelectElement) =>
      Array.from(element.options, ({ label }) => label),
    )
    const from = await select.evaluate((element: HTMLSelectElement) => element.selectedIndex)
    const steps = places.indexOf(bin) - from
    for (let count = 0; count < Math.abs(steps); count++) {
      await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
      await expect(select).toBeFocused()
    }
    await expect(select.locator('option:checked')).toHaveText(bin)
  }

  async isDone(): Promise<void> {
    await expect(this.task).toContainText('Done:')
    await expect(this.explain).toBeVisible()
    expect.soft(await faultsOf(this.page)).toEqual([])
  }

  /** On to the next step, whose first sentence then has the focus. */
  async next(hook: RegExp): Promise<void> {
    await this.press('Next')
    await expect(this.page.getByRole('heading', { level: 2, name: hook })).toBeFocused()
  }
}

/** Every step of a lesson in every theme, wide and narrow: axe, and no sideways scrolling. */
export async function lookAtSteps(page: Page, slug: string, count: number): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark', 'projector'])
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('/#/privacy')
      await page.evaluate(
        (stored) => localStorage.setItem('jwt-lens', stored),
        JSON.stringify({ theme }),
      )
      await page.reload()
      for (let step = 1; step <= count; step++) {
        await page.goto(`/#/learn/${slug}/${step}`)
        const line = page.getByRole('list', { name: 'Steps', exact: true })
        await expect(line.getByRole('listitem')).toHaveCount(count)
        await expect(line.locator('[aria-current="step"]')).toHaveCount(1)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        const name = `${slug} ${step}, ${theme}, ${width} wide`
        expect.soft(await faultsOf(page), name).toEqual([])
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(over, name).toBeLessThanOrEqual(0)
      }
    }
}
