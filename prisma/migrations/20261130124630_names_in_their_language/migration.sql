-- Names are read in the alphabet of the reader's language, page by page: each has an index in its own order.
DROP INDEX "Customer_workspaceId_displayName_id_idx";
CREATE INDEX "Customer_by_name_en" ON "Customer" ("workspaceId", "displayName" COLLATE "en-x-icu", "id");
CREATE INDEX "Customer_by_name_hu" ON "Customer" ("workspaceId", "displayName" COLLATE "hu-x-icu", "id");
CREATE INDEX "Customer_by_name_lv" ON "Customer" ("workspaceId", "displayName" COLLATE "lv-x-icu", "id");
CREATE INDEX "Organization_by_name_en" ON "Organization" ("workspaceId", "name" COLLATE "en-x-icu", "id");
CREATE INDEX "Organization_by_name_hu" ON "Organization" ("workspaceId", "name" COLLATE "hu-x-icu", "id");
CREATE INDEX "Organization_by_name_lv" ON "Organization" ("workspaceId", "name" COLLATE "lv-x-icu", "id");
