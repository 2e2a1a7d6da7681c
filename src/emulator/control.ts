import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { shorten } from '../json/shorten';
import { tryParseJson } from '../json/tryParseJson';
import type { Cloud } from './Cloud';
import { parseReadings, ReadingError } from './ReadingChoices';
import { explainIssues } from './explainIssues';
import { FaultRuleError, parseFaultRule } from './faults';
import { readingValues } from './readings';
import type { Reply } from './reply';
import { write as writeDefinition } from './world/writeDefinition';

/** Where the control endpoints are. */
export const controlPath = '/_emulator';

/** The most that a control request's body may have. */
export const maxControlBytes = 1024 * 1024;

/** One request to a control endpoint, from a peer that may make it. */
export interface ControlRequest {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Undefined if it was too large. */
  readonly body: Uint8Array | undefined;
}

/** A request that is not understood; becomes an answer with its status and text. */
class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

type Methods = Partial<Record<'GET' | 'POST' | 'DELETE', (cloud: Cloud, body: () => unknown) => object>>;

/** The endpoints by name, and what each method of each does. Every answer is the state after it. */
const endpoints: ReadonlyMap<string, Methods> = new Map<string, Methods>([
  ['', { GET: (cloud) => index(cloud) }],
  [
    'calls',
    {
      GET: ({ calls }) => ({ total: calls.total, byAction: calls.byAction, calls: calls.all() }),
      DELETE({ calls }) {
        calls.clear();
        return { total: 0, byAction: {}, calls: [] };
      },
    },
  ],
  ['clock', { GET: clockOf, POST: moveClock }],
  [
    'faults',
    {
      GET: ({ faults }) => ({ rules: faults.list() }),
      POST: addFaults,
      DELETE({ faults }) {
        faults.clear();
        return { rules: [] };
      },
    },
  ],
  [
    'readings',
    {
      GET: readingsOf,
      POST(cloud, body) {
        cloud.readings.choose(parseReadings(body()));
        return readingsOf(cloud);
      },
    },
  ],
  ['writes', { POST: write }],
  ['causes', { POST: causeOf }],
  [
    'reset',
    {
      POST(cloud) {
        cloud.reset();
        return index(cloud);
      },
    },
  ],
]);

/** Answers a control request in JSON. */
export function answerControl({ method, path, body }: ControlRequest, cloud: Cloud): Reply {
  try {
    const methods = endpoints.get(path.slice(controlPath.length).replace(/^\/|\/$/g, ''));
    if (!methods) throw new ControlError(404, `There is no ${path}; GET ${controlPath} lists what there is.`);
    const answer = new Map(Object.entries(methods)).get(method);
    if (!answer) {
      const allow = Object.keys(methods).join(', ');
      throw new ControlError(405, `${path} takes ${allow}, but got ${method}.`, { allow });
    }
    return controlReply(
      200,
      answer(cloud, () => parseBody(body)),
    );
  } catch (error) {
    if (error instanceof ControlError) return controlReply(error.status, { error: error.message }, error.headers);
    if (error instanceof FaultRuleError || error instanceof ReadingError) {
      return controlReply(400, { error: error.message });
    }
    cloud.options.onBug(error);
    return controlReply(500, { error: STATUS_CODES[500] ?? '' });
  }
}

/** Answers a peer that may not use the control endpoints. */
export const forbiddenControl = (): Reply =>
  controlReply(403, { error: 'The control endpoints answer to this machine only, under a loopback name.' });

function controlReply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${JSON.stringify(body)}\n`,
    delivery: 'whole',
  };
}

function parseBody(body: Uint8Array | undefined): unknown {
  if (!body) throw new ControlError(413, `The body is larger than ${maxControlBytes} bytes.`);
  const value = tryParseJson(Buffer.from(body).toString('utf8'));
  if (value === undefined) throw new ControlError(400, 'The body must be JSON, and is not.');
  return value;
}

function index(cloud: Cloud): object {
  return {
    world: cloud.world.name,
    quotas: cloud.options.quotas ? 'on' : 'off',
    ...clockOf(cloud),
    endpoints: Object.fromEntries(
      [...endpoints].map(([name, methods]) => [name ? `${controlPath}/${name}` : controlPath, Object.keys(methods)]),
    ),
  };
}

function clockOf({ world }: Cloud): object {
  const epochMs = world.clock.now();
  return { now: new Date(epochMs).toISOString(), epochMs };
}

/** The times that an ECMAScript date can hold. */
const instant = z.number().int().min(-8.64e15).max(8.64e15);
const move = z.union([
  z.strictObject({ advanceMs: z.number().int().min(0).max(8.64e15) }),
  z.strictObject({ now: z.union([instant, z.string()]) }),
]);

function moveClock(cloud: Cloud, body: () => unknown): object {
  const input = body();
  const { data } = move.safeParse(input);
  const { clock } = cloud.world;
  const target =
    data === undefined ? NaN : 'advanceMs' in data ? clock.now() + data.advanceMs : new Date(data.now).getTime();
  if (Number.isNaN(new Date(target).getTime())) {
    const expected = '{ "advanceMs": <milliseconds, not negative> } or { "now": <ISO 8601 or milliseconds> }';
    throw new ControlError(400, `The clock takes ${expected}, but got ${shorten(JSON.stringify(input), 200)}.`);
  }
  if (data !== undefined && 'advanceMs' in data) clock.advance(data.advanceMs);
  else clock.set(target);
  return clockOf(cloud);
}

/** One rule or a list of rules; all of them or none. */
function addFaults({ faults }: Cloud, body: () => unknown): object {
  const input = body();
  const rules = (Array.isArray(input) ? input : [input]).map(parseFaultRule);
  for (const rule of rules) faults.addParsed(rule);
  return { rules: faults.list() };
}

/** Somebody does something now, or when it says. The trail has an event of it, and the next capture its change. */
function write({ world }: Cloud, body: () => unknown): object {
  const input = body();
  const now = new Date(world.clock.now()).toISOString();
  const { data, error } = writeDefinition.safeParse(isObject(input) ? { at: now, ...input } : input, {
    reportInput: true,
  });
  if (error) throw new ControlError(400, explainIssues(error.issues).join(' '));
  const { id, at } = world.trail.write(data);
  return { eventId: id, at: new Date(at).toISOString() };
}

const changeKey = z.strictObject({
  accountId: z.string(),
  region: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  capturedAt: z.iso.datetime({ offset: true }),
});

/** The truth about a change: the event that caused it, null if the cloud did it by itself or nothing is known. */
function causeOf({ world }: Cloud, body: () => unknown): object {
  const input = body();
  const { data, error } = changeKey.safeParse(input, { reportInput: true });
  if (error) throw new ControlError(400, explainIssues(error.issues).join(' '));
  const { capturedAt, ...resource } = data;
  const event = world.trail.causeOf(resource, Date.parse(capturedAt));
  if (!event) return { event: null };
  const { id, at, operation, identity } = event;
  return { event: { eventId: id, at: new Date(at).toISOString(), operation, identity } };
}

const isObject = (input: unknown): input is object => typeof input === 'object' && input !== null;

function readingsOf(cloud: Cloud): object {
  return { readings: cloud.readingsFor(), values: readingValues };
}
