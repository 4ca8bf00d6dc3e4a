import { readNotifications } from '@/features/api/endpoints/notifications';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(readNotifications);
