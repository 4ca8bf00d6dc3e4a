import { listTicketPresence } from '@/features/api/endpoints/presence';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listTicketPresence);
