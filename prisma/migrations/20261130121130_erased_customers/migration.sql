-- When who a customer was was deleted. A nullable column without a default: no row is written anew.
ALTER TABLE "Customer" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
