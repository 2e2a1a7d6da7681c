"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "systemBaseline", {
    enumerable: true,
    get: function() {
        return systemBaseline;
    }
});
const systemBaseline = {
    baselineId: 'afb-bp1default0system0000',
    name: 'Default',
    type: 'System',
    items: [
        {
            name: 'ACS-BP_ACCOUNT_FACTORY_ACCOUNT_NOTIFICATION',
            config: {
                Notifications: [
                    {
                        GroupKey: 'account_msg',
                        Contacts: [
                            {
                                Name: 'ops'
                            }
                        ],
                        PmsgStatus: 1,
                        EmailStatus: 1,
                        SmsStatus: 0
                    }
                ]
            }
        },
        {
            name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY',
            config: {
                MinimumPasswordLength: 12,
                RequireSymbols: true,
                MaxPasswordAge: 90
            }
        },
        {
            name: 'ACS-BP_ACCOUNT_FACTORY_RAM_SECURITY_PREFERENCE',
            config: {
                EnforceMFAForLogin: true
            }
        },
        {
            name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
            config: {
                Services: [
                    'ActionTrail',
                    'Config'
                ]
            }
        },
        {
            name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
            config: {
                Region: 'cn-hangzhou',
                CidrBlock: '10.0.0.0/16',
                VSwitches: [
                    {
                        Zone: 'cn-hangzhou-h',
                        Bits: 24
                    }
                ]
            }
        }
    ]
};
