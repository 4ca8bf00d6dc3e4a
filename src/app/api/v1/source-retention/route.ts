import { getSourceRetention, updateSourceRetention } from '@/features/api/endpoints/sources';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getSourceRetention, updateSourceRetention);
