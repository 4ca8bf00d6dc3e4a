import { createSideMessage, listSideMessages } from '@/features/api/endpoints/sides';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listSideMessages, createSideMessage);
