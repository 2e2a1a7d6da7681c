import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('stays below 150 MB while a client walks 5,000 accounts, their enrollments and resources, an account group of them, and 100,000 changes', async () => {
  const walk = join(__dirname, 'walk.ts');
  const limits = ['--expose-gc', '--max-old-space-size=150', '--import', 'tsx'];

  const { stdout } = await run(process.execPath, [...limits, walk, '5000'], { cwd: join(__dirname, '../../..') });

  const { heapMb, ...found } = JSON.parse(stdout) as { heapMb: number };
  expect(found).toEqual({
    distinct: 5000,
    enrollments: 4375,
    resources: expect.any(Number) as number,
    grouped: 500,
    changes: 100_000,
  });
  expect(heapMb).toBeLessThan(150);
});
