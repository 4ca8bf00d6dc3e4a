import { revokeTicketLinks } from '@/features/api/endpoints/portal';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(revokeTicketLinks);
