/** Can the project's plan be made by keyboard alone, kept over its steps, and printed? */
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'

const STEPS = [
  {
    guess: ['The public key', /make nothing/],
    choices: ['Other services too: ES256', 'It is Django’s SECRET_KEY', '15 minutes and 7 days'],
    next: /about the refresh token/,
  },
  {
    guess: ['Nothing', /signature and exp alone/],
    choices: [
      'It is replaced, and the old one blacklisted',
      'Access token in memory, refresh token in an HttpOnly cookie',
      'The refresh token is blacklisted as well',
    ],
    next: /clocks, pages and size/,
  },
  {
    guess: ['15 minutes', /10 more by the leeway/],
    choices: [
      'Synchronised clocks and 30 s of leeway',
      'Those of the same origin',
      'The user’s id; permissions are looked up',
    ],
    next: /before real users come/,
  },
  {
    guess: ['That the login works', /just what they try/],
    choices: [
      'The user and the jti',
      'Login and call, and each way to be refused',
      'nginx in front of gunicorn',
    ],
    next: null,
  },
] as const

test('project, by keyboard alone', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('project')
  for (const { guess, choices, next } of STEPS) {
    const [answer, reason] = guess
    await lesson.guess(answer, reason)
    for (const choice of choices) {
      const group = page
        .getByRole('group')
        .filter({ has: page.getByRole('radio', { name: choice, exact: true }) })
      await lesson.choose(group, choice)
    }
    await lesson.isDone()
    if (next) await lesson.next(next)
  }
  const plan = page.getByRole('region', { name: 'Your plan' })
  await expect(plan).toContainText('12 of 12 decisions')
  await expect(plan).toContainText('SECRET_KEY cannot sign ES256')
  await expect(plan).toContainText('"ACCESS_TOKEN_LIFETIME": timedelta(minutes=15)')
  await plan.getByRole('link', { name: 'Run it in the Session lab' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Access lifetime' })).toHaveValue('900')
})

test('a risky choice is named, and the checklist is what gets printed', async ({ page }) => {
  const lesson = new LessonPage(page)
  await page.addInitScript(() => Object.assign(window, { print: () => undefined }))
  await lesson.open('project')
  await page.getByRole('radio', { name: 'In settings.py, in the repository' }).check()
  await expect(page.getByText('Puts users at risk.')).toBeVisible()
  await lesson.button('Print checklist').click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('[data-sheet="checklist"]')
  await expect(sheet).toBeVisible()
  await expect(page.locator('[data-sheet="lesson"]')).toBeHidden()
  await expect(sheet).toContainText('Take the key out of the repository')
  await expect(page.getByRole('banner')).toBeHidden()
})

test('project looks right in every theme', async ({ page }) => {
  test.setTimeout(180_000)
  await lookAtSteps(page, 'project', STEPS.length)
})
