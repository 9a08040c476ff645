/** Can lesson 12 be gone through by keyboard alone, with the times that were measured? */
import { JOB_BINS, JOB_CARDS } from '../../src/lessons/course/jobCards.ts'
import { lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'
import { playLesson, sortCards } from './playLesson.ts'

test('production, by keyboard alone', async ({ page, lens }) => {
  await playLesson(lens, 'production', [
    sortCards(JOB_CARDS, JOB_BINS),
    async (lesson) => {
      const servers = page.getByRole('group', { name: 'Servers' })
      await lesson.choose(servers, 'gunicorn alone, one worker')
      await expect(page.getByText('401 Unauthorized after 30.1 s')).toBeVisible()
      await lesson.choose(servers, 'nginx in front of gunicorn')
      await lesson.tabTo(page.getByRole('slider', { name: /half a header/ }))
      await page.keyboard.press('End')
      await expect(page.getByText('401 Unauthorized after 0.07 s')).toBeVisible()
    },
    async (lesson) => {
      const troubles = page.getByRole('group', { name: 'Trouble' })
      await lesson.choose(troubles, 'All of gunicorn freezes')
      await expect(page.getByText('504 Gateway Time-out after 60.1 s')).toBeVisible()
    },
    async (lesson) => {
      for (let places = 0; places < 4; places++) await lesson.press('Next place')
      await expect(page.getByText('SELECT')).toBeVisible()
      for (const name of ['nginx', 'gunicorn', 'Django with JWTAuthentication']) {
        await lesson.tabTo(page.getByRole('checkbox', { name, exact: true }))
        await page.keyboard.press('Space')
      }
    },
    async (lesson) => {
      await lesson.type('Line of the Procfile', 'web: gunicorn myapi/wsgi.py')
      await expect(page.getByText('From character 15 on stands a file.').first()).toBeVisible()
      await lesson.type('Line of the Procfile', 'web: gunicorn myapi.wsgi')
    },
  ])
})

test('production in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'production', 5)
})
