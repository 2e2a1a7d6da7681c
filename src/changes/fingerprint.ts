import { createHash } from 'node:crypto';
import { parseJsonText } from '../json/parseJsonText';
import type { ChangeRecord } from '../operations/cloud-config/2020-09-07/ChangeRecord';

/**
 * What distinguishes two changes of one resource and one millisecond. Only Cloud Config 2020-09-07 has the last field.
 */
export type ChangeContent = Pick<ChangeRecord, 'ResourceEventType' | 'ConfigurationDiff' | 'RelationshipDiff'>;

/** Characters of base64url: 60 bits, of which changes of one millisecond never share all by chance. */
const length = 10;

/** Stands between the parts of a fingerprint; base64url does not have it. */
const separator = '.';

/**
 * Returns a short text that two records share if they are one change, given that resource and capture time are equal.
 *
 * It has one part for event type and configuration diff, and a second one if there is a relationship diff. Diffs are
 * compared as values: spaces and the order of keys do not matter. A diff that is no JSON is compared as text.
 */
export const fingerprintOf = (record: ChangeContent): string => {
  const { ResourceEventType: type = '', ConfigurationDiff: diff = '', RelationshipDiff: relationships = '' } = record;
  const configuration = digest(JSON.stringify([type, canonical(diff)]));
  return relationships.trim() === '' ? configuration : configuration + separator + digest(canonical(relationships));
};

/** Returns a short text that stands for JSON texts, which are compared as values: spaces and order do not matter. */
export const textFingerprintOf = (...texts: readonly string[]): string => digest(JSON.stringify(texts.map(canonical)));

/**
 * Reports whether a record is the change that has a fingerprint, also if the two were read by different versions of Cloud
 * Config or different routes: only some of them return relationship diffs.
 */
export const hasFingerprint = (record: ChangeContent, fingerprint: string): boolean => {
  const [configuration, relationships] = fingerprintOf(record).split(separator);
  const [wantedConfiguration, wantedRelationships] = fingerprint.split(separator);
  if (configuration !== wantedConfiguration) return false;
  return relationships === undefined || wantedRelationships === undefined || relationships === wantedRelationships;
};

/**
 * Returns the part of a fingerprint that every version of Cloud Config and every route return: event type and
 * configuration diff. Two changes of one millisecond share it only if they differ in what the graph does not show.
 */
export const changeIdentityOf = ({ ResourceEventType, ConfigurationDiff }: ChangeContent): string =>
  fingerprintOf({ ResourceEventType, ConfigurationDiff });

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, length);

/** The value of a JSON text with sorted keys; the text itself if it is no JSON. */
const canonical = (text: string): string => {
  const value = parseJsonText(text);
  if (value === null) return text.trim();
  try {
    return canonicalText(value);
  } catch {
    // Nested deeper than the stack.
    return text;
  }
};

const canonicalText = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join(',')}}`;
};
