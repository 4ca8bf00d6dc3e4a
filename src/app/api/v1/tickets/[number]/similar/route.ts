import { listSimilarTickets } from '@/features/api/endpoints/links';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listSimilarTickets);
