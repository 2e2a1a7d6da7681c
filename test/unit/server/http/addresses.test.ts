import { inNetworks, networkOf } from '../../../../src/server/http/addresses';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['', ''],
])('the client at %s has all addresses of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['10.1.2.3', true],
  ['::ffff:10.1.2.3', true],
  ['11.1.2.3', false],
  ['203.0.113.7', true],
  ['203.0.113.8', false],
  ['2001:db8:1::5', true],
  ['2001:db8:2::5', false],
  ['', false],
])('%s is in one of some networks: %s', (address, expected) => {
  expect(inNetworks(['10.0.0.0/8', '203.0.113.7', '2001:db8:1::/48'])(address)).toBe(expected);
});
