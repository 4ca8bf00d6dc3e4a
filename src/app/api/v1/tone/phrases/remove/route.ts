import { removeTonePhrase } from '@/features/api/endpoints/tone';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(removeTonePhrase);
