/** How is a whole lesson played by keyboard, whatever its boards are? */
import type { Bin, Card } from '../../src/lessons/boards/sortBoard.ts'
import { LessonPage } from './lessonPage.ts'
import { expect, type Lens, test } from './lens.ts'

export type Solve = (lesson: LessonPage) => Promise<void>

/** Guesses the first answer of each step, solves it, looks at it with axe and goes on. */
export async function playLesson(
  lens: Lens,
  slug: string,
  solutions: readonly Solve[],
): Promise<void> {
  const { page } = lens
  const lesson = new LessonPage(page)
  await lens.open()
  await lesson.open(slug)
  for (const [index, solve] of solutions.entries())
    await test.step(`step ${index + 1}`, async () => {
      await expect(page).toHaveURL(new RegExp(`/${slug}/${index + 1}$`))
      await expect(lesson.task).not.toContainText('Done')
      await expect(lesson.feedback, 'stands before it has something to say').toHaveCount(1)
      await lesson.tabTo(page.getByRole('region', { name: 'Predict' }).getByRole('radio').first())
      await page.keyboard.press('Space')
      await lesson.press('Check my guess')
      await expect(lesson.feedback).toContainText(/That is right\.|Not quite\./)
      await solve(lesson)
      await lesson.isDone()
      if (index < solutions.length - 1) await lesson.next(/./)
    })
}

/** Every card into its bin. */
export const sortCards =
  (cards: readonly Card[], bins: readonly Bin[]): Solve =>
  async (lesson) => {
    for (const { text, bin } of cards)
      await lesson.put(text.replaceAll(/[`*]/g, ''), bins.find(({ id }) => id === bin)?.label ?? '')
  }
