import { bypassesProxy } from '../../../src/rpc/noProxy';

const sts = 'https://sts.aliyuncs.com';

it.each([
  ['*', sts],
  ['localhost, *', sts],
  ['localhost,*', sts],
  [' * ', sts],
  ['*:443', sts],
  ['sts.aliyuncs.com', sts],
  ['STS.Aliyuncs.COM', sts],
  ['other.example  sts.aliyuncs.com', sts],
  ['sts.aliyuncs.com:443', sts],
  ['sts.aliyuncs.com.', sts],
  ['aliyuncs.com', sts],
  ['.aliyuncs.com', sts],
  ['*.aliyuncs.com', sts],
  ['aliyuncs.com:8443', 'https://sts.aliyuncs.com:8443'],
  ['10.1.2.3', 'https://10.1.2.3'],
  ['10.1.2.3:8443', 'https://10.1.2.3:8443'],
  ['10.0.0.0/8', 'https://10.1.2.3'],
  ['::1', 'https://[::1]:8443'],
  ['[::1]', 'https://[::1]'],
  ['[::1]:8443', 'https://[::1]:8443'],
  ['0:0:0:0:0:0:0:1', 'https://[::1]'],
  ['fd00::/8', 'https://[fd12::7]'],
])('%j covers %s', (noProxy, origin) => {
  expect(bypassesProxy(origin, noProxy)).toBe(true);
});

it.each([
  ['', sts],
  [' , ', sts],
  ['.', sts],
  ['liyuncs.com', sts],
  ['governance.aliyuncs.com', sts],
  ['sts.aliyuncs.com:8443', sts],
  ['*:80', sts],
  ['sts.aliyuncs.com.example', sts],
  ['aliyuncs.com/24', sts],
  ['10.0.0.0/8', 'https://11.1.2.3'],
  ['10.0.0.0/99', 'https://10.1.2.3'],
  ['10.1.2.3', 'https://110.1.2.3'],
  ['10.0.0.0/8', 'https://10.example'],
  ['[::1]:443', 'https://[::1]:8443'],
  ['fd00::/8', 'https://[fe80::1]'],
])('%j does not cover %s', (noProxy, origin) => {
  expect(bypassesProxy(origin, noProxy)).toBe(false);
});
