import { renewChannelSecret } from '@/features/api/endpoints/channels';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(renewChannelSecret);
