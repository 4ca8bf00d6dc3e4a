import { discardBlockedMessage } from '@/features/api/endpoints/blocks';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(discardBlockedMessage);
