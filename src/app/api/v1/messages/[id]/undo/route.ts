import { undoMessage } from '@/features/api/endpoints/messages';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(undoMessage);
