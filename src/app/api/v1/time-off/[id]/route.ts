import { deleteTimeOff } from '@/features/api/endpoints/availability';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(deleteTimeOff);
