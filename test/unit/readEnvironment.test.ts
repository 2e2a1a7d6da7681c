import { readEnvironment } from '../../src/readEnvironment';

it('rejects a variable that looks like a setting of Alibaba Cloud, and ignores those of the unused emulator', async () => {
  const environment = { UPSTREAM: 'alibaba-cloud', CLOUD_CONFIG_VERSION: 'x', EMULATOR_SEED: '7' };

  expect(await readEnvironment(environment)).toEqual({
    settings: undefined,
    problems: ['CLOUD_CONFIG_VERSION is not a setting. Did you mean CLOUD_CONFIG_API_VERSION? If not, unset it.'],
  });
});
