import type { Handlers } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { createWorld } from '../../src/emulator/world/createWorld';
import { catalogue } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import type { Fields, Shape } from '../../src/operations/shapes';
import { createCaller } from './world/startCloud';
import { memberId, smallWorld } from './world/worlds';

/** A value that the gateway in front of the products accepts, whether or not the product knows what it names. */
const valueOf = ({ kind, values, intValues, min, minLength, default: preset, of, fields }: Shape): unknown => {
  switch (kind) {
    case 'text':
      return values?.[0] ?? preset ?? 'x'.repeat(Math.max(1, minLength ?? 0));
    case 'flag':
      return true;
    case 'int32':
    case 'count':
      return intValues?.[0] ?? preset ?? min ?? 1;
    case 'accountId':
      return memberId;
    case 'epochMs':
    case 'epochMsText':
      return 1_700_000_000_000;
    case 'isoTime':
      return '2026-01-01T00:00:00Z';
    case 'jsonText':
      return '{}';
    case 'list':
      return of === undefined ? [] : [valueOf(of)];
    case 'object':
      return requestOf(fields ?? {});
  }
};

const requestOf = (fields: Fields, isWhole = false): object =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { optional, retired }]) => retired !== true && (isWhole || optional !== true))
      .map(([name, shape]) => [name, valueOf(shape)]),
  );

it.each(Object.entries<Operation>(catalogue))(
  '%s answers the owner of a directory, a member and a stranger by its documents, and by nothing else',
  async (name, { parameters, product }) => {
    const bugs: unknown[] = [];
    const emulator = await startEmulator({
      world: () => createWorld(smallWorld()),
      quotas: false,
      onBug: (error) => bugs.push(error),
    });
    const call = createCaller(emulator);

    for (const key of ['testid', 'memberid', 'outsiderid']) {
      for (const request of [requestOf(parameters), requestOf(parameters, true)]) {
        emulator.reset();
        await call(name as keyof Handlers, request, key);
      }
    }

    await emulator.close();
    // A code that the handler throws and the operation does not document; or a plain mistake in the handler.
    expect(bugs.map((bug) => `src/emulator/${product.service}, ${name}: ${String(bug)}`)).toEqual([]);
  },
);
