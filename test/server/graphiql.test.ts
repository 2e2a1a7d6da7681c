import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

/** Debian's and Ubuntu's place; elsewhere it is named. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const required = process.env.CI === 'true' || Boolean(process.env.REQUIRE_CHROMIUM);
const missing = !existsSync(executablePath);

if (missing && !required) {
  // A bare Node machine has no browser, and the rest of the suite needs none.
  it.skip(`GraphiQL in a browser: skipped, there is no Chromium at ${executablePath}`, () => undefined);
} else {
  describe('GraphiQL in a browser', () => {
    let gateway: TestGateway;
    let browser: Browser;

    beforeAll(async () => {
      if (missing) throw new Error(`Chromium is required here, and there is none at ${executablePath}.`);
      gateway = await startGateway();
      browser = await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
    });

    afterAll(async () => {
      if (missing) return;
      await browser.close();
      await gateway.stop();
    });

    it('runs the query it shows, and loads nothing from any other origin', async () => {
      const page = await browser.newPage();
      const requested: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      page.on('pageerror', ({ message }) => problems.push(message));

      await page.goto(`${gateway.url}/graphiql`);
      await page.locator('button.graphiql-execute-button').click();
      const answer = page.locator('.result-window');
      await answer.getByText('rd-7Kq2Vx').waitFor();

      expect(await answer.innerText()).toContain('1587203946182045');
      expect(problems).toEqual([]);
      expect(requested).toContain(`${gateway.url}/graphql`);
      expect(requested.filter((url) => !url.startsWith(`${gateway.url}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    });
  });
}
