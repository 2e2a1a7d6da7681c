import type { Product } from '../operation';

/** Security Token Service. */
export const Sts: Product = {
  service: 'sts',
  code: 'Sts',
  version: '2015-04-01',
  hosts: { china: 'sts.aliyuncs.com', international: 'sts.aliyuncs.com' },
  vpcHosts: { '{region}': 'sts-vpc.{region}.aliyuncs.com' },
};
