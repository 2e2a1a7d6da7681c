import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import type { GetResourceComplianceTimeline } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import { minute, startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';
import { epoch, memberId, smallWorld } from '../world/worlds';

type Answer = ResponseOf<typeof GetResourceComplianceTimeline>;
type Rule = NonNullable<WorldDefinition['complianceRules']>[number];
type Change = NonNullable<NonNullable<WorldDefinition['resources']>[number]['changes']>[number];

const registered = { since: '2025-01-01T00:00:00.000Z' };
const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const now = Date.parse(epoch);
const at = (minutes: number): string => new Date(now + minutes * minute).toISOString();

const change = (minutes: number, diff: Change['diff'], type = 'MODIFY'): Change => ({ at: at(minutes), type, diff });
const rule = (name: string, property: string, rest: Partial<Rule> = {}): Rule => ({
  ruleId: `cr-${name}`,
  name,
  resourceType: 'ACS::ECS::Instance',
  property,
  compliant: ['good'],
  ...rest,
});

let cloud: TestCloud;
afterEach(() => cloud.close());

const open = async (changes: readonly Change[], complianceRules: readonly Rule[]): Promise<void> => {
  cloud = await startCloud(
    smallWorld({
      management: { recorder: registered },
      member: { recorder: registered },
      resources: [
        {
          accountId: memberId,
          resourceId: 'i-1',
          resourceType: 'ACS::ECS::Instance',
          region: 'cn-hangzhou',
          resourceName: 'one',
          createTime: '2026-01-01T00:00:00.000Z',
          changes: [...changes],
        },
      ],
      complianceRules: [...complianceRules],
    }),
  );
};

const ask = (parameters: object = {}) =>
  cloud.call<Answer>('GetResourceComplianceTimeline', { ...resource, ...parameters }, 'memberid');

const recordsOf = async (parameters: object = {}) =>
  (await ask(parameters)).answer?.ResourceComplianceTimeline.ComplianceList ?? [];

interface Evaluation {
  readonly Compliance: { readonly complianceType: string; readonly count: number };
  readonly ConfigRuleList: readonly { readonly configRuleName: string; readonly complianceType: string }[];
}

/** What each evaluation came to, oldest first: its minute, the whole, how many rules say so, and each rule. */
const outcomes = async () =>
  (await recordsOf()).toReversed().map(({ CaptureTime, Configuration = '' }) => {
    const { Compliance, ConfigRuleList } = JSON.parse(Configuration) as Evaluation;
    const rules = ConfigRuleList.map(({ complianceType }) => complianceType);
    return [(CaptureTime - now) / minute, Compliance.complianceType, Compliance.count, ...rules];
  });

it('evaluates a resource one minute after a change, and shows it if an outcome is another one', async () => {
  const changes = [
    change(-60, { A: [null, 'good'] }, 'DISCOVERED'),
    change(-50, { B: [null, 1] }),
    change(-40, { A: ['good', 'bad'] }),
  ];
  await open(changes, [rule('a', 'A')]);

  expect(await outcomes()).toEqual([
    [-59, 'COMPLIANT', 1, 'COMPLIANT'],
    [-39, 'NON_COMPLIANT', 1, 'NON_COMPLIANT'],
  ]);
});

it('comes to the weightiest of what its rules come to, and counts the rules that do', async () => {
  const rules = [
    rule('ignored', 'A', { ignored: ['i-1'] }),
    rule('inapplicable', 'None', { withoutProperty: 'NOT_APPLICABLE' }),
    rule('a', 'A'),
    rule('b', 'B'),
  ];
  await open(
    [
      change(-60, { A: [null, 'good'], B: [null, 'good'] }, 'DISCOVERED'),
      change(-50, { B: ['good', null] }),
      change(-40, { A: ['good', 'bad'] }),
      change(-30, { B: [null, 'bad'] }),
    ],
    rules,
  );

  expect(await outcomes()).toEqual([
    [-59, 'COMPLIANT', 2, 'IGNORED', 'NOT_APPLICABLE', 'COMPLIANT', 'COMPLIANT'],
    [-49, 'INSUFFICIENT_DATA', 1, 'IGNORED', 'NOT_APPLICABLE', 'COMPLIANT', 'INSUFFICIENT_DATA'],
    [-39, 'NON_COMPLIANT', 1, 'IGNORED', 'NOT_APPLICABLE', 'NON_COMPLIANT', 'INSUFFICIENT_DATA'],
    [-29, 'NON_COMPLIANT', 2, 'IGNORED', 'NOT_APPLICABLE', 'NON_COMPLIANT', 'NON_COMPLIANT'],
  ]);
});

it('comes to IGNORED before NOT_APPLICABLE', async () => {
  const rules = [rule('none', 'None', { withoutProperty: 'NOT_APPLICABLE' }), rule('a', 'A', { ignored: ['i-1'] })];
  await open([change(-60, { A: [null, 'bad'] }, 'DISCOVERED')], rules);

  expect(await outcomes()).toEqual([[-59, 'IGNORED', 1, 'NOT_APPLICABLE', 'IGNORED']]);
});

it('evaluates changes of one millisecond together', async () => {
  await open([change(-60, { A: [null, 'bad'] }, 'DISCOVERED'), change(-60, { A: ['bad', 'good'] })], [rule('a', 'A')]);

  expect(await outcomes()).toEqual([[-59, 'COMPLIANT', 1, 'COMPLIANT']]);
});

it('evaluates no removed resource, and begins anew with one that is found again', async () => {
  await open(
    [
      change(-60, { A: [null, 'good'] }, 'DISCOVERED'),
      change(-50, { A: ['good', null] }, 'REMOVE'),
      change(-40, { A: [null, 'good'] }, 'DISCOVERED'),
    ],
    [rule('a', 'A')],
  );

  const differences = (await recordsOf()).map(({ ConfigurationDiff = '' }) => JSON.parse(ConfigurationDiff) as unknown);
  const first = { Compliance: [null, { complianceType: 'COMPLIANT', count: 1 }] };
  expect(differences).toEqual([first, first]);
});

it('shows the resource beside every evaluation, in the state that was evaluated', async () => {
  const changes = [
    change(-60, { A: [null, 'good'], Status: [null, 'Running'] }, 'DISCOVERED'),
    change(-40, { A: ['good', 'bad'], Status: ['Running', 'Stopped'] }),
  ];
  await open(changes, [rule('a', 'A')]);

  expect(await recordsOf()).toMatchObject([
    { ResourceId: 'i-1', ResourceName: 'one', ResourceType: 'ACS::ECS::Instance', ResourceStatus: 'Stopped' },
    { ResourceId: 'i-1', ResourceName: 'one', ResourceType: 'ACS::ECS::Instance', ResourceStatus: 'Running' },
  ]);
});

it('has no evaluation if no rule looks at the type, and none that is yet to come', async () => {
  await open(
    [change(-0.5, { A: [null, 'good'] }, 'DISCOVERED')],
    [rule('a', 'A'), rule('b', 'A', { resourceType: 'ACS::OSS::Bucket' })],
  );

  expect(await recordsOf()).toEqual([]);
  cloud.pass(minute);
  expect(await outcomes()).toEqual([[0.5, 'COMPLIANT', 1, 'COMPLIANT']]);
});
