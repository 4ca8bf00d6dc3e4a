-- The knowledge base: articles with their translations and revisions, what finds them, and what their readers did.

CREATE TYPE "ArticleAudience" AS ENUM ('internal', 'public');

CREATE TYPE "ArticleState" AS ENUM ('draft', 'in_review', 'published', 'archived');

CREATE TABLE "Category" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parentId" UUID,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "CategoryName" (
    "workspaceId" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "slug" TEXT NOT NULL,

    CONSTRAINT "CategoryName_pkey" PRIMARY KEY ("workspaceId","categoryId","locale")
);

CREATE TABLE "Article" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "audience" "ArticleAudience" NOT NULL DEFAULT 'public',
    "categoryId" UUID,
    "ownerId" UUID,
    "reviewOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "ArticleTranslation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "ArticleState" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sourceRevision" INTEGER,
    "publishAt" TIMESTAMPTZ(3),
    "publishById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "editorId" UUID,
    "editorName" TEXT NOT NULL DEFAULT '',
    "liveRevision" INTEGER,
    "liveTitle" TEXT,
    "liveExcerpt" TEXT,
    "liveHtml" TEXT,
    "liveText" TEXT,
    "liveAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "slug" TEXT,

    CONSTRAINT "ArticleTranslation_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "ArticleSlug" (
    "workspaceId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "translationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleSlug_pkey" PRIMARY KEY ("workspaceId","locale","slug")
);

CREATE TABLE "ArticleRevision" (
    "workspaceId" UUID NOT NULL,
    "translationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "keywords" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleRevision_pkey" PRIMARY KEY ("workspaceId","translationId","number")
);

CREATE TABLE "ArticleFile" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,

    CONSTRAINT "ArticleFile_pkey" PRIMARY KEY ("workspaceId","articleId","attachmentId")
);

CREATE TABLE "ArticleSearch" (
    "workspaceId" UUID NOT NULL,
    "translationId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "audience" "ArticleAudience" NOT NULL,
    "title" tsvector NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "ArticleSearch_pkey" PRIMARY KEY ("workspaceId","translationId")
);

CREATE TABLE "ArticleWord" (
    "workspaceId" UUID NOT NULL,
    "audience" "ArticleAudience" NOT NULL,
    "locale" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "ArticleWord_pkey" PRIMARY KEY ("workspaceId","audience","locale","word")
);

CREATE TABLE "ArticleTicket" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleTicket_pkey" PRIMARY KEY ("workspaceId","articleId","ticketId","kind")
);

CREATE TABLE "ArticleView" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ArticleView_pkey" PRIMARY KEY ("workspaceId","articleId","locale","day")
);

CREATE TABLE "ArticleFeedback" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "reason" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleFeedback_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "SearchMiss" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SearchMiss_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "HelpSession" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "intentAt" TIMESTAMPTZ(3),
    "intent" TEXT,
    "seenAt" TIMESTAMPTZ(3),
    "customerId" UUID,
    "ticketId" UUID,
    "ticketAt" TIMESTAMPTZ(3),

    CONSTRAINT "HelpSession_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "HelpVisit" (
    "workspaceId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HelpVisit_pkey" PRIMARY KEY ("workspaceId","sessionId","articleId")
);

CREATE INDEX "Category_workspaceId_parentId_position_idx" ON "Category"("workspaceId", "parentId", "position");

CREATE UNIQUE INDEX "CategoryName_workspaceId_locale_slug_key" ON "CategoryName"("workspaceId", "locale", "slug");

CREATE INDEX "Article_workspaceId_updatedAt_id_idx" ON "Article"("workspaceId", "updatedAt" DESC, "id" DESC);

CREATE INDEX "Article_workspaceId_categoryId_idx" ON "Article"("workspaceId", "categoryId");

CREATE INDEX "Article_workspaceId_ownerId_idx" ON "Article"("workspaceId", "ownerId");

CREATE INDEX "Article_workspaceId_reviewOn_idx" ON "Article"("workspaceId", "reviewOn");

CREATE INDEX "ArticleTranslation_workspaceId_state_locale_idx" ON "ArticleTranslation"("workspaceId", "state", "locale");

CREATE INDEX "ArticleTranslation_workspaceId_locale_liveAt_idx" ON "ArticleTranslation"("workspaceId", "locale", "liveAt");

CREATE INDEX "ArticleTranslation_publishAt_idx" ON "ArticleTranslation"("publishAt");

CREATE UNIQUE INDEX "ArticleTranslation_workspaceId_articleId_locale_key" ON "ArticleTranslation"("workspaceId", "articleId", "locale");

CREATE INDEX "ArticleSlug_workspaceId_translationId_idx" ON "ArticleSlug"("workspaceId", "translationId");

