import type { RpcError } from '../../errors/RpcError';
import {
  AssumeRole,
  DescribeTrails,
  GetGlobalEventsStorageRegion,
  GetTrailStatus,
  LookupEvents,
} from '../../operations';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, skipped, warning } from '../Finding';
import type { Probe } from '../Probe';
import { diagnose, isDenied } from '../diagnose';
import { accountsOf, identityOf, standingOf } from '../reads';
import { sampleOf } from '../sampleOf';
import { globalRegionOf, lastWrites, lookUp, regionsToSearch } from '../trailReads';

/** So many regions of the caller’s own account are tried, and so many trails read. */
const mostRegions = 10;
const mostTrails = 5;

/** Checks that ActionTrail shows who made changes: in which regions, in which members, and whether trails keep it. */
export const authorsCheck: Check = {
  name: 'authors',
  about: 'whether ActionTrail shows who made changes: regions, members, trails',
  run: async (probe) => {
    if (!probe.settings.attribution.isOn) {
      return [
        skipped(
          'ATTRIBUTION is off, so changes do not show who made them.',
          'To turn it on, set AUTHENTICATION, or ATTRIBUTION=on.',
        ),
      ];
    }
    const identity = await identityOf(probe);
    if (!identity.answer) return [skipped('The caller is unknown: see credentials.')];
    const isRoot = identity.answer.IdentityType === 'Account';
    return [
      ...(await ownRegions(probe)),
      ...(await storageRegion(probe)),
      ...(isRoot ? [] : await members(probe, identity.answer.AccountId)),
      ...(await trails(probe)),
    ];
  },
};

/** Whether events can be looked up in each region that has resources of the caller’s account. */
async function ownRegions(probe: Probe): Promise<readonly Finding[]> {
  const open: string[] = [];
  const hostless: string[] = [];
  const failures = new Map<string, Finding>();
  for (const region of await regionsToSearch(probe, mostRegions)) {
    const { error } = await lookUp(probe, lastWrites, region);
    if (error === undefined) open.push(region);
    else if (error.reason === 'NO_ENDPOINT') hostless.push(region);
    else {
      // The same failure in each region is one finding.
      const { message, remedy = '' } = diagnose(LookupEvents, error, probe);
      const kind = error.code ?? error.kind;
      if (!failures.has(kind)) failures.set(kind, warning(`In ${region}: ${message}`, remedy));
    }
  }
  return [
    ...(open.length === 0 ? [] : [ok(`Events of this account can be looked up in ${open.join(', ')}.`)]),
    ...(hostless.length === 0
      ? []
      : [
          warning(
            `ActionTrail has no host in ${hostless.join(', ')}: changes there do not show who made them (NO_ENDPOINT).`,
            `If ActionTrail is offered there, check DNS and the proxy for actiontrail.${hostless[0] ?? ''}.aliyuncs.com.`,
          ),
        ]),
    ...failures.values(),
  ];
}

/** An account must request this operation by ticket: a refusal says nothing. */
async function storageRegion(probe: Probe): Promise<readonly Finding[]> {
  const kept = (await probe.read(GetGlobalEventsStorageRegion, {})).answer?.StorageRegion;
  const set = globalRegionOf(probe);
  if (kept === undefined || kept === set) return [];
  return [
    warning(
      `Events of products without regions, such as RAM, are kept in ${kept}, but ACTIONTRAIL_GLOBAL_REGION is ${set}.`,
      `Set ACTIONTRAIL_GLOBAL_REGION=${kept}.`,
    ),
  ];
}

interface Refused {
  readonly accountId: string;
  readonly error: RpcError;
}

