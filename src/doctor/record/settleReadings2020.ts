import { parse } from 'lossless-json';
import type { Readings } from '../../emulator';
import {
  GetAggregator,
  GetConfigurationRecorder,
  GetDiscoveredResource,
  GetResourceConfigurationTimeline2020,
} from '../../operations';
import type { Probe } from '../Probe';
import { accountGroupsOf, resource2020Of, timeline2020Of } from '../cloudConfigReads';
import { directoryOf, standingOf } from '../reads';
import type { Settle } from './Settle';
import { neither } from './Settle';

/** The first tracked resource that a condition holds for, with its configuration. */
async function detailOf(probe: Probe, condition?: Parameters<typeof resource2020Of>[1]) {
  const resource = await resource2020Of(probe, condition);
  return resource && (await probe.read(GetDiscoveredResource, resource)).answer?.DiscoveredResourceDetail;
}

/** The values of a map in JSON; none if it is something else. */
function valuesIn(json = ''): readonly unknown[] {
  try {
    const map: unknown = parse(json);
    return typeof map === 'object' && map !== null ? Object.values(map) : [];
  } catch {
    return [];
  }
}

/** How open points of Cloud Config 2020-09-07 show in reads that change nothing. */
export const settlements2020: { readonly [K in keyof Readings]?: Settle<K> } = {
  changeTimes: async (probe, record) => {
    const resource = await resource2020Of(probe);
    if (!resource) return undefined;
    await timeline2020Of(probe, resource);
    const path = 'ResourceConfigurationTimeline.ConfigurationList[].CaptureTime';
    const types = [...(record.field(GetResourceConfigurationTimeline2020, path)?.types.keys() ?? [])];
    if (types.length === 0) return undefined;
    if (types.length > 1) return neither;
    return types[0] === 'number' ? 'number' : types[0] === 'digits as text' ? 'text' : neither;
  },
  detailTags: async (probe) => {
    const detail = await detailOf(probe, ({ Tags }) => valuesIn(Tags).length > 0);
    const values = valuesIn(detail?.Tags);
    if (values.length === 0) return undefined;
    if (values.every(Array.isArray)) return 'lists';
    return values.every((value) => typeof value === 'string') ? 'texts' : neither;
  },
  complianceNotAsked: async (probe, record) => {
    if (!(await detailOf(probe))) return undefined;
    const types = record.field(GetDiscoveredResource, 'DiscoveredResourceDetail.ComplianceType')?.types;
    if (!types || types.size === 0) return 'absent';
    return types.size === 1 && types.has('empty text') ? 'empty' : neither;
  },
  accountGroupManagement: async (probe) => {
    const management = (await directoryOf(probe)).answer?.ResourceDirectory.MasterAccountId;
    const groups = (await accountGroupsOf(probe)).answer?.AggregatorsResult.Aggregators ?? [];
    const whole = groups.find(({ AggregatorType }) => AggregatorType === 'RD');
    if (management === undefined || !whole) return undefined;
    const { answer } = await probe.read(GetAggregator, { AggregatorId: whole.AggregatorId });
    const members = answer?.Aggregator.AggregatorAccounts;
    return members && (members.some(({ AccountId }) => AccountId === management) ? 'present' : 'absent');
  },
  accountGroupsOfOthers: async (probe) => {
    const standing = await standingOf(probe);
    if (standing !== 'none' && standing !== 'member') return undefined;
    const { answer, error } = await accountGroupsOf(probe);
    if (answer) return (answer.AggregatorsResult.Aggregators ?? []).length === 0 ? 'empty' : undefined;
    // RAM refuses with the same code. If other reads of this version are allowed, the service itself refused.
    const isAllowed = (await probe.read(GetConfigurationRecorder, {})).answer !== undefined;
    return isAllowed && error.code === 'NoPermission' ? 'NoPermission' : undefined;
  },
};
