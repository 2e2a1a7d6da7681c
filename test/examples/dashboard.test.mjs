/* global document, window */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../peers/processes.mjs';
import { startExample } from './startExample.mjs';

const axe = join(root, 'docs/examples/dashboard/node_modules/axe-core/axe.min.js');
const sandbox = '1120458893671024';

/** What axe finds wrong with the page as it is shown now. */
async function findViolations(page) {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const loaded = (page) => page.locator('.change').first().waitFor();
const row = (page, section, accountId) =>
  page.locator(`section:has(> header > #${section}) .rows > li`, { hasText: accountId });

describe('docs/examples/dashboard', () => {
  let example;
  let opened;

  before(async () => {
    example = await startExample('dashboard');
    opened = await example.open({ locale: 'en-US', timezoneId: 'Asia/Shanghai' });
    await loaded(opened.page);
  });

  after(() => example?.stop());

  it('shows which accounts are not recorded, and why', async (t) => {
    t.diagnostic(`bundle ${example.size.bytes} bytes, ${example.size.gzipBytes} gzipped`);
    const { page } = opened;
    const { errors } = await example.ask('{ accounts(first: 100) { nodes { configurationRecorder { status } } } }');

    await page.getByText('10 of 13 accounts are recorded').waitFor();

    const rows = page.locator('section:has(> header > #recorders) .rows > li');
    assert.equal(await rows.count(), 3);
    await row(page, 'recorders', sandbox).getByText('Cloud Config was never activated here.').waitFor();
    for (const { extensions, message } of errors)
      await row(page, 'recorders', extensions.accountId).getByText(message).waitFor();
  });

  it('has the folders beside the lists, and the changes below both', async () => {
    const { page } = opened;
    const boxOf = (id) => page.locator(`section:has(> header > #${id})`).first().boundingBox();
    const [folders, recorders, latest] = await Promise.all(['folders', 'recorders', 'latest'].map(boxOf));

    assert.ok(folders.x + folders.width < recorders.x, 'The folders are not to the left of the lists.');
    assert.ok(latest.y > folders.y + folders.height, 'The changes are not below the folders.');
    assert.ok(latest.width > folders.width + recorders.width, 'The changes do not have the whole width.');
  });

  it('limits the lists to a folder and what is below it', async () => {
    const { page } = opened;
    const recorders = page.locator('section:has(> header > #recorders) .rows > li');

    await page.locator('nav').getByRole('button', { name: 'Workloads 8 accounts' }).click();
    assert.equal(await recorders.count(), 2);
    await page.locator('nav').getByRole('button', { name: 'Open 预览环境 Previews' }).click();
    await page.locator('nav').getByRole('button', { name: 'Payments team' }).last().waitFor();

    await page.locator('nav').getByRole('button', { name: 'All accounts' }).click();
    assert.equal(await recorders.count(), 3);
  });

  it('starts a recorder after a check and a question', async () => {
    const { page, sent } = opened;
    const account = row(page, 'recorders', sandbox);

    await account.getByRole('button', { name: 'Start recording' }).click();
    await account.getByText('Start recording in 沙箱 - 张伟?').waitFor();
    await account.getByRole('button', { name: 'Start', exact: true }).click();
    await account.getByText('Building', { exact: true }).waitFor();

    const starts = sent.filter(({ operationName }) => operationName === 'StartRecording');
    const [tried, done] = starts.map(({ variables }) => variables.input);
    assert.equal(starts.length, 2);
    assert.deepEqual(tried, { accountId: sandbox, dryRun: true });
    assert.match(done.idempotencyKey, /^[\da-f-]{36}$/);
    assert.deepEqual(done, { accountId: sandbox, idempotencyKey: done.idempotencyKey });
    await page.getByText('11 of 13 accounts are recorded').waitFor();
  });

  it('enrolls an account, and follows how far it is', async () => {
    const { page } = opened;
    const dialog = page.getByRole('dialog');

    await page.getByRole('button', { name: 'Enroll an account' }).click();
    await dialog.getByLabel('Account').selectOption(sandbox);
    await dialog.getByRole('button', { name: 'Check only' }).click();
    await dialog.getByText('The check found no problem.').waitFor();
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByRole('button', { name: 'Enroll', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    const account = row(page, 'enrollments', sandbox);
    await account.getByText('0 of 5 items applied').waitFor();
    // 45 seconds until it runs, and 30 for each item.
    await example.advance(45_000 + 2 * 30_000);
    await account.getByText('2 of 5 items applied').waitFor();
  });

  it('shows values before and after, and only what differs between them', async () => {
    const { page } = opened;
    const bucket = page.getByRole('option', { name: /lotus-valley-billing-reports/ });
    await page.locator('.controls select').selectOption(await bucket.getAttribute('value'));

    const history = page.locator('section:has(> header > #history)');
    const change = history.locator('.change', { hasText: 'public-read' }).first();
    await change.waitFor();

    const lines = change.locator('dl > div').filter({ hasText: 'AccessControlList' }).locator('dd');
    assert.deepEqual(await lines.allInnerTexts(), ['Grant\nbefore\npublic-read\nafter\nprivate']);
    await page.getByRole('button', { name: 'Deleted' }).click();
    await page.getByText('No change in this range.').waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await change.waitFor();
  });

  it('shows the latest changes of all accounts, and what could not be read', async () => {
    const { page, sent } = opened;
    const latest = page.locator('section:has(> header > #latest)');

    await latest.locator('.change', { hasText: 'HttpTokens' }).first().waitFor();
    assert.match(
      await latest.locator('.change p').first().innerText(),
      /Lotus Valley · i-bp1a9fk3m7q2x8c5v0zt · by night-shift, ModifyInstanceAttribute/,
    );
    await latest.getByText('What could not be read').click();
    await latest.getByText(/cannot be assumed/).waitFor();
    assert.equal(sent.filter(({ operationName }) => operationName === 'Latest').length, 1);
  });

  it('reads everything anew if asked to', async () => {
    const { page } = opened;
    const sent = page.waitForRequest((request) => request.postDataJSON()?.operationName === 'Accounts');

    await page.getByRole('button', { name: 'Refresh' }).click();

    assert.equal((await sent).headers()['cache-control'], 'no-cache');
  });

  it('speaks Chinese, and lets the gateway speak it, too', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '中文' }).click();

    await page.getByText('13 个账号中，11 个已开启资源监控').waitFor();
    await row(page, 'recorders', '1577319402866195').getByText('无法扮演账号 1577319402866195').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    assert.equal(await page.title(), '云治理看板');
  });

  it('is accessible in light and dark, and fits a phone', async () => {
    for (const options of [
      { locale: 'en-US', colorScheme: 'light' },
      { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    ]) {
      const { page, problems } = await example.open(options);
      await loaded(page);

      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      assert.deepEqual(problems, []);
      await page.context().close();
    }
    assert.deepEqual(opened.problems, []);
  });
});
