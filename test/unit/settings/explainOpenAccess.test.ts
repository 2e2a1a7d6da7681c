import type { Environment } from '../../../src/environment/readSettings';
import { parseSettings } from '../../../src/settings';
import { explainOpenAccess } from '../../../src/settings/explainOpenAccess';

const explanationFor = (environment: Environment): string | undefined => {
  const { settings, problems } = parseSettings({ AUTHENTICATION: 'none', ...environment });
  if (settings === undefined) throw new Error(problems.join('\n'));
  return explainOpenAccess(settings);
};

it.each([
  [
    { HOST: '0.0.0.0', UPSTREAM: 'alibaba-cloud' },
    'AUTHENTICATION is none, and HOST is 0.0.0.0, so that other machines reach the port. Anyone who reaches it may read every account.',
  ],
  [
    { HOST: '10.0.0.7', UPSTREAM: 'alibaba-cloud', MUTATIONS: 'on' },
    'AUTHENTICATION is none, and HOST is 10.0.0.7, so that other machines reach the port. Anyone who reaches it may read and change every account.',
  ],
  [
    { HOST: '::', UPSTREAM: 'emulator', MUTATIONS: 'off' },
    'AUTHENTICATION is none, and HOST is ::, so that other machines reach the port. Anyone who reaches it may read all demo data.',
  ],
  [
    { UPSTREAM: 'alibaba-cloud', MUTATIONS: 'on' },
    'AUTHENTICATION is none, and MUTATIONS is on and UPSTREAM is alibaba-cloud, so that whoever reaches the port can change real accounts. Anyone who reaches it may read and change every account.',
  ],
])('%j lets anyone do something, and that is said', (environment, expected) => {
  expect(explanationFor(environment)).toBe(expected);
});

it.each([
  {},
  { UPSTREAM: 'alibaba-cloud' },
  {
    HOST: '0.0.0.0',
    UPSTREAM: 'alibaba-cloud',
    MUTATIONS: 'on',
    AUTHENTICATION: 'router',
    ROUTER_SECRETS: 'x'.repeat(32),
  },
])('%j lets nobody in who should not be', (environment) => {
  expect(explanationFor(environment)).toBeUndefined();
});
