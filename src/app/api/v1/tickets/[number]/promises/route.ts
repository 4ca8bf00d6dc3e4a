import { createPromise, listPromises } from '@/features/api/endpoints/promises';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listPromises, createPromise);
