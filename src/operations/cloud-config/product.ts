import type { Product } from '../operation';

/** Cloud Config in its older version, which the root documents describe. Two sites only, wherever the resources are. */
export const CloudConfig: Product = {
  service: 'cloud-config',
  code: 'Config',
  version: '2019-01-08',
  hosts: {
    china: 'config.cn-shanghai.aliyuncs.com',
    international: 'config.ap-southeast-1.aliyuncs.com',
  },
  vpcHosts: {
    'cn-shanghai': 'config-vpc.cn-shanghai.aliyuncs.com',
    'ap-southeast-1': 'config-vpc.ap-southeast-1.aliyuncs.com',
  },
};
