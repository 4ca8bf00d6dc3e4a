import { changeTickets } from '@/features/api/endpoints/tickets';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(changeTickets);
