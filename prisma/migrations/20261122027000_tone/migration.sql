-- What a workspace changed in the dictionaries of the tone helper, and how strict it is.
CREATE TABLE "TonePhrase" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "phrase" TEXT NOT NULL,
    "alternatives" TEXT[],
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TonePhrase_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "ToneSetting" (
    "workspaceId" UUID NOT NULL,
    "off" TEXT[],
    "longestSentence" INTEGER NOT NULL,

    CONSTRAINT "ToneSetting_pkey" PRIMARY KEY ("workspaceId")
);

CREATE UNIQUE INDEX "TonePhrase_workspaceId_language_kind_phrase_key" ON "TonePhrase"("workspaceId", "language", "kind", "phrase");

ALTER TABLE "TonePhrase" ADD CONSTRAINT "TonePhrase_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ToneSetting" ADD CONSTRAINT "ToneSetting_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
