import { getApprovedTexts } from '@/features/api/endpoints/ways';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getApprovedTexts);
