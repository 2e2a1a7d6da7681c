import type { Exposure } from '../../../src/settings';
import { productionExposure } from '../../../src/settings';
import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';

let gateway: TestGateway | undefined;

afterEach(() => gateway?.stop());

const start = async (exposure: Partial<Exposure>): Promise<TestGateway> =>
  (gateway = await startGateway({ exposure: { ...productionExposure, ...exposure } }));

const html = { accept: 'text/html,*/*;q=0.8' };

const messageOf = async (asked: TestGateway, document: string, variables?: Record<string, unknown>) =>
  (await asked.query(document, variables)).errors?.[0]?.message;

describe('INTROSPECTION', () => {
  const documents = ['{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }'];

  it('off refuses __schema and __type, and leaves __typename and the SDL for routers', async () => {
    const closed = await start({});

    expect(await Promise.all(documents.map((document) => messageOf(closed, document)))).toEqual([
      expect.stringContaining('introspection has been disabled') as string,
      expect.stringContaining('introspection has been disabled') as string,
    ]);
    expect(await closed.query('{ __typename _service { sdl } }')).toMatchObject({
      data: { __typename: 'Query', _service: { sdl: expect.stringContaining('type Query') as string } },
    });
  });

  it('on answers both', async () => {
    const open = await start({ introspection: true });

    const answers = await Promise.all(documents.map((document) => open.query(document)));
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  });
});

describe('SUGGESTIONS', () => {
  const unknownField = '{ currentAccout { accountId } }';
  const unknownValue =
    'query ($status: [AccountEnrollmentStatusInput!]) { accountEnrollments(filter: { status: $status }) { nodes { id } } }';

  it('off names nothing of the schema that the client did not name', async () => {
    const closed = await start({});

    expect(await messageOf(closed, unknownField)).toBe('Cannot query field "currentAccout" on type "Query".');
    expect(await messageOf(closed, unknownValue, { status: ['FINISHD'] })).not.toMatch(/FINISHED|Did you mean/);
  });

  it('on names what may have been meant', async () => {
    const open = await start({ suggestions: true });

    expect(await messageOf(open, unknownField)).toMatch(/Did you mean "currentAccount"/);
    expect(await messageOf(open, unknownValue, { status: ['FINISHD'] })).toMatch(/Expected one of .*FINISHED/);
  });
});

describe('SANDBOX and GRAPHIQL', () => {
  const pages = async (exposure: Partial<Exposure>) => {
    const { url } = await start(exposure);
    const answers = await Promise.all(
      ['/', '/graphql', '/graphiql'].map((path) => fetch(`${url}${path}`, { headers: html, redirect: 'manual' })),
    );
    return Promise.all(
      answers.map(async (answer) =>
        [answer.status, answer.headers.get('location') ?? /<title>(.*?) ·/.exec(await answer.text())?.[1]].filter(
          Boolean,
        ),
      ),
    );
  };

  it('off show no page', async () => {
    expect(await pages({})).toEqual([[404], [400], [404]]);
  });

  it('are switched on one by one', async () => {
    expect(await pages({ sandbox: true })).toEqual([[302, 'graphql'], [200, 'Apollo Sandbox'], [404]]);
    await gateway?.stop();
    expect(await pages({ graphiql: true })).toEqual([[302, 'graphiql'], [400], [200, 'GraphiQL']]);
  });

  it('the Sandbox leads to GraphiQL only if there is one', async () => {
    const { url } = await start({ sandbox: true });
    const page = await (await fetch(`${url}/graphql`, { headers: html })).text();

    expect(page).toContain('Apollo Sandbox cannot be loaded');
    expect(page).not.toContain('href="graphiql"');
  });
});
