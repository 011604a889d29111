CREATE TABLE "demonstrations" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"last_event" bigint,
	CONSTRAINT "one_demonstration" CHECK ("demonstrations"."one" = 1)
);
