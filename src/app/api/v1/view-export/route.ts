import { exportViews } from '@/features/api/endpoints/views';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(exportViews);
