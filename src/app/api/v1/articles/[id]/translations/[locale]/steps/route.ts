import { stepArticleText } from '@/features/api/endpoints/articles';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(stepArticleText);
