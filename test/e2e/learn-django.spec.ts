/** Can lesson 11 be gone through by keyboard alone, and does the project answer as it stands? */
import { linesFor, projectFiles, slotAsks } from '../../src/lessons/boards/djangoProject.ts'
import { STRAY_PATH } from '../../src/lessons/boards/lineBoard.ts'
import { lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'
import { playLesson } from './playLesson.ts'

test('django, by keyboard alone', async ({ page, lens }) => {
  const answers = page.getByRole('region', { name: 'What it answers' })
  await playLesson(lens, 'django', [
    async (lesson) => {
      const open = page.getByRole('tab', { selected: true })
      for (const [index, { path, lines }] of projectFiles.entries()) {
        await lesson.tabTo(open)
        if (index > 0) await page.keyboard.press('ArrowRight')
        await expect(open).toHaveText(path)
        for (const line of lines) {
          if (typeof line === 'string') continue
          const code = linesFor[line.slot].find(({ isRight }) => isRight)?.code ?? ''
          await lesson.put(`Line: ${slotAsks[line.slot]}`, code)
        }
      }
      await expect(answers).toContainText('Method \\"GET\\" not allowed.')
      await expect(answers).toContainText('Hello, World!')
    },
    async (lesson) => {
      await expect(page.getByText('No module named')).toContainText(
        "'rest_framework_simplejwt.authentication '",
      )
      await lesson.tabTo(page.getByRole('textbox', { name: 'Line of settings.py' }))
      await page.keyboard.press('Home')
      for (let steps = 0; steps < STRAY_PATH.indexOf(' '); steps++)
        await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Delete')
      await expect(lesson.explain).toContainText('Character 41 of the line was a space')
    },
    async (lesson) => {
      await lesson.type('settings.py', 'SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(minutes=')
      await expect(page.getByText('Not as it should be.').first()).toBeVisible()
      await page.keyboard.type('15)}')
      await expect(page.getByText('15 minutes later')).toBeVisible()
    },
    async (lesson) => {
      await lesson.tabTo(page.getByRole('combobox', { name: 'Line: who may enter' }))
      await page.keyboard.press('Home')
      await expect(answers.getByRole('row', { name: /without a token/ })).toContainText('200')
    },
  ])
})

test('django in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'django', 4)
})
