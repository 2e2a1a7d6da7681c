/** One item that baselines can be made of. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "knownBaselineItems", {
    enumerable: true,
    get: function() {
        return knownBaselineItems;
    }
});
const knownBaselineItems = new Map([
    [
        'ACS-BP_ACCOUNT_FACTORY_ACCOUNT_NOTIFICATION',
        {
            dependsOn: [],
            description: 'contacts that are told of events of the account'
        }
    ],
    [
        'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY',
        {
            dependsOn: [],
            description: 'password rules for RAM users'
        }
    ],
    [
        'ACS-BP_ACCOUNT_FACTORY_RAM_SECURITY_PREFERENCE',
        {
            dependsOn: [],
            description: 'how RAM users sign in'
        }
    ],
    [
        'ACS-BP_ACCOUNT_FACTORY_RAM_DEFAULT_DOMAIN',
        {
            dependsOn: [],
            description: 'default domain of RAM users'
        }
    ],
    [
        'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
        {
            dependsOn: [],
            description: 'services that are activated for the account'
        }
    ],
    [
        'ACS-BP_ACCOUNT_FACTORY_VPC',
        {
            dependsOn: [
                'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES'
            ],
            description: 'network of the account'
        }
    ]
]);
