import { countCalls, measureFirstPage, openDirectory, walkPages } from '../support/feedFigures';

/*
 * What the feed of changes costs: `node --expose-gc --import tsx test/benchmark/feed.ts`. Calls are counted, and time is
 * simulated: each call takes 100 ms, under the documented quotas. Memory is that of gateway and emulator together.
 */

const directories = [
  { accounts: 60, changedToday: 120 },
  { accounts: 570, changedToday: 120 },
  { accounts: 5_700, changedToday: 120 },
  ...[1, 10, 50, 500].map((changedToday) => ({ accounts: 570, changedToday })),
];

const heapMb = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
};

const measure = async (): Promise<void> => {
  const rows = [];
  for (const directory of directories) {
    const { resources, changes, total, simulatedMs } = await measureFirstPage(directory);
    rows.push({ ...directory, resources, changes, calls: total, simulatedMs });
  }
  process.stdout.write('First page of 50\n');
  console.table(rows);

  const open = await openDirectory({ accounts: 570, changedToday: 500 });
  const heap: { readonly page: number; readonly heapMb: number }[] = [];
  const calls: Record<string, number> = {};
  const changes = await walkPages(open, (page) => {
    for (const [action, count] of Object.entries(countCalls(open.gateway)))
      calls[action] = (calls[action] ?? 0) + count;
    // The emulator keeps each call until then.
    open.gateway.emulator.calls.clear();
    heap.push({ page, heapMb: heapMb() });
  });
  process.stdout.write(`All pages of 500 changed resources: ${changes} changes\n`);
  console.table(heap);
  console.table(calls);
  await open.gateway.stop();
};

void measure();
