import { rereadCustomerImport } from '@/features/api/endpoints/imports';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(rereadCustomerImport);
