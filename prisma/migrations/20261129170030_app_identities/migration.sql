ALTER TYPE "IdentityKind" ADD VALUE 'api';
