import { getWorkMix } from '@/features/api/endpoints/metrics';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getWorkMix);
