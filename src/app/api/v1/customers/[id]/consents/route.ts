import { listCustomerConsents, recordCustomerConsent } from '@/features/api/endpoints/customer-care';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listCustomerConsents, recordCustomerConsent);
