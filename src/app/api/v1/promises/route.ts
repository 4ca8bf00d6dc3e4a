import { listAllPromises } from '@/features/api/endpoints/promises';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listAllPromises);
