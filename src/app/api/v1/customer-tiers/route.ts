import { getCustomerTiers } from '@/features/api/endpoints/organizations';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getCustomerTiers);
