/** By which instant is a token judged, and what happens at the boundary second? */
import { expect, test } from './lens.ts'
import { ACCESS, CURL, SECRET, signed } from './tokens.ts'

const time = { name: 'Time', exact: true }

test('exp is exclusive: in time one second before, refused in that second', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'pass', 'not checked')
  await expect(lens.headline).toContainText('Expires in 1 second.')
  await expect(lens.asOf.getByRole('option', { selected: true })).not.toHaveText('Now')
  await lens.judgeAt('2018-12-19T12:57:39Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
  await expect(lens.headline).toContainText('Expired 0 seconds ago (2018-12-19 12:57:39 UTC).')
})

test('leeway moves the end, and exp plus leeway is still refused', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.leeway.fill('30')
  await lens.judgeAt('2018-12-19T12:58:08Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'warning', 'not checked')
  await expect(lens.headline).toContainText(
    'Expired 29 seconds ago, inside the 30 s leeway: some servers still accept it.',
  )
  await lens.judgeAt('2018-12-19T12:58:09Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
  await lens.leeway.fill('31')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'warning', 'not checked')
})

test('nbf is inclusive', async ({ lens }) => {
  await lens.open()
  await lens.paste(signed('{"nbf":1545224259,"exp":1545224300}'))
  await lens.key.fill(SECRET)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await expect(lens.headline).toContainText('Signature valid, but not usable yet.')
  await lens.judgeAt('2018-12-19T12:57:39Z')
  await expect(lens.headline).toContainText('Expires in 41 seconds.')
})

test('an instant that cannot be read keeps the last good one and says so', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.instant.fill('half past twelve')
  await expect(lens.instant).toHaveValue('half past twelve')
  await expect(lens.instant).toHaveAttribute('aria-invalid', 'true')
  await expect(lens.instant).toHaveAccessibleDescription(
    /This is no instant\..*2018-12-19T12:57:38Z counts\./,
  )
  await lens.expectRungs('pass', 'not checked', 'not checked', 'pass', 'not checked')
  await lens.instant.fill('2018-12-19T13:00:00Z')
  await expect(lens.instant).toHaveAttribute('aria-invalid', 'false')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
})

test('a frozen instant says so and goes back to now at a press', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await expect(lens.page.getByText('Time stands still at 2018-12-19T12:57:38Z.')).toBeVisible()
  await lens.asOf.selectOption('Now')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
  await expect(lens.instant).not.toHaveValue(/^2018/)
  await lens.button('Travel to 1 s before expiry').click()
  await expect(lens.instant).toHaveValue('2018-12-19T12:57:38Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'pass', 'not checked')
  await lens.button('Back to now').click()
  await expect(lens.asOf.getByRole('option', { selected: true })).toHaveText('Now')
})

test('the Instant field holds still while a person is in it', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.instant.focus()
  await lens.instant.press('ControlOrMeta+a')
  // a person may take longer than a tick
  await lens.page.waitForTimeout(1500)
  await lens.page.keyboard.type('2018-12-19T12:57:38Z')
  await expect(lens.instant).toHaveValue('2018-12-19T12:57:38Z')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'pass', 'not checked')
})

test('a new token is judged by now again, and the intake line says so', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.paste(CURL)
  await expect(lens.asOf.getByRole('option', { selected: true })).toHaveText('Now')
  await expect(lens.intake).toContainText('As of is back to now.')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
  await expect(lens.page.getByText('Time stands still')).toHaveCount(0)
})

test('an edit of the shown token keeps the instant', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.typeOver(lens.payload, '"user_id": 1', '"user_id": 2')
  await expect(lens.instant).toHaveValue('2018-12-19T12:57:38Z')
  await expect(lens.page.getByRole('region', time)).toContainText('Time stands still')
})

test('a time claim shows UTC, local time and how long ago', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  const exp = lens.page.getByRole('listitem', { name: 'exp, Registered' })
  await expect(exp).toContainText('1545224259')
  await expect(exp).toContainText('2018-12-19 12:57:39 UTC')
  await expect(exp).toContainText('04:57:39')
  await expect(exp).toContainText(/\d+ years .*ago/)
})

test('what ticks is silent; 60 seconds, 10 seconds and the end are announced apart', async ({
  lens,
}) => {
  await lens.page.clock.install()
  await lens.open()
  await expect(lens.verdict.getByRole('timer')).toHaveAttribute('aria-live', 'off')
  for (const [seconds, said] of [
    [240, 'This token expires in 60 seconds.'],
    [50, 'This token expires in 10 seconds.'],
    [10, 'This token has just expired.'],
  ] as const) {
    await expect(lens.page.getByText(said)).toHaveCount(0)
    await lens.page.clock.runFor(seconds * 1000)
    await expect(lens.page.getByText(said)).toBeAttached()
  }
  await expect(lens.headline).toContainText('Signature valid, but expired')
})
