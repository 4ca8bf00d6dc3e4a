import { listTonePhrases, saveTonePhrase } from '@/features/api/endpoints/tone';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listTonePhrases, saveTonePhrase);
