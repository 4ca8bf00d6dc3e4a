import { listCategoryArticles, orderCategoryArticles } from '@/features/api/endpoints/article-categories';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listCategoryArticles, orderCategoryArticles);
