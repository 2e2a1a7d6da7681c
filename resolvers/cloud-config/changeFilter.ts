import { parseEventType } from '../../schema/cloud-config/ResourceEventType';
import type { ConfigurationChangeFilter } from '../../schema/cloud-config/TimelineArgs';
import { isSystemChange } from '../../src/changes/isSystemChange';
import { parseConfigurationDiff } from '../../src/changes/parseConfigurationDiff';
import { touches } from '../../src/changes/parts/touches';
import { badInput } from '../../src/errors/UserError';
import { parsePointer } from '../../src/json/jsonPointer';
import type { ConfigurationChangeRecord } from '../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { requireText } from '../requireText';

/** Which changes to return. As JSON it is the same text for the same filter: cursors are bound to it. */
export interface WantedChanges {
  readonly eventTypes: readonly string[];
  /** Names of properties, and pointers. */
  readonly paths: readonly string[];
  readonly hideSystemChanges?: true;
}

/** Null if every change is wanted. @throws UserError BAD_USER_INPUT for paths that are neither names nor pointers. */
export const parseChangeFilter = (filter: ConfigurationChangeFilter | null | undefined): WantedChanges | null => {
  const eventTypes = [...new Set(filter?.eventTypes ?? [])].sort();
  const paths = [...new Set((filter?.paths ?? []).map(parsePath))].sort();
  const hides = filter?.hideSystemChanges === true;
  if (eventTypes.length === 0 && paths.length === 0 && !hides) return null;
  return { eventTypes, paths, ...(hides ? { hideSystemChanges: true } : {}) };
};

const parsePath = (path: string, index: number): string => {
  const field = ['filter', 'paths', String(index)];
  requireText(path, field);
  if (!path.startsWith('/') || parsePointer(path) !== undefined) return path;
  throw badInput(
    field,
    {
      en: 'a JSON Pointer such as /Permissions/1/PortRange (~0 stands for ~, and ~1 for /)',
      zh: ' JSON Pointer，例如 /Permissions/1/PortRange（~0 表示 ~，~1 表示 /）',
    },
    path,
  );
};

/** Whether a change of a resource is wanted. */
export const isWanted = (
  resourceType: string,
  { ResourceEventType, ConfigurationDiff = '' }: ConfigurationChangeRecord,
  { eventTypes, paths, hideSystemChanges }: WantedChanges,
): boolean => {
  if (eventTypes.length > 0 && !eventTypes.includes(parseEventType(ResourceEventType))) return false;
  if (paths.length === 0 && hideSystemChanges === undefined) return true;
  const differences = parseConfigurationDiff(ConfigurationDiff);
  if (hideSystemChanges === true && isSystemChange(resourceType, differences)) return false;
  if (paths.length === 0) return true;
  return (differences ?? []).some((difference) =>
    paths.some((path) => {
      const segments = path.startsWith('/') ? parsePointer(path) : undefined;
      return segments === undefined ? path === difference.path : touches(difference, segments);
    }),
  );
};
