import type { Product } from '../operation';

/**
 * ActionTrail. Each region has a host, and the host decides whose events are read. The hosts of the sites are those of
 * the regions that keep the events of global products.
 */
export const ActionTrail: Product = {
  service: 'actiontrail',
  code: 'Actiontrail',
  version: '2020-07-06',
  hosts: {
    china: 'actiontrail.cn-hangzhou.aliyuncs.com',
    international: 'actiontrail.ap-southeast-1.aliyuncs.com',
  },
  regionalHost: 'actiontrail.{region}.aliyuncs.com',
  vpcHosts: { '{region}': 'actiontrail-vpc.{region}.aliyuncs.com' },
};
