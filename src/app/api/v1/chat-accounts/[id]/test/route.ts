import { testChatAccount } from '@/features/api/endpoints/chats';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(testChatAccount);
