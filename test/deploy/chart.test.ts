import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Service, ServiceAccount } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';
import { settingsIn } from '../../src/environment/Setting';
import { parseSettings, settingsTable } from '../../src/settings';
import { chartFolder, headerOf, renderedFile, renderings } from './chart';

/** Kubernetes' own description of each kind. That of a PodMonitor comes with the operator. */
const kinds = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
};

interface Manifest {
  readonly kind: keyof typeof kinds | 'PodMonitor';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Pod {
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly [
    {
      readonly env: readonly Variable[];
      readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
      readonly livenessProbe: Probe;
      readonly readinessProbe: Probe;
      readonly startupProbe: Probe;
      readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[] | null;
      readonly securityContext: object;
    },
  ];
  readonly volumes: readonly { readonly name: string }[] | null;
}

const manifestsOf = (name: string): readonly Manifest[] =>
  parseAllDocuments(readFileSync(renderedFile(name), 'utf8')).map((document) => document.toJS() as Manifest);

const manifest = (name: string, kind: Manifest['kind']): Manifest => {
  const found = manifestsOf(name).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`Expected a ${kind} in ${name}.`);
  return found;
};

const podOf = (name: string): Pod =>
  (manifest(name, 'Deployment') as unknown as { spec: { template: { spec: Pod } } }).spec.template.spec;

const variablesOf = (name: string): readonly Variable[] => podOf(name).containers[0].env;

/** A value that the setting takes, in place of one from a Secret. */
const secretValues: Readonly<Record<string, string>> = {
  ROUTER_SECRETS: 'r'.repeat(32),
  REDIS_URL: 'redis://redis:6379',
};

const environmentOf = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    variablesOf(name).map((variable) => [variable.name, variable.value ?? secretValues[variable.name] ?? 'x']),
  );

const ajv = new Ajv({ strict: false });
const isValues = ajv.compile(
  JSON.parse(readFileSync(join(chartFolder, 'values.schema.json'), 'utf8')) as Readonly<Record<string, unknown>>,
);
const ownValues = parse(readFileSync(join(chartFolder, 'values.yaml'), 'utf8')) as Readonly<Record<string, object>>;

describe.each(Object.keys(renderings))('the chart, rendered with %s', (name) => {
  it('was rendered from the files of today: run npm run chart', () => {
    expect(readFileSync(renderedFile(name), 'utf8').split('\n')[0]).toBe(headerOf(name));
  });

  it('has the form that Kubernetes expects', () => {
    for (const one of manifestsOf(name)) {
      if (one.kind === 'PodMonitor') continue;
      const Kind = kinds[one.kind] as new (data: unknown) => { validate(): void };
      // Null is an empty list to Kubernetes.
      const given = JSON.parse(JSON.stringify(one), (_, value: unknown) => value ?? undefined) as unknown;
      expect(() => {
        new Kind(given).validate();
      }).not.toThrow();
    }
  });

  it('selects its own pods in each manifest', () => {
    const { matchLabels } = (manifest(name, 'Deployment') as unknown as { spec: { selector: { matchLabels: object } } })
      .spec.selector;

    expect(manifest(name, 'Deployment').metadata.labels).toMatchObject(matchLabels);
    expect(manifest(name, 'Service')).toMatchObject({ spec: { selector: matchLabels } });
    expect(manifest(name, 'PodDisruptionBudget')).toMatchObject({ spec: { selector: { matchLabels } } });
    expect(manifest(name, 'NetworkPolicy')).toMatchObject({ spec: { podSelector: { matchLabels } } });
  });

  it('gives the gateway settings that it takes, and credentials by the names of the chain', () => {
    const others = new Set([
      'NODE_OPTIONS',
      ...variablesOf(name)
        .map((one) => one.name)
        .filter((one) => /^ALIBABA_CLOUD_(ROLE|OIDC|ACCESS)/.test(one)),
    ]);
    const settings = settingsIn(settingsTable).flatMap(({ names }) => names);
    const environment = environmentOf(name);

    expect(Object.keys(environment).filter((one) => !others.has(one) && !settings.includes(one))).toEqual([]);
    expect(parseSettings(environment).problems).toEqual([]);
  });

  it('asks the admin port for its probes, and publishes both ports of the settings', () => {
    const { env, ports, livenessProbe, readinessProbe, startupProbe } = podOf(name).containers[0];
    const valueOf = (variable: string) => Number(env.find((one) => one.name === variable)?.value);

    expect(ports).toEqual([
      { name: 'http', containerPort: valueOf('PORT') },
      { name: 'admin', containerPort: valueOf('ADMIN_PORT') },
    ]);
    expect([livenessProbe, readinessProbe, startupProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/livez', port: 'admin' },
      { path: '/readyz', port: 'admin' },
      { path: '/readyz', port: 'admin' },
    ]);
  });

  it('waits longer than the process takes to stop', () => {
    const { DRAIN_SECONDS, STOP_SECONDS } = environmentOf(name);

    expect(podOf(name).terminationGracePeriodSeconds).toBeGreaterThan(Number(STOP_SECONDS));
    expect(Number(DRAIN_SECONDS)).toBeLessThan(Number(STOP_SECONDS));
  });

  it('counts the pod that an update adds among those that divide the quotas', () => {
    const { spec } = manifest(name, 'Deployment') as unknown as { spec: { replicas?: number } };
    const most =
      spec.replicas ??
      (manifest(name, 'HorizontalPodAutoscaler') as unknown as { spec: { maxReplicas: number } }).spec.maxReplicas;

    expect(Number(environmentOf(name).REPLICAS)).toBe(most + 1);
  });

  it('mounts what it has, and lets the process write nowhere', () => {
    const { containers, volumes } = podOf(name);

    expect(containers[0].volumeMounts?.map((one) => one.name)).toEqual(volumes?.map((one) => one.name));
    expect(containers[0].securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
    });
  });
});

