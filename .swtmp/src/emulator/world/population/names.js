/** Words that generated names are made of. Few enough that display names occur twice. */ "use strict";
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
    get folderNames () {
        return folderNames;
    },
    get oddTags () {
        return oddTags;
    },
    get stages () {
        return stages;
    },
    get units () {
        return units;
    }
});
const units = [
    '支付',
    'Storefront',
    '物流',
    'Data Platform',
    '营销',
    'Machine Learning',
    '客服',
    'Finance'
];
const stages = [
    '生产',
    'Production',
    'Staging',
    '测试',
    '沙箱',
    'Preview'
];
const folderNames = [
    [
        'Security',
        'Infrastructure',
        '业务 Workloads',
        'Non-production',
        '归档'
    ],
    [
        '华东',
        'North',
        'Overseas'
    ],
    [
        'Payments',
        '商城'
    ],
    [
        'Team A',
        'Team B'
    ],
    [
        'Feature branches'
    ]
];
const oddTags = [
    [
        'a&b=c',
        'd=e&f'
    ],
    [
        'plus+and space',
        '100% + %20'
    ],
    [
        '"quoted"',
        'it\'s "fine"'
    ],
    [
        'back\\slash',
        'C:\\temp\\'
    ],
    [
        '<xml>',
        ']]></xml>&amp;'
    ],
    [
        'emoji 🐉',
        '👩‍👩‍👧‍👦'
    ],
    [
        'עברית',
        'مرحبا'
    ],
    [
        'zero\u200bwidth',
        '\u00a0'
    ],
    [
        'tab\tand line',
        'first\nsecond'
    ],
    [
        '__proto__',
        '{"polluted":true}'
    ],
    [
        'constructor',
        'toString'
    ],
    [
        'empty value',
        ''
    ],
    [
        'comma,separated',
        'x,y,z'
    ],
    [
        'path/like',
        '/etc/../*?#'
    ],
    [
        '${template}',
        '{{moustache}} %s'
    ],
    [
        '长'.repeat(64),
        '值'.repeat(128)
    ],
    [
        'null',
        'undefined'
    ],
    [
        'e\u0301 or \u00e9',
        '𠮷野家'
    ]
];
