import { readWall } from '@/features/api/endpoints/wall';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(readWall);
