import { unmergeTicket } from '@/features/api/endpoints/merges';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(unmergeTicket);
