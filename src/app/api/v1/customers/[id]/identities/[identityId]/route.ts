import { removeCustomerIdentity } from '@/features/api/endpoints/customers';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(removeCustomerIdentity);
