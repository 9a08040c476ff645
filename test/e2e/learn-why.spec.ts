/** Can lesson 6 be gone through by keyboard alone, and does everybody see it? */
import {
  CASE_BINS,
  CASE_CARDS,
  FAMILY_BINS,
  FAMILY_CARDS,
} from '../../src/lessons/course/whyCards.ts'
import { lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'
import { playLesson, sortCards } from './playLesson.ts'

test('why, by keyboard alone', async ({ page, lens }) => {
  await playLesson(lens, 'why', [
    async (lesson) => {
      await lesson.tabTo(page.getByRole('slider', { name: 'Facts in both envelopes' }))
      await page.keyboard.press('Home')
      for (const _ of [2, 3]) await page.keyboard.press('ArrowRight')
      await expect(page.getByText('664 characters', { exact: true })).toBeVisible()
      await page.keyboard.press('End')
      await expect(page.getByText('27 facts', { exact: true })).toBeVisible()
    },
    async (lesson) => {
      await lesson.check('Swap two attributes')
      await expect(lesson.feedback).toContainText('More rewrites that leave it alone: 4')
      await lesson.check('Use single quotes')
      await lesson.check('Declare a namespace that nobody uses')
      await lesson.check('Shorten the empty element')
      await lesson.check('Indent the lines')
      await expect(lesson.feedback).toContainText('because of: Indent the lines')
      await lesson.check('Indent the lines')
      await lesson.check('Save with Windows line ends')
    },
    sortCards(FAMILY_CARDS, FAMILY_BINS),
    sortCards(CASE_CARDS, CASE_BINS),
  ])
})

test('why in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'why', 4)
})
