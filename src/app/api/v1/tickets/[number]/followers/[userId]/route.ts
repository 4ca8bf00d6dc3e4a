import { unfollowTicket } from '@/features/api/endpoints/followers';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(unfollowTicket);
