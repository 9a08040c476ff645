/** Can lesson 4 be gone through by keyboard alone, and does everybody see it? */
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'

test('claims, by keyboard alone', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('claims')

  await lesson.guess('The library you use', /tokens could not travel/)
  await lesson.put('admin', 'Registered')
  await expect(page.getByText('admin is not among the seven names')).toBeVisible()
  for (const [claim, kind] of [
    ['sub', 'Registered'],
    ['name', 'Public'],
    ['token_type', 'Private'],
    ['exp', 'Registered'],
    ['iat', 'Registered'],
    ['jti', 'Registered'],
    ['user_id', 'Private'],
    ['admin', 'Private'],
  ] as const)
    await lesson.put(claim, kind)
  await lesson.isDone()
  await lesson.next(/Who else uses its name/)

  await lesson.guess('Nobody, until the values are used', /passes every check/)
  await lesson.type('Name of your claim', 'role')
  await expect(page.getByRole('status', { name: 'Who else uses it' })).toContainText('a job title')
  await lesson.isDone()
  await lesson.next(/nobody else will ever take/)

  await lesson.type('Name of your claim', 'https://shop.example/role')
  await expect(page.getByRole('status', { name: 'Kind of the name' })).toContainText('Public')
  await lesson.isDone()
  await lesson.next(/who asks for them/)

  await lesson.guess('sub', /The same user may use many APIs/)
  await lesson.type(
    'Payload JSON',
    '{"sub": "1", "iss": "https://login.example", "aud": "https://api.example", "exp": 4102444800}',
  )
  const rungs = page.getByRole('list', { name: 'Checks' }).getByRole('listitem')
  await expect(rungs.nth(3)).toHaveText(/^Time\s*pass/)
  await expect(rungs.nth(4)).toHaveText(/^Policy\s*pass/)
  await lesson.isDone()
  await lesson.next(/what it insists on/)

  await lesson.guess('Yes, the standard demands it', /makes every one of its seven claims optional/)
  const answer = page.getByRole('status', { name: 'What SimpleJWT answers' })
  await expect(answer).toContainText("Token has no 'exp' claim")
  await lesson.check('"exp"')
  await expect(answer).toContainText('Let in with 200.')
  await lesson.isDone()
})

test('the learner’s own token comes back after a lesson on another one', async ({ lens }) => {
  await lens.open()
  const own = await lens.token.inputValue()
  const lesson = new LessonPage(lens.page)
  await lesson.open('claims', 4)
  await lesson.type('Payload JSON', '{"sub": "2"}')
  await lens.page.goto('/#/debug')
  await expect(lens.token).toHaveValue(own)
})

test('claims in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'claims', 5)
})
