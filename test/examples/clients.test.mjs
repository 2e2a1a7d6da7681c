import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../peers/processes.mjs';
import { requestedFields } from './requestedFields.mjs';
import { startExample } from './startExample.mjs';

const shared = (file) => readFileSync(join(root, 'docs/examples/shared', file), 'utf8');
const documents = shared('documents.graphql');
const { pageSize, resource, enrollment } = JSON.parse(shared('fixture.json'));

/** What the page shows of every account, in its order. */
const accountRows = (page) =>
  page.locator('[data-account]').evaluateAll((rows) =>
    rows.map((row) => ({
      accountId: row.dataset.account,
      recorder: row.querySelector('[data-column=recorder]').textContent,
      enrollment: row.querySelector('[data-column=enrollment]').textContent,
    })),
  );

const changeTimes = (page) =>
  page.locator('[data-change]').evaluateAll((changes) => changes.map(({ dataset }) => dataset.change));

/** Clicks a button until it is gone, and waits for more rows after each click. */
async function loadAll(page, button, rows) {
  const more = page.getByRole('button', { name: button });
  for (let count = await rows.count(); await more.isVisible(); count = await rows.count()) {
    await more.click();
    await rows.nth(count).waitFor();
  }
}

/**
 * How many pages a client reads again after a mutation. graphcache does not cache a field that failed: it asks again for
 * the page that has one.
 */
const pagesReadAgain = { 'apollo-client': 0, urql: 1, relay: 0 };

// Two at a time: installing and building wait for the disk as much as for a processor.
describe('docs/examples', { concurrency: 2 }, () => {
  for (const name of Object.keys(pagesReadAgain)) {
    describe(name, { concurrency: 1 }, () => {
      let example;
      let opened;

      before(async () => {
        example = await startExample(name);
        opened = await example.open();
      });

      after(() => example?.stop());

      it('shows the accounts page by page, and why a recorder cannot be read', async (t) => {
        t.diagnostic(`bundle ${example.size.bytes} bytes, ${example.size.gzipBytes} gzipped`);
        const { page } = opened;
        const { data, errors } = await example.ask(
          '{ accounts(first: 100) { nodes { accountId configurationRecorder { status } enrollment { status } } } }',
        );
        const messages = Object.fromEntries(errors.map(({ extensions, message }) => [extensions.accountId, message]));
        const rows = page.locator('[data-account]');
        await rows.first().waitFor();
        const firstPage = await rows.count();
        assert.equal(firstPage, pageSize);

        await loadAll(page, 'More accounts', rows);

        const shown = await accountRows(page);
        assert.deepEqual(
          shown,
          data.accounts.nodes.map((account) => ({
            accountId: account.accountId,
            recorder: account.configurationRecorder?.status ?? messages[account.accountId],
            enrollment: account.enrollment.status,
          })),
        );
        assert.equal(Object.keys(messages).length, 2);
      });

      it('shows the timeline of a resource page by page', async () => {
        const { page } = opened;
        const { data } = await example.ask(
          `query ($key: CloudResourceKeyInput!, $first: Int!) {
          cloudResource(key: $key) { configurationTimeline(first: $first) { nodes { capturedAt } } }
        }`,
          { key: resource, first: 2 * pageSize },
        );
        const changes = page.locator('[data-change]');
        await changes.first().waitFor();

        await page.getByRole('button', { name: 'More changes' }).click();
        await changes.nth(pageSize).waitFor();

        assert.deepEqual(
          await changeTimes(page),
          data.cloudResource.configurationTimeline.nodes.map(({ capturedAt }) => capturedAt),
        );
      });

      it('shows what a rejected enrollment names, and changes no row', async () => {
        const { page } = opened;
        const before = await accountRows(page);

        await page.getByLabel('Account ID').fill(enrollment.accountId);
        await page.getByLabel('Baseline ID').fill(enrollment.unknownBaselineId);
        await page.getByRole('button', { name: 'Enroll' }).click();
        const error = page.locator('output li');
        await error.waitFor();

        assert.equal(await page.locator('output strong').textContent(), 'REJECTED');
        assert.equal(await error.getAttribute('data-code'), 'NOT_FOUND');
        assert.equal(await error.getAttribute('data-field'), 'input.baselineId');
        assert.deepEqual(await accountRows(page), before);
      });

      it('changes the row of an enrolled account from the payload', async () => {
        const { page, sent } = opened;
        const sentBefore = sent.length;
        const row = page.locator(`[data-account="${enrollment.accountId}"] [data-column=enrollment]`);
        assert.equal(await row.textContent(), 'NOT_ENROLLED');

        await page.getByLabel('Baseline ID').fill('');
        await page.getByRole('button', { name: 'Enroll' }).click();
        await page.locator('output strong', { hasText: 'IN_PROGRESS' }).waitFor();

        await page
          .locator(`[data-account="${enrollment.accountId}"] [data-column=enrollment]:not(:text("NOT_ENROLLED"))`)
          .waitFor();
        assert.match(await row.textContent(), /^(PENDING|SCHEDULING|RUNNING)$/);
        assert.equal((await accountRows(page)).length, 13);
        assert.equal(sent.length, sentBefore + 1 + pagesReadAgain[name]);
      });

      it('is as large as docs/CLIENTS.md says', () => {
        const page = readFileSync(join(root, 'docs/CLIENTS.md'), 'utf8');
        const [, kilobytes] = new RegExp(`examples/${name}/README.md\\)[ |]+(\\d+) kB`).exec(page);

        // Node versions compress differently by a few bytes.
        assert.ok(Math.abs(example.size.gzipBytes / 1000 - Number(kilobytes)) < 1);
      });

      it('sends the fields of the shared documents, and nothing to any other host', async () => {
        const { sent, problems } = opened;
        const first = (field) => sent.find(({ query }) => requestedFields(query)[0].startsWith(`${field}.`)).query;

        for (const [operation, field] of [
          ['Accounts', 'accounts'],
          ['Timeline', 'cloudResource'],
          ['Enroll', 'enrollAccount'],
        ]) {
          assert.deepEqual(requestedFields(first(field)), requestedFields(documents, operation));
        }
        assert.deepEqual(problems, []);
      });
    });
  }
});
