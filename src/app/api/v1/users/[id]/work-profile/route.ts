import { getWorkProfile, updateWorkProfile } from '@/features/api/endpoints/routing';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getWorkProfile, updateWorkProfile);
