import type { Product } from '../operation';

/** Cloud Governance Center. Its code is lower case, as the upstream spells it. */
export const Governance: Product = {
  service: 'governance',
  code: 'governance',
  version: '2021-01-20',
  hosts: {
    china: 'governance.cn-hangzhou.aliyuncs.com',
    international: 'governance.ap-southeast-1.aliyuncs.com',
  },
};
