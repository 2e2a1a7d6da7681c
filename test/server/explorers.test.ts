import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { bearer, token, tokenDoor } from '../access/tokens';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

/** Debian's and Ubuntu's place; elsewhere it is named. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const required = process.env.CI === 'true' || Boolean(process.env.REQUIRE_CHROMIUM);
const missing = !existsSync(executablePath);

const embeddedSandbox = `
  window.EmbeddedSandbox = class {
    constructor(given) {
      window.given = given;
      const frame = document.createElement('iframe');
      frame.src = 'https://sandbox.embed.apollographql.com/sandbox/explorer';
      frame.setAttribute('style', 'height: 50%');
      document.querySelector(given.target).append(frame);
      fetch(given.initialEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...window.sentHeaders },
        body: JSON.stringify({ query: '{ __typename }' }),
      })
        .then((answer) => answer.json())
        .then((answer) => (window.answer = answer));
    }
  };`;

if (missing && !required) {
  // A bare Node machine has no browser, and the rest of the suite needs none.
  it.skip(`The explorers in a browser: skipped, there is no Chromium at ${executablePath}`, () => undefined);
} else {
  describe('the explorers in a browser', () => {
    let gateway: TestGateway;
    let guarded: TestGateway;
    let browser: Browser;
    // One for all pages: they have the same cache.
    let context: BrowserContext;

    beforeAll(async () => {
      if (missing) throw new Error(`Chromium is required here, and there is none at ${executablePath}.`);
      gateway = await startGateway({
        publicPath: '/governance',
        exposure: { allowedOrigins: ['http://app.example'] },
      });
      guarded = await startGateway({ door: await tokenDoor() });
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
          // Otherwise the browser asks its user before a page of another host may call this machine.
          '--disable-features=LocalNetworkAccessChecks',
          // A site whose name leads to this machine.
          '--host-resolver-rules=MAP rebound.example 127.0.0.1',
        ],
      });
      context = await browser.newContext();
    });

    // A page goes on drawing as long as it is open.
    const closePages = () => Promise.all(context.pages().map((page) => page.close()));

    afterAll(async () => {
      if (missing) return;
      await browser.close();
      await gateway.stop();
      await guarded.stop();
    });

    const open = async (path: string) => {
      const page = await context.newPage();
      const requested: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      page.on('pageerror', ({ message }) => problems.push(message));
      // What the content security policy forbids is reported there.
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(`${gateway.url}${path}`);
      return { page, requested, problems };
    };

    /** Stands for the script of the CDN: shows a frame, sends the requests of the frame, and shows what it was given. */
    const routeSandbox = async (page: Page): Promise<void> => {
      await page.route('https://embeddable-sandbox.cdn.apollographql.com/**', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: embeddedSandbox }),
      );
      await page.route('https://sandbox.embed.apollographql.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: 'The frame of the Sandbox' }),
      );
    };

    const rightHeaders = async () => bearer(await token({ claims: { scope: 'governance:read', accounts: '*' } }));

    /** What axe finds that is serious, as rule and place. */
    const seriousFindings = async (page: Page): Promise<string[]> => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    };

    describe('GraphiQL, under the path of a proxy', () => {
      let graphiql: Awaited<ReturnType<typeof open>>;
      beforeAll(async () => {
        graphiql = await open('/governance/graphiql');
      });
      afterAll(closePages);

      it('runs the document of its tab, and loads nothing from any other origin', async () => {
        const { page, requested, problems } = graphiql;

        await page.locator('button.graphiql-execute-button').click();
        const answer = page.locator('.result-window');
        await answer.getByText('rd-7Kq2Vx').waitFor();

        expect(await answer.innerText()).toContain('1587203946182045');
        expect(problems).toEqual([]);
        expect(requested).toContain(`${gateway.url}/governance/graphql`);
        expect(requested.filter((url) => !url.startsWith(`${gateway.url}/`) && !/^(data|blob):/.test(url))).toEqual([]);
      });

      it('has no serious finding of axe', async () => {
        expect(await seriousFindings(graphiql.page)).toEqual([]);
      });

      it('has a tab for each document of schema/operations, with its variables', async () => {
        const { page } = graphiql;
        const tabs = page.locator('.graphiql-tab-button');

        expect(await tabs.allInnerTexts()).toEqual([
          'WhoAmI',
          'WhatChanged',
          'RecentChanges',
          'AccountsInFolder',
          'Enrollments',
          'EnableDirectory',
          'PastConfiguration',
        ]);
        await tabs.nth(2).press('Enter');
        await page.getByText('"first"').first().waitFor();
        // For a moment, GraphiQL still has the name of the operation of the tab before.
        const isAnswered = () =>
          page
            .locator('.result-window')
            .getByText('totalCount')
            .waitFor({ timeout: 3000 })
            .then(
              () => true,
              () => false,
            );
        do await page.locator('button.graphiql-execute-button').click();
        while (!(await isAnswered()));
        expect(await page.locator('[aria-current]').allInnerTexts()).toEqual(['RecentChanges']);
      });
    });

    describe('their pages', () => {
      afterEach(closePages);

      it('GraphiQL runs its document with the token that its headers have, and says what it lacks without one', async () => {
        const page = await context.newPage();
        await page.goto(`${guarded.url}/graphiql`);
        const answer = page.locator('.result-window');
        const run = () => page.locator('button.graphiql-execute-button').click();

        await run();
        await answer.getByText('UNAUTHENTICATED').waitFor();
        await page.getByRole('button', { name: 'Headers', exact: true }).click();
        await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) textarea').focus();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.press('Delete');
        await page.keyboard.insertText(JSON.stringify(await rightHeaders()));
        await run();
        await answer.getByText('rd-7Kq2Vx').waitFor();

        expect(await answer.innerText()).toContain('1587203946182045');
      });

      it('the Sandbox sends the token that its user has entered', async () => {
        const answerWith = async (headers: object): Promise<unknown> => {
          const page = await context.newPage();
          await page.addInitScript(`window.sentHeaders = ${JSON.stringify(headers)};`);
          await routeSandbox(page);
          await page.goto(`${guarded.url}/graphql`);
          // As a function: pages forbid texts that become code.
          await page.waitForFunction(() => 'answer' in globalThis);
          return page.evaluate('window.answer');
        };

        expect(await answerWith({})).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
        expect(await answerWith(await rightHeaders())).toMatchObject({ data: { __typename: 'Query' } });
      });

      it('a page of another origin can send nothing and read nothing, unless its origin is allowed', async () => {
        const page = await context.newPage();
        await page.route('http://*.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'A page' }));
        const ask = async (origin: string) => {
          await page.goto(origin);
          return page.evaluate(
            `fetch('${gateway.url}/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ __typename }' }),
          }).then((answer) => answer.json().then(({ data }) => data), () => 'refused')`,
          );
        };

        expect(await ask('http://evil.example')).toBe('refused');
        expect(await ask('http://app.example')).toEqual({ __typename: 'Query' });
      });

      it('a page whose name was rebound to this machine can send nothing, though its requests are of its own origin', async () => {
        const page = await context.newPage();
        // The page comes from its own server. After that, the name leads here.
        await page.route('**/page', (route) => route.fulfill({ contentType: 'text/html', body: 'A page' }));
        await page.goto(`http://rebound.example:${new URL(gateway.url).port}/page`);
        gateway.emulator.calls.clear();
        const send = (path: string, query: string) =>
          page.evaluate(
            `fetch('${path}', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '${query}' }),
          }).then((answer) => answer.status)`,
          );

        expect([
          await send('/graphql', '{ currentAccount { accountId } }'),
          await send('/governance/graphql', 'mutation { startConfigurationRecorder(input: {}) { outcome } }'),
        ]).toEqual([421, 421]);
        expect(gateway.emulator.calls.all()).toEqual([]);
      });

      it('the Sandbox says in both languages that its CDN cannot be reached, and leads to GraphiQL', async () => {
        const page = await context.newPage();
        await page.route('https://**', (route) => route.abort());
        await page.goto(`${gateway.url}/governance/graphql`);

        await page.getByText('Apollo Sandbox cannot be loaded').waitFor();
        await page.getByText('无法加载 Apollo Sandbox').waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('link', { name: 'Open GraphiQL' }).click();
        await page.waitForURL('**/graphiql', { waitUntil: 'commit' });

        expect(page.url()).toBe(`${gateway.url}/governance/graphiql`);
      });

      it('the Sandbox opens on its document, with variables, once its script is there', async () => {
        const page = await context.newPage();
        const problems: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') problems.push(message.text());
        });
        await routeSandbox(page);
        await page.goto(`${gateway.url}/graphql`);
        await page.frameLocator('#sandbox iframe').getByText('The frame of the Sandbox').waitFor();
        // As a function: pages forbid texts that become code.
        await page.waitForFunction(() => 'answer' in globalThis);

        const given = await page.evaluate<Record<string, unknown>>('window.given');
        expect(given).toMatchObject({
          initialEndpoint: `${gateway.url}/graphql`,
          runTelemetry: false,
          initialState: {
            variables: { first: 5 },
            document: expect.stringContaining('query RecentChanges(') as string,
          },
        });
        expect(await page.evaluate('window.answer')).toMatchObject({ data: { __typename: 'Query' } });
        expect(problems).toEqual([]);
        expect(await page.locator('#offline').isVisible()).toBe(false);
      });
    });
  });
}
