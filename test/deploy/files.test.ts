import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settingsIn } from '../../src/environment/Setting';
import { defaultStopTimes } from '../../src/server/Stopping';
import { parseSettings, settingsTable } from '../../src/settings';

/** Dockerfile, deploy/compose.yaml and the unit of systemd, as far as a test can hold them without running them. */

const root = join(__dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const names = settingsIn(settingsTable).flatMap((one) => one.names);
const isSetting = (name: string): boolean => names.includes(name);
const isOfNodeOrChain = (name: string): boolean =>
  /^(NODE_(ENV|OPTIONS)|ALIBABA_CLOUD_ACCESS_KEY_(ID|SECRET))$/.test(name);

describe('Dockerfile', () => {
  const lines = textOf('Dockerfile').replace(/\\\n/g, ' ').split('\n');
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));

  it('copies files that exist, and sends the builder nothing else', () => {
    const sent = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));

    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(sent.sort()).toEqual([...copied].sort());
    expect(textOf('.dockerignore').split('\n')).toContain('*');
  });

  it('runs what was built as a user without rights, on the real upstream, with settings that exist', () => {
    const variables = [...textOf('Dockerfile').matchAll(/^(?:ENV | {2})([A-Z_]+)=/gm)].map(([, name = '']) => name);

    expect(lines).toEqual(expect.arrayContaining(['USER 1000:1000', 'CMD ["node", "dist/gateway.js"]']));
    expect(lines.some((line) => line.includes('UPSTREAM=alibaba-cloud'))).toBe(true);
    expect(variables.filter((name) => !isSetting(name) && !isOfNodeOrChain(name))).toEqual([]);
  });
});

describe('deploy/compose.yaml', () => {
  const { services, secrets, volumes } = parse(textOf('deploy/compose.yaml')) as {
    readonly services: {
      readonly gateway: {
        readonly environment: Readonly<Record<string, string>>;
        readonly secrets: readonly string[];
        readonly stop_grace_period: string;
        readonly read_only: boolean;
      };
      readonly redis: { readonly command: readonly string[]; readonly volumes: readonly string[] };
    };
    readonly secrets: Readonly<Record<string, { readonly file: string }>>;
    readonly volumes: object;
  };
  const { gateway, redis } = services;

  it('gives the gateway settings that it takes', () => {
    const { ROUTER_SECRETS_FILE, ...others } = gateway.environment;
    const given = Object.fromEntries(
      Object.entries(others)
        .filter(([name]) => !isOfNodeOrChain(name))
        .map(([name, value]) => [name, value.replace(/^\$\{\w+:-(.*)\}$/, '$1')]),
    );

    expect(Object.keys(gateway.environment).filter((name) => !isSetting(name) && !isOfNodeOrChain(name))).toEqual([]);
    expect(gateway.secrets.map((name) => `/run/secrets/${name}`)).toEqual([ROUTER_SECRETS_FILE]);
    expect(Object.keys(secrets)).toEqual(gateway.secrets);
    // What the image sets, and what the file would have.
    const inImage = { UPSTREAM: 'alibaba-cloud', HOST: '0.0.0.0', ROUTER_SECRETS: 'r'.repeat(32) };
    expect(parseSettings({ ...inImage, ...given }).problems).toEqual([]);
  });

  it('waits longer than the process takes to stop', () => {
    expect(parseInt(gateway.stop_grace_period) * 1000).toBeGreaterThan(defaultStopTimes.stopMs);
  });

  it('lets the gateway write nowhere, and Redis evict nothing', () => {
    expect(gateway.read_only).toBe(true);
    expect(redis.command).toEqual(expect.arrayContaining(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']));
    expect(redis.volumes.map((one) => one.split(':')[0])).toEqual(Object.keys(volumes));
  });
});

describe('the unit of systemd', () => {
  const unit = textOf('deploy/systemd/alicloud-governance-gateway.service');
  const valuesOf = (key: string): readonly string[] =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
  const environment = Object.fromEntries(
    valuesOf('Environment')
      .flatMap((line) => line.split(' '))
      .map((pair) => pair.split('=', 2) as [string, string]),
  );

  it('starts what was built, with settings that exist, in folders that it may write to', () => {
    const [folder = ''] = valuesOf('StateDirectory');

    expect(valuesOf('ExecStart')[0]).toMatch(/^\/usr\/bin\/node .*dist\/gateway\.js$/);
    expect(Object.keys(environment).filter((name) => !isSetting(name) && !isOfNodeOrChain(name))).toEqual([]);
    expect(environment.LEDGER).toBe(`file:/var/lib/${folder}/ledger`);
    expect(environment.AUDIT_LOG).toBe(`/var/log/${valuesOf('LogsDirectory')[0]}/audit.log`);
  });

  it('waits longer than the process takes to stop', () => {
    expect(Number(valuesOf('TimeoutStopSec')[0]) * 1000).toBeGreaterThan(defaultStopTimes.stopMs);
  });
});
