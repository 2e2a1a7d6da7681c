"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get mayBeRegion () {
        return mayBeRegion;
    },
    get publishedRegions () {
        return publishedRegions;
    }
});
/**
 * Regions that Alibaba Cloud names in its public documents, retired ones included, and `global`, where Cloud Config files
 * what belongs to no region. No operation lists them: there may be more.
 */ const published = [
    'global',
    'cn-qingdao',
    'cn-beijing',
    'cn-zhangjiakou',
    'cn-huhehaote',
    'cn-wulanchabu',
    'cn-hangzhou',
    'cn-shanghai',
    'cn-nanjing',
    'cn-fuzhou',
    'cn-wuhan',
    'cn-wuhan-lr',
    'cn-zhengzhou-jva',
    'cn-shenzhen',
    'cn-heyuan',
    'cn-guangzhou',
    'cn-chengdu',
    'cn-hongkong',
    'cn-hangzhou-finance',
    'cn-shanghai-finance-1',
    'cn-shenzhen-finance',
    'cn-shenzhen-finance-1',
    'cn-beijing-finance-1',
    'cn-beijing-gov-1',
    'cn-north-2-gov-1',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ap-south-1',
    'us-east-1',
    'us-west-1',
    'us-southeast-1',
    'na-south-1',
    'eu-central-1',
    'eu-west-1',
    'rus-west-1',
    'me-east-1',
    'me-central-1'
];
const publishedRegions = new Set(published);
const number = /-\d+$/;
const numbered = new Set(published.filter((region)=>number.test(region)).map((region)=>region.replace(number, '')));
const mayBeRegion = (name)=>publishedRegions.has(name) || number.test(name) && numbered.has(name.replace(number, ''));
