import { findCallers } from '@/features/api/endpoints/phone';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(findCallers);
