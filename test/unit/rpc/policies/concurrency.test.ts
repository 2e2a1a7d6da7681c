import { RpcError } from '../../../../src/errors/RpcError';
import { GetAccount } from '../../../../src/operations';
import type { Call } from '../../../../src/rpc/Call';
import { concurrency } from '../../../../src/rpc/policies/concurrency';
import type { Next } from '../../../../src/rpc/policies/policy';
import type { Answer } from '../../../../src/rpc/readResponse';
import { answer, readCall, writeCall } from '../calls';
import { ManualClock } from '../manualClock';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** An upstream whose calls end when the test says so. */
class Upstream {
  private readonly open: { end(error?: Error): void }[] = [];
  /** The most that were in flight at once. */
  most = 0;

  get inFlight(): number {
    return this.open.length;
  }

  readonly next: Next = () =>
    new Promise<Answer>((resolve, reject) => {
      this.open.push({
        end: (error) => {
          if (error === undefined) resolve(answer);
          else reject(error);
        },
      });
      this.most = Math.max(this.most, this.inFlight);
    });

  end(count: number, error?: Error): void {
    for (const one of this.open.splice(0, count)) one.end(error);
  }
}

const timeout = new RpcError({
  product: readCall.operation.product.code,
  action: readCall.operation.action,
  kind: 'TIMEOUT',
});

let clock: ManualClock;
let upstream: Upstream;
let policy: ReturnType<typeof concurrency>;
beforeEach(() => {
  clock = new ManualClock();
  upstream = new Upstream();
  policy = concurrency({ clock });
});

/** Makes so many calls. @returns what each failed with, in the order in which they ended. */
const call = (count: number, which: Partial<Call> = {}, of = readCall): unknown[] => {
  const failures: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    policy.execute({ ...of, ...which }, upstream.next).catch((error: unknown) => failures.push(error));
  }
  return failures;
};

/** Lets so many calls succeed, one by one. */
const succeed = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    call(1);
    await settle();
    upstream.end(1);
    await settle();
  }
};

it('sends twenty calls at once at first, the others as these end, and more at once with every success', async () => {
  call(200);
  await settle();
  expect(upstream.inFlight).toBe(20);

  upstream.end(10);
  await settle();

  expect(upstream.inFlight).toBe(30);
  for (let round = 0; round < 10; round += 1) {
    upstream.end(20);
    await settle();
  }
  expect(upstream.most).toBe(64);
});

it('sends fewer at once with every failure, four at least, and more again when calls succeed', async () => {
  call(100);
  await settle();
  for (let round = 0; round < 20; round += 1) {
    upstream.end(upstream.inFlight, timeout);
    await settle();
  }
  call(100);
  await settle();
  expect(upstream.inFlight).toBe(4);

  for (let round = 0; round < 3; round += 1) {
    upstream.end(upstream.inFlight);
    await settle();
  }

  expect(upstream.inFlight).toBe(32);
});

it('grows only if the calls need it', async () => {
  await succeed(100);
  call(100);
  await settle();

  expect(upstream.inFlight).toBe(20);
});

it('does not let writes wait', async () => {
  call(100);
  await settle();

  call(1, {}, writeCall);
  await settle();

  expect(upstream.inFlight).toBe(21);
});

it('counts the calls of each product on their own', async () => {
  call(100);
  call(100, { operation: GetAccount });
  await settle();

  expect(upstream.inFlight).toBe(40);
});

it('fails at once, with the time to come back, if the turn of a read would come after its deadline', async () => {
  call(20);
  await settle();
  clock.advance(1000);
  upstream.end(1);
  await settle();
  call(100);
  await settle();

  const failures = call(1, { deadline: clock.now() + 1000 });
  await settle();

  expect(failures).toMatchObject([{ kind: 'NOT_SENT', reason: 'CROWDED' }]);
  expect((failures[0] as RpcError).retryAfterMs).toBeGreaterThan(1000);
});

it('fails when the time is up, if that could not be foreseen', async () => {
  call(20);
  const failures = call(1, { deadline: clock.now() + 1000 });
  await settle();

  clock.advance(850);
  await settle();

  expect(failures).toMatchObject([{ kind: 'NOT_SENT', reason: 'CROWDED' }]);
  upstream.end(20);
  await settle();
  expect(upstream.inFlight).toBe(0);
});

it('lets a caller go while it waits, and sends nothing for it', async () => {
  call(20);
  const caller = new AbortController();
  const failures = call(1, { signal: caller.signal });
  await settle();

  caller.abort();
  await settle();
  upstream.end(20);
  await settle();

  expect(failures).toMatchObject([{ kind: 'ABORTED' }]);
  expect([upstream.inFlight, clock.asleep]).toEqual([0, 0]);
});

it('lets callers take turns, and goes on first with what a write waits for', async () => {
  call(20);
  const order: string[] = [];
  const wait = (caller: string, urgent = false) => {
    void policy.execute({ ...readCall, caller, urgent }, (sent) => {
      order.push(sent.caller ?? '');
      return Promise.resolve(answer);
    });
  };
  for (const caller of ['many', 'many', 'many', 'one']) wait(caller);
  wait('writer', true);
  await settle();

  upstream.end(20);
  await settle();

  expect(order).toEqual(['writer', 'many', 'one', 'many', 'many']);
});

/** An upstream that works at so many calls at once, and lets the others wait. */
class Workers {
  /** When each worker is free again. */
  private readonly free: number[];
  served = 0;

  constructor(
    workers: number,
    private readonly time: ManualClock,
    public serviceMs: number,
  ) {
    this.free = Array.from({ length: workers }, () => 0);
  }

  readonly next: Next = async () => {
    const now = this.time.now();
    const worker = this.free.indexOf(Math.min(...this.free));
    const readyAt = Math.max(now, this.free[worker] ?? 0) + this.serviceMs;
    this.free[worker] = readyAt;
    await this.time.sleep(Math.min(readyAt - now, 3000));
    if (readyAt - now > 3000) throw timeout;
    this.served += 1;
    return answer;
  };
}

it('keeps four fifths of the goodput when calls take 500 ms in place of 20, at twice the load, and sheds at once', async () => {
  const workers = new Workers(32, clock, 20);
  const shedMs: number[] = [];
  /** Calls come evenly, two for each that can be served. */
  const run = async (seconds: number): Promise<number> => {
    const before = workers.served;
    const gapMs = workers.serviceMs / 32 / 2;
    let due = 0;
    for (let ms = 0; ms < seconds * 1000; ms += 5) {
      for (; due < ms + 5; due += gapMs) {
        const cameAt = clock.now();
        policy.execute({ ...readCall, deadline: cameAt + 10_000 }, workers.next).catch((error: unknown) => {
          if ((error as RpcError).reason === 'CROWDED') shedMs.push(clock.now() - cameAt);
        });
      }
      await settle();
      clock.advance(5);
    }
    await settle();
    return (workers.served - before) / seconds;
  };
  await run(2);
  workers.serviceMs = 500;
  await run(20);
  shedMs.splice(0);

  const goodput = await run(20);

  expect(goodput).toBeGreaterThanOrEqual(0.8 * (32 / 0.5));
  expect(shedMs.length).toBeGreaterThan(100);
  expect(shedMs.sort((one, other) => one - other)[Math.floor(shedMs.length * 0.99)]).toBeLessThan(20);
});
