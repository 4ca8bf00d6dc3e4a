import { correctTicketFocus } from '@/features/api/endpoints/focus';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(correctTicketFocus);
