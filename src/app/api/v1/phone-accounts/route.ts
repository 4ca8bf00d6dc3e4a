import { createPhoneAccount, listPhoneAccounts } from '@/features/api/endpoints/phone-accounts';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listPhoneAccounts, createPhoneAccount);
