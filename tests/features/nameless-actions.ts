import { RULE_NAMELESS } from './rules/tenancy-attempts';

/** Actions that name nothing but what they make or the workspace that they stand in. */
export const NAMELESS = [
  'dryRunRule',
  'createFromTemplate',
  'importRules',
  'exportRules',
  'saveSettings',
  'dryRunPolicy',
  'searchConditionValues',
  'importMacros',
  'createApiKey',
  'createTeam',
  'updateOwnMembership',
  'updateWorkspace',
  'changeMailText',
  'resetMailText',
  'savePhrase',
  'removePhrase',
  'restorePhrase',
  'saveToneSettings',
  'savePhoneExtension',
  'savePhoneSettings',
  'savePhoneTexts',
];
