ALTER TYPE "MailKind" ADD VALUE 'automatic';
