import { deleteArticle, getArticle, updateArticle } from '@/features/api/endpoints/articles';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getArticle, updateArticle, deleteArticle);
