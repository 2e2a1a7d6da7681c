import { withGateway } from '../../support/startGateway';

const pages = `{
  accounts(first: 100) {
    nodes { id displayName resources(first: 20) { nodes { id resourceId configurationTimeline(first: 100) { nodes { id capturedAt changes { path before after } } } } } }
  }
}`;

describe('an answer that becomes too large', () => {
  const tooLarge = (most: number) =>
    `The answer must have at most ${most} bytes, but has more. It reached the limit at the path of this error. Request smaller pages or fewer fields. MAX_ANSWER_BYTES raises the limit.`;

  it('is refused with the path at which it did, and without its data', async () => {
    const { status, data, errors } = await withGateway({ limits: { answerBytes: 5000 } }, (gateway) =>
      gateway.ask(pages),
    );

    expect([status, data, errors]).toEqual([
      200,
      null,
      [
        {
          message: tooLarge(5000),
          locations: expect.anything() as unknown,
          path: expect.arrayContaining(['accounts', 'nodes', 'resources']) as unknown,
          extensions: { code: 'LIMIT_EXCEEDED', retryable: false },
        },
      ],
    ]);
  });

  it('is explained in Chinese, too', async () => {
    const { errors } = await withGateway({ limits: { answerBytes: 5000 } }, (gateway) =>
      gateway.ask(pages, {}, { 'accept-language': 'zh' }),
    );

    expect(errors?.map(({ message }) => message)).toEqual([
      '响应最多可包含 5000 字节，但此响应超出了限制；达到上限的位置见此错误的路径。请缩小分页或减少所选字段。运维人员可通过 MAX_ANSWER_BYTES 提高上限。',
    ]);
  });

  it('makes no more upstream calls from then on', async () => {
    const whole = await withGateway({}, (gateway) => gateway.ask(pages));
    const cut = await withGateway({ limits: { answerBytes: 1000 } }, (gateway) => gateway.ask(pages));

    expect(cut.cost.actualCalls).toBeLessThan(whole.cost.actualCalls / 2);
  });

  it('keeps the outcome of a mutation, in whose payload it became so', async () => {
    const { data, errors } = await withGateway({ limits: { answerBytes: 150 } }, (gateway) =>
      gateway.ask(`mutation {
        startConfigurationRecorder(input: {}) {
          outcome errors { code message } configurationRecorder { id status account { id displayName resources(first: 10) { nodes { id } } } }
        }
      }`),
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      startConfigurationRecorder: { outcome: 'SUCCEEDED', errors: [{ code: 'LIMIT_EXCEEDED' }] },
    });
  });
});

it.each([
  ['pages', pages],
  [
    'JSON, times and enumerations',
    '{ currentAccount { resources(first: 10) { nodes { configuration createdAt deleted tags { key value } } } } }',
  ],
])('counts about as many bytes as an answer has: %s', async (_what, document) => {
  const { data, errors } = await withGateway({}, (gateway) => gateway.ask(document));
  const bytes = Buffer.byteLength(JSON.stringify({ data, errors }));
  const isRefusedAt = (answerBytes: number) =>
    withGateway({ limits: { answerBytes: Math.round(answerBytes) } }, async (gateway) =>
      ((await gateway.ask(document)).errors ?? []).some(({ message }) => message.includes('MAX_ANSWER_BYTES')),
    );

  expect(bytes).toBeGreaterThan(1500);
  expect(await isRefusedAt(bytes * 1.1)).toBe(false);
  expect(await isRefusedAt(bytes * 0.8)).toBe(true);
});

it('has no alias below __schema and __type, which would repeat the whole schema', async () => {
  const document = '{ __schema { ...types } } fragment types on __Schema { types { name } again: types { name } }';

  const { status, errors } = await withGateway({}, (gateway) => gateway.ask(document));

  expect({ status, errors }).toEqual({
    status: 400,
    errors: [
      {
        message: 'The document must have no aliases below __schema and __type. Select each of their fields once.',
        extensions: { code: 'LIMIT_EXCEEDED', retryable: false },
      },
    ],
  });
});

it('has one error for many wrong representations, and an error for each of a few', async () => {
  const document = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';
  const ask = (count: number) =>
    withGateway({}, (gateway) =>
      gateway.ask(document, { all: Array.from({ length: count }, () => ({ __typename: 'X' })) }),
    );

  const [few, many] = [await ask(100), await ask(101)];

  expect(few.errors).toHaveLength(100);
  expect(many.errors?.map(({ message, path }) => [path, message.replace(/one of .*, but/, 'one of …, but')])).toEqual([
    [
      ['_entities'],
      'At most 100 representations may be wrong, but 101 are. The first: representations.0.__typename must be one of …, but got "X".',
    ],
  ]);
});
