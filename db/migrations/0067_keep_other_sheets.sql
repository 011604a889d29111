-- Which other sheets of a file hold rows was not kept until now; of files that were read before nothing is said.
ALTER TABLE "batches" ADD COLUMN "other_sheets" jsonb DEFAULT '[]'::jsonb NOT NULL;
