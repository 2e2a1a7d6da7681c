import { nearestOf } from '../../resolvers/nearest';

const regions = ['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'us-west-1'];

it('suggests the three names that are spelled most like a text', () => {
  expect(nearestOf('CN-Hangzou', regions)).toBe('cn-hangzhou, cn-shanghai, cn-beijing');
});

it('compares only the beginning of a text: a hundred million characters take no longer than a test may', () => {
  expect(nearestOf('x'.repeat(100_000_000), regions)).not.toBe('');
});
