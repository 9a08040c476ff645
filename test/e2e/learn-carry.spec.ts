/** Can lesson 7 be gone through by keyboard alone, and does it leave the browser's storage alone? */
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'
import { playLesson } from './playLesson.ts'

test('carry, by keyboard alone', async ({ page, lens }) => {
  const answers = page.getByRole('region', { name: 'Answers, the newest first' })
  await playLesson(lens, 'carry', [
    async (lesson) => {
      await lesson.press('Send')
      await expect(answers).toContainText('Authentication credentials were not provided.')
      await expect(answers).toContainText('The header starts with bearer')
      await lesson.type('Scheme', 'Bearer')
      await lesson.press('Send')
      await expect(answers).toContainText('Hello, World!')
    },
    async (lesson) => {
      await lesson.choose(page.getByRole('group', { name: 'Carrier' }), 'Authorization header')
      await expect(page.getByText('It never leaves the browser.')).toBeVisible()
      await lesson.tabTo(page.getByRole('checkbox', { name: /The API lists/ }))
      await page.keyboard.press('Space')
    },
    async (lesson) => {
      for (let presses = 0; presses < 3; presses++) await lesson.press('100 more')
      await expect(lesson.feedback).toContainText('Refused. Go down')
      await expect(page.getByText('limit request headers fields size')).toBeVisible()
      for (let presses = 0; presses < 40; presses++) {
        if ((await lesson.feedback.innerText()).includes('is the one too many')) break
        await lesson.press('1 fewer')
      }
    },
    async (lesson) => {
      const places = page.getByRole('group', { name: 'The token is kept in' })
      await lesson.press('Inject script')
      await expect(page.getByRole('table')).toContainText('The whole token.')
      for (const place of ['A cookie with HttpOnly', 'A variable']) {
        await lesson.choose(places, place)
        await lesson.press('Inject script')
      }
      expect(await page.evaluate(() => [document.cookie, Object.keys(localStorage)])).toEqual([
        '',
        ['jwt-lens'],
      ])
    },
    async (lesson) => {
      await lesson.put('The user in the database', 'deleted')
      await lesson.press('Send')
      await expect(answers).toContainText('User not found')
      await lesson.put('Class that checks', 'JWTStatelessUserAuthentication')
      await lesson.press('Send')
    },
  ])
})

test('hostile text in the scheme stays text', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('carry')
  await page.getByRole('textbox', { name: 'Scheme' }).fill('<img src=x onerror=alert(1)>\u202e')
  await lesson.button('Send').click()
  await expect(page.getByRole('region', { name: 'Answers, the newest first' })).toContainText('401')
})

test('carry in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'carry', 5)
})
