-- A board can come by mail in a language of its own; without one it comes in its reader's.
ALTER TABLE "BoardReport" ADD COLUMN "locale" TEXT;
