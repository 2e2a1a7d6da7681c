import type { Product } from '../operation';

/** Resource Management: one host for every region and site. */
export const ResourceManager: Product = {
  service: 'resource-manager',
  code: 'ResourceManager',
  version: '2020-03-31',
  hosts: { china: 'resourcemanager.aliyuncs.com', international: 'resourcemanager.aliyuncs.com' },
};
