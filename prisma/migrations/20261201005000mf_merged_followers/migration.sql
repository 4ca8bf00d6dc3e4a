-- Who follows a ticket hears of it where it went, and no longer once it is back.
ALTER TABLE "TicketMerge" ADD COLUMN "followerIds" UUID[] DEFAULT ARRAY[]::UUID[];