it('what is secret comes from a Secret', () => {
  expect(variablesOf('everything').filter(({ valueFrom }) => valueFrom)).toHaveLength(4);
  expect(variablesOf('everything').filter((one) => one.value !== undefined && one.name in secretValues)).toEqual([]);
});

it('an access policy is a file that the gateway reads', () => {
  const { data } = manifest('everything', 'ConfigMap') as unknown as { data: Readonly<Record<string, string>> };
  const policy = JSON.parse(data['access-policy.json'] ?? '') as unknown;

  expect(policy).toEqual({
    claim: 'groups',
    rules: [{ value: 'auditors', accounts: ['*'], scopes: ['governance:read'] }],
  });
  expect(environmentOf('everything').ACCESS_POLICY_FILE).toBe('/etc/governance/access-policy.json');
});

describe('values.schema.json', () => {
  it('takes the values of the chart, and those that are tested', () => {
    const more = parse(readFileSync(join(__dirname, 'everything.values.yaml'), 'utf8')) as Readonly<
      Record<string, object>
    >;
    const merged = Object.fromEntries(
      Object.entries(ownValues).map(([key, value]) => [key, { ...value, ...more[key] }]),
    );

    expect(isValues(ownValues) || isValues.errors).toBe(true);
    for (const key of Object.keys(more)) expect(Object.keys(ownValues)).toContain(key);
    for (const key of ['settings', 'secrets', 'rrsa', 'metrics', 'autoscaling']) {
      expect(isValues({ ...ownValues, [key]: merged[key] }) || isValues.errors).toBe(true);
    }
  });

  it.each([
    ['an unknown value', { replicas: 3 }],
    ['a setting that the chart decides', { settings: { ...ownValues.settings, PORT: '5000' } }],
    ['a number for a setting', { settings: { ...ownValues.settings, CACHE_MEGABYTES: 64 } }],
    ['a secret among the settings', { settings: { ...ownValues.settings, ROUTER_SECRETS: 'x' } }],
    ['no authentication', { settings: { ALLOWED_HOSTS: 'a.example' } }],
    ['a secret by its value', { secrets: { ROUTER_SECRETS: 'x' } }],
    ['a role that is none', { rrsa: { enabled: true, roleArn: 'governance' } }],
  ])('refuses %s', (_, values) => {
    expect(isValues({ ...ownValues, ...values })).toBe(false);
  });

  it('lets no secret setting be a plain one', () => {
    // A proxy and a collector have a password only if their URLs have one. The emulator is not in the image.
    const urls = ['HTTPS_PROXY', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
    const secret = settingsIn(settingsTable).filter(
      ({ name, secret }) => secret && !urls.includes(name) && !name.startsWith('EMULATOR_'),
    );
    for (const { name } of secret) {
      expect([name, isValues({ ...ownValues, settings: { ...ownValues.settings, [name]: 'x' } })]).toEqual([
        name,
        false,
      ]);
    }
  });
});
