import { defaultReadings } from '../../../../src/emulator';
import type { Rig } from './rig';
import { alarmsOf, startRig } from './rig';
import type { Written } from './writeRows';
import { createAccount, writeRig, writeRows } from './writeRows';

/**
 * The fault matrix, as a mutation meets it: outcome, code, how often it is sent, and how often it takes effect. Then it is sent
 * again with the same key, and has had one effect at most.
 */

const options = { ...writeRig, readings: defaultReadings };
let shared: Rig;
beforeAll(async () => {
  shared = await startRig(options);
});
afterAll(() => shared.stop());

interface Payload {
  readonly outcome: string;
  readonly account?: object | null;
  readonly errors: readonly { readonly code: string }[];
}

const send = async (rig: Rig, { document }: Written): Promise<Payload> => {
  const { data, errors } = await rig.ask(document);
  expect(errors).toBeUndefined();
  const [payload] = Object.values(data ?? {});
  if (payload === undefined) throw new Error('There is no payload.');
  return payload as Payload;
};

it.each(writeRows)('row $row, $fault: $outcome', async (row) => {
  const { written = createAccount, rules = [], line, outcome, code, retryable, retryAfterMs } = row;
  const rig = row.rig === undefined ? shared : await startRig({ ...options, ...row.rig });
  const { emulator } = rig.gateway;
  rig.line.strike(undefined);
  emulator.reset();
  // Sessions and connections are there, as in a gateway that has run for a while.
  if (row.arrange !== undefined) await rig.ask(written.document.replace(/\(input: \{/, '(input: { dryRun: true,'));
  for (const rule of rules) emulator.faults.add(rule);
  if (line !== undefined) rig.line.strike(line, { action: written.action });
  const logged = rig.gateway.log.length;
  await row.arrange?.(rig);

  const payload = await send(rig, written);

  expect(payload.outcome).toBe(outcome);
  const error = {
    ...(code !== undefined && { code }),
    ...(retryable !== undefined && { retryable }),
    ...(retryAfterMs !== undefined && {
      retryAfterMs: retryAfterMs === 'SOME' ? (expect.any(Number) as unknown) : retryAfterMs,
    }),
  };
  expect(payload.errors).toMatchObject(/SUCCEEDED|IN_PROGRESS/.test(outcome) ? [] : [error]);
  if (outcome === 'REJECTED' || outcome === 'UNKNOWN') expect(payload.account ?? null).toBeNull();
  expect(emulator.calls.of(written.action)).toHaveLength(row.sends);
  expect(emulator.calls.effects()).toHaveLength(row.effects);
  expect(alarmsOf(rig, logged)).toEqual(row.alarm === undefined ? new Set() : new Set([row.alarm]));
  expect(JSON.stringify(payload)).not.toMatch(/<html|Tengine/);
  expect({}).not.toHaveProperty('polluted');

  // Asked again with the same key, it is the same, or it is done once at last.
  emulator.faults.clear();
  rig.line.strike(undefined, { isForNew: true });
  const again = await send(rig, written);
  if (payload.errors.length === 0) expect(again).toEqual(payload);
  expect(emulator.calls.effects().length).toBeLessThanOrEqual(1);
  if (rig !== shared) await rig.stop();
});
