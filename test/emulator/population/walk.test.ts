import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root, transpiled } from '../../support/transpiled';

const run = promisify(execFile);

it('stays below 150 MB while a client walks 5,000 accounts, their enrollments and resources, an account group of them, and 100,000 changes', async () => {
  const walk = transpiled('test/emulator/population/walk.ts');
  const limits = ['--expose-gc', '--max-old-space-size=150'];

  const { stdout } = await run(process.execPath, [...limits, walk, '5000'], { cwd: root });

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
