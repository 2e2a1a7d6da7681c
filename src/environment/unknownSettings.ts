import { distance } from 'fastest-levenshtein';
import type { SettingsTable } from './Setting';
import { settingsIn } from './Setting';
import type { Environment } from './readSettings';

/** First words of our names that the variables of other programs have, too. */
const commonWords = new Set(
  ['ALIBABA', 'CA', 'CACHE', 'CLOUD', 'CONNECT', 'ENDPOINT', 'HTTP', 'HTTPS', 'LOG', 'MAX', 'NO', 'NODE'].concat([
    'PUBLIC',
    'READ',
    'REQUEST',
    'ROLE',
    'SERVER',
    'WRITE',
  ]),
);

/** Variables of other programs that look like ours. */
const othersNames = [
  /^HTTP_PROXY$/,
  // Kubernetes and Docker describe every service of the neighborhood, one that is called `emulator`, too.
  /_SERVICE_(HOST|PORT)(_|$)/,
  /_PORT_\d{1,5}_(TCP|UDP|SCTP)(_|$)/,
];

/** How the variables begin that the SDK of OpenTelemetry reads. Ours begin so, too, so only typing errors of ours are found among them. */
const sdkPrefix = 'OTEL_';

/**
 * Finds variables that no table has but that look like a setting: most likely a slip, which would otherwise be ignored.
 *
 * A name looks like a setting if few letters differ, if only words of the setting are missing
 * (`CLOUD_CONFIG_VERSION`), or if it begins like two or more settings (`MEMBER_…`).
 *
 * @returns a sentence each, with the nearest setting and without the value.
 */
export function unknownSettings(environment: Environment, tables: readonly SettingsTable[]): readonly string[] {
  const known = tables.flatMap(settingsIn).flatMap(({ names }) => names);
  const prefixes = ownPrefixes(known);
  const isOthers = (name: string): boolean =>
    othersNames.some((pattern) => pattern.test(name)) || (name.startsWith(sdkPrefix) && !known.some(isTypo(name)));
  return Object.entries(environment)
    .filter(([name, value]) => value?.trim() && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name) && !known.includes(name))
    .map(([name]) => name)
    .filter((name) => !isOthers(name))
    .filter((name) => known.some(isSlip(name)) || prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => `${name} is not a setting. Did you mean ${nearestTo(name, known)}? If not, unset it.`);
}

/** What at least two settings begin with, in whole words. */
function ownPrefixes(known: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of known) {
    const words = name.split('_');
    for (let count = 1; count < words.length; count++) {
      const prefix = `${words.slice(0, count).join('_')}_`;
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([prefix, count]) => count > 1 && !commonWords.has(prefix.slice(0, -1)))
    .map(([prefix]) => prefix);
}

/** Whether few letters of a name differ from another one. */
const isTypo =
  (name: string): ((known: string) => boolean) =>
  (known) => {
    const most = lettersThatMayDiffer(known);
    // The lengths are compared first: the environment may have many variables, and each is compared with each setting.
    return Math.abs(name.length - known.length) <= most && distance(name, known) <= most;
  };

/** Whether a name is another one with a slip. */
const isSlip = (name: string): ((known: string) => boolean) => {
  const isNear = isTypo(name);
  const isPart = isPartOf(name);
  return (known) => isNear(known) || isPart(known);
};

/** None in short names, which are like many others. */
const lettersThatMayDiffer = ({ length }: string): number => (length < 6 ? 0 : length < 8 ? 1 : length < 16 ? 2 : 3);

/** Whether a name has the first word of another and more of its words, in their order. */
function isPartOf(name: string): (known: string) => boolean {
  const words = name.split('_');
  const pattern = new RegExp(`^${words.join('_(\\w+_)?')}(_|$)`);
  return (known) => words.length > 1 && pattern.test(known);
}

const nearestTo = (name: string, known: readonly string[]): string => {
  const isPart = isPartOf(name);
  /** Missing words count less than wrong letters. */
  const steps = (one: string): number => (isPart(one) ? 0 : 1000) + distance(name, one);
  return known.reduce((nearest, one) => (steps(one) < steps(nearest) ? one : nearest));
};