CREATE INDEX "ArticleFile_workspaceId_attachmentId_idx" ON "ArticleFile"("workspaceId", "attachmentId");

CREATE INDEX "ArticleSearch_vector" ON "ArticleSearch" USING GIN ("workspaceId" uuid_ops, "vector" tsvector_ops);

CREATE INDEX "ArticleSearch_workspaceId_locale_audience_idx" ON "ArticleSearch"("workspaceId", "locale", "audience");

CREATE INDEX "ArticleSearch_workspaceId_articleId_idx" ON "ArticleSearch"("workspaceId", "articleId");

CREATE INDEX "ArticleWord_word" ON "ArticleWord" USING GIN ("workspaceId" uuid_ops, "word" gin_trgm_ops);

CREATE INDEX "ArticleTicket_workspaceId_ticketId_idx" ON "ArticleTicket"("workspaceId", "ticketId");

CREATE INDEX "ArticleView_workspaceId_day_idx" ON "ArticleView"("workspaceId", "day");

CREATE INDEX "ArticleFeedback_workspaceId_at_idx" ON "ArticleFeedback"("workspaceId", "at" DESC);

CREATE UNIQUE INDEX "ArticleFeedback_workspaceId_articleId_sessionId_key" ON "ArticleFeedback"("workspaceId", "articleId", "sessionId");

CREATE INDEX "SearchMiss_workspaceId_settledAt_count_idx" ON "SearchMiss"("workspaceId", "settledAt", "count" DESC);

CREATE UNIQUE INDEX "SearchMiss_workspaceId_locale_words_key" ON "SearchMiss"("workspaceId", "locale", "words");

CREATE INDEX "HelpSession_workspaceId_intentAt_idx" ON "HelpSession"("workspaceId", "intentAt");

CREATE INDEX "HelpSession_workspaceId_startedAt_idx" ON "HelpSession"("workspaceId", "startedAt");

CREATE INDEX "HelpSession_workspaceId_customerId_idx" ON "HelpSession"("workspaceId", "customerId");

CREATE INDEX "HelpSession_workspaceId_ticketId_idx" ON "HelpSession"("workspaceId", "ticketId");

CREATE INDEX "HelpVisit_workspaceId_articleId_at_idx" ON "HelpVisit"("workspaceId", "articleId", "at");

ALTER TABLE "Category" ADD CONSTRAINT "Category_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Category" ADD CONSTRAINT "Category_workspaceId_parentId_fkey" FOREIGN KEY ("workspaceId", "parentId") REFERENCES "Category"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "CategoryName" ADD CONSTRAINT "CategoryName_workspaceId_categoryId_fkey" FOREIGN KEY ("workspaceId", "categoryId") REFERENCES "Category"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_categoryId_fkey" FOREIGN KEY ("workspaceId", "categoryId") REFERENCES "Category"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ArticleTranslation" ADD CONSTRAINT "ArticleTranslation_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleSlug" ADD CONSTRAINT "ArticleSlug_workspaceId_translationId_fkey" FOREIGN KEY ("workspaceId", "translationId") REFERENCES "ArticleTranslation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_workspaceId_translationId_fkey" FOREIGN KEY ("workspaceId", "translationId") REFERENCES "ArticleTranslation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleFile" ADD CONSTRAINT "ArticleFile_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleFile" ADD CONSTRAINT "ArticleFile_workspaceId_attachmentId_fkey" FOREIGN KEY ("workspaceId", "attachmentId") REFERENCES "Attachment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleSearch" ADD CONSTRAINT "ArticleSearch_workspaceId_translationId_fkey" FOREIGN KEY ("workspaceId", "translationId") REFERENCES "ArticleTranslation"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleWord" ADD CONSTRAINT "ArticleWord_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleTicket" ADD CONSTRAINT "ArticleTicket_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleTicket" ADD CONSTRAINT "ArticleTicket_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleView" ADD CONSTRAINT "ArticleView_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleFeedback" ADD CONSTRAINT "ArticleFeedback_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SearchMiss" ADD CONSTRAINT "SearchMiss_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HelpSession" ADD CONSTRAINT "HelpSession_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HelpSession" ADD CONSTRAINT "HelpSession_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HelpSession" ADD CONSTRAINT "HelpSession_workspaceId_ticketId_fkey" FOREIGN KEY ("workspaceId", "ticketId") REFERENCES "Ticket"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HelpVisit" ADD CONSTRAINT "HelpVisit_workspaceId_sessionId_fkey" FOREIGN KEY ("workspaceId", "sessionId") REFERENCES "HelpSession"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HelpVisit" ADD CONSTRAINT "HelpVisit_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Vectors lie apart from their rows, so that counting and listing read narrow rows only.
ALTER TABLE "ArticleSearch" SET (toast_tuple_target = 128);
