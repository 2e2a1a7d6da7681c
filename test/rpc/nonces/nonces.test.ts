import { isSoak } from '../../support/soak';
import { startProcess } from '../../support/startProcess';

const processes = 4;
const each = isSoak ? 250_000 : 2500;

it(`four processes never use a nonce twice, in ${processes * each} attempts`, async () => {
  const children = Array.from({ length: processes }, () =>
    startProcess('test/rpc/nonces/printNonces.ts', {}, [String(each)]),
  );

  const nonces = new Set<string>();
  for (const child of children) {
    expect(await child.exited()).toBe(0);
    for (const nonce of child.stdout.trimEnd().split('\n')) nonces.add(nonce);
  }

  expect(nonces.size).toBe(processes * each);
}, 600_000);
