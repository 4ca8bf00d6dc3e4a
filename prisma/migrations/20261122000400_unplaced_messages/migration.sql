-- A message that was understood may belong on no ticket.
ALTER TABLE "Message" ALTER COLUMN "ticketId" DROP NOT NULL;
