import type { Product } from '../../operation';
import { CloudConfig } from '../product';

/** Cloud Config in its current version: other names for what the older one does, and account groups besides. */
export const CloudConfig2020: Product = { ...CloudConfig, version: '2020-09-07' };
