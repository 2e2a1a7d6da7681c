import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { Finding } from '../../src/doctor/Finding';
import { Metrics } from '../../src/observability/metrics/Metrics';
import { startCollector } from '../support/startCollector';
import { withGateway } from '../support/startGateway';
import { freePort } from '../support/startProcess';
import { examineGateway } from './openGateway';

/** What the doctor says about the machine and its neighbors: callers, files, ports. */

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));

const findings = async (check: string, environment: Readonly<Record<string, string>>): Promise<readonly Finding[]> =>
  (await examineGateway({ environment })).of(check);

describe('callers', () => {
  const oidc = { AUTHENTICATION: 'oidc', OIDC_AUDIENCE: 'governance' };

  /** An issuer that serves these pages. */
  const withIssuer = async <T>(
    pages: (url: string) => Readonly<Record<string, object>>,
    use: (url: string) => Promise<T>,
  ): Promise<T> => {
    let url = '';
    const server = createServer(({ url: path = '' }, response) => {
      const page = pages(url)[path];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(page ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      return await use(url);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('are fine if the keys of their issuer can be read', async () => {
    const { publicKey } = await generateKeyPair('RS256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] };
    await withIssuer(
      (url) => ({ '/.well-known/openid-configuration': { jwks_uri: `${url}/keys` }, '/keys': keys }),
      async (url) => {
        expect(await findings('callers', { ...oidc, OIDC_ISSUER: url })).toEqual([
          { status: 'ok', message: `The keys of ${url} can be read; tokens are for the audience governance.` },
        ]);
      },
    );
  });

  it('are a problem if they cannot', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;

    expect(await findings('callers', { ...oidc, OIDC_ISSUER: nobody })).toMatchObject([
      {
        status: 'problem',
        message: 'The keys of the issuer cannot be read: ECONNREFUSED. Every token would be refused.',
      },
    ]);
    await withIssuer(
      () => ({}),
      async (url) => {
        expect(await findings('callers', { ...oidc, OIDC_ISSUER: url })).toMatchObject([
          {
            status: 'problem',
            message: `The keys of the issuer cannot be read: ${url}/.well-known/openid-configuration answered with HTTP 404. Every token would be refused.`,
          },
        ]);
      },
    );
  });

  it('are a problem with a policy that cannot be read, and a warning with two secrets of routers', async () => {
    const environment = {
      AUTHENTICATION: 'router,oidc',
      ROUTER_SECRETS: `${'a'.repeat(32)},${'b'.repeat(32)}`,
      ACCESS_POLICY_FILE: join(folder, 'missing.json'),
    };

    expect(await findings('callers', environment)).toMatchObject([
      { status: 'warning', message: 'ROUTER_SECRETS has 2 secrets, and both are accepted.' },
      { status: 'ok', message: 'The tokens are those of npm run token, which only the emulator accepts.' },
      { status: 'problem', message: expect.stringContaining('ACCESS_POLICY_FILE') as string },
    ]);
  });
});

describe('the audit log and the ledger', () => {
  it('are fine if their files can be written, and are not created', async () => {
    const path = join(folder, 'audit.log');
    const ledger = join(folder, 'ledger.jsonl');
    writeFileSync(ledger, '');
    const { of } = await examineGateway({ environment: { AUDIT_LOG: path, LEDGER: `file:${ledger}` } });

    expect(of('audit log')).toEqual([{ status: 'ok', message: `AUDIT_LOG names ${path}, which can be written.` }]);
    expect(of('ledger')).toEqual([{ status: 'ok', message: `LEDGER names ${ledger}, which can be written.` }]);
  });

  it.each([
    [folder, `AUDIT_LOG names ${folder}, which is a folder.`],
    [
      join(folder, 'no', 'audit.log'),
      `AUDIT_LOG names ${join(folder, 'no', 'audit.log')}, but ${join(folder, 'no')} cannot be written (ENOENT).`,
    ],
  ])('are a problem if they cannot: %s', async (path, message) => {
    expect(await findings('audit log', { AUDIT_LOG: path })).toMatchObject([{ status: 'problem', message }]);
  });
});

describe('the admin port', () => {
  it('is fine if it is free', async () => {
    const port = String(await freePort());

    expect(await findings('admin port', { ADMIN_PORT: port })).toEqual([
      { status: 'ok', message: `Port ${port} (ADMIN_PORT) of 127.0.0.1 is free, for this machine alone.` },
    ]);
  });

  it('is fine if a gateway answers there, and a problem if something else does', async () => {
    await withGateway({ metrics: await Metrics.create() }, async ({ adminUrl }) => {
      const { port } = new URL(adminUrl);

      expect(await findings('admin port', { ADMIN_PORT: port })).toMatchObject([
        { status: 'ok', message: `A gateway answers at port ${port} (ADMIN_PORT) already.` },
      ]);
    });
    const collector = await startCollector();
    const { port } = new URL(collector.url);

    expect(await findings('admin port', { ADMIN_PORT: port })).toMatchObject([
      { status: 'problem', message: `Port ${port} (ADMIN_PORT) is in use by something else than a gateway.` },
    ]);
    await collector.close();
  });

  it('is a problem if its address is not one of this machine', async () => {
    expect(await findings('admin port', { ADMIN_PORT: '0', ADMIN_HOST: '192.0.2.1' })).toMatchObject([
      { status: 'problem', message: 'ADMIN_HOST "192.0.2.1" cannot be listened on (EADDRNOTAVAIL).' },
    ]);
  });
});

describe('traces', () => {
  it('are fine if the collector accepts connections, and a warning if it does not', async () => {
    const collector = await startCollector();
    const { host } = new URL(collector.url);

    expect(await findings('traces', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toEqual([
      { status: 'ok', message: `The collector ${host} accepts connections.` },
    ]);
    await collector.close();
    expect(await findings('traces', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toMatchObject([
      { status: 'warning', message: `The collector ${host} cannot be reached (ECONNREFUSED): spans would be dropped.` },
    ]);
  });
});