/** Whether the role may look up events in a sample of members. No account group has them. */
async function members(probe: Probe, own: string): Promise<readonly Finding[]> {
  const standing = await standingOf(probe);
  if (standing !== 'management' && standing !== 'delegated') return [];
  const accounts = (await accountsOf(probe)).answer?.Accounts.Account ?? [];
  const sample = sampleOf(accounts.map(({ AccountId }) => AccountId).filter((accountId) => accountId !== own));
  const region = globalRegionOf(probe);
  const tried = await Promise.all(
    sample.map(async (accountId) => {
      const place = { accountId, region };
      const { error } = await probe.read(LookupEvents, { MaxResults: 1, ...lastWrites }, place);
      return { accountId, error };
    }),
  );
  if (tried.length === 0) return [];
  const refused = tried.flatMap(({ accountId, error }) => (error === undefined ? [] : [{ accountId, error }]));
  const readable = tried.length - refused.length;
  return [
    ...(readable === 0 ? [] : [ok(`Members with events that can be looked up: ${readable} of ${tried.length} tried.`)]),
    ...explain(refused, tried.length, probe),
  ];
}

function explain(refused: readonly Refused[], tried: number, probe: Probe): readonly Finding[] {
  const named = (of: readonly Refused[]): string => of.map(({ accountId }) => accountId).join(', ');
  const denied = refused.filter(({ error }) => isDenied(error) && error.action !== AssumeRole.action);
  const roleless = refused.filter(({ error }) => error.action === AssumeRole.action && error.kind === 'CLIENT');
  const others = refused.filter((each) => !denied.includes(each) && !roleless.includes(each));
  const allow = 'Give the role the policy of npm run ram-policy -- member-reader (docs/RAM-POLICIES.md).';
  return [
    ...(denied.length === 0
      ? []
      : [
          warning(
            `The role may not look up events in ${denied.length} of ${tried} members tried: actiontrail:LookupEvents is missing in ${named(denied)}. Changes there do not show who made them.`,
            allow,
          ),
        ]),
    ...(roleless.length === 0
      ? []
      : [
          warning(
            `No role opens ${roleless.length} of ${tried} members tried: changes in ${named(roleless)} do not show who made them (NOT_PERMITTED).`,
            'See members for the role. An account group does not replace it: ActionTrail has none.',
          ),
        ]),
    ...others.slice(0, 1).map(({ accountId, error }) => {
      const { message, remedy = '' } = diagnose(LookupEvents, error, probe);
      return warning(`In member ${accountId}: ${message}`, remedy);
    }),
  ];
}

/** What delivers events beyond the 90 days that can be looked up. */
async function trails(probe: Probe): Promise<readonly Finding[]> {
  const own = await probe.read(DescribeTrails, {});
  if (own.error) return isDenied(own.error) ? [] : [diagnose(DescribeTrails, own.error, probe)];
  const shared = await probe.read(DescribeTrails, { IncludeOrganizationTrail: true });
  // Whether the second list has both kinds is not documented.
  const all = new Map([...(own.answer.TrailList ?? []), ...(shared.answer?.TrailList ?? [])].map((t) => [t.Name, t]));
  if (all.size === 0) {
    return [ok('No trail delivers events. The gateway needs none, but events older than 90 days are lost.')];
  }
  const findings: Finding[] = [];
  const delivering: string[] = [];
  for (const { Name, HomeRegion, IsOrganizationTrail } of [...all.values()].slice(0, mostTrails)) {
    const request = { Name, ...(IsOrganizationTrail === true && { IsOrganizationTrail }) };
    const { answer } = await probe.read(GetTrailStatus, request, { region: HomeRegion });
    if (answer === undefined) continue;
    // Texts of failures come from other products and can name buckets.
    const hasFailed = [answer.LatestDeliveryError, answer.LatestDeliveryLogServiceError].some(
      (text = '') => text !== '',
    );
    if (answer.IsLogging && !hasFailed) delivering.push(Name);
    else {
      const what = answer.IsLogging ? 'could not deliver its last events' : 'is not started';
      findings.push(warning(`The trail ${Name} ${what}.`, 'Look at the trail in the ActionTrail console.'));
    }
  }
  const are = delivering.length === 1 ? 'Trail that delivers' : 'Trails that deliver';
  return [...(delivering.length === 0 ? [] : [ok(`${are} events: ${delivering.join(', ')}.`)]), ...findings];
}
