import { listTicketHistory } from '@/features/api/endpoints/history';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listTicketHistory);
