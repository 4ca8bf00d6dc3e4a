import { createTag, listTags } from '@/features/api/endpoints/people';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listTags, createTag);
